public import CivilTime

extension TimeZoneCatalog {
    /// The zones by what Windows calls them, in small letters (CLDR `windowsZones`, territory 001).
    ///
    /// Some are old names, which the catalog knows as aliases.
    public static let windowsNames: [String: TimeZoneID] = {
        let lines = String(decoding: ShippedZones.windows, as: UTF8.self).split(separator: "\n").filter {
            $0.first != "#"
        }
        let pairs = lines.compactMap { line -> (String, TimeZoneID)? in
            let fields = line.split(separator: "\t")
            guard fields.count == 2, let zone = TimeZoneID(String(fields[1])) else { return nil }
            return (fields[0].lowercased(), zone)
        }
        return Dictionary(pairs) { first, _ in first }
    }()
}
