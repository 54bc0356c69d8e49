internal import CivilTime
internal import FoundationEssentials

/// Which region a zone belongs to: by its name, else by its area, else by its offset.
///
/// The README of the shipped tz data describes the file.
struct RegionRules: Sendable {
    private let regionOfZone: [String: Region]
    private let regionOfArea: [String: Region]
    private let offsets: [OffsetRule]

    init(json: Data) throws {
        let file = try JSONDecoder().decode(File.self, from: json)
        regionOfZone = Dictionary(
            uniqueKeysWithValues: file.zones.flatMap { region, names in names.map { ($0, region) } })
        regionOfArea = file.areas
        offsets = file.offsets
    }

    /// Whether the zone itself is listed, rather than its area.
    func lists(_ zone: TimeZoneID) -> Bool {
        regionOfZone[zone.name] != nil
    }

    /// How many zones are listed themselves.
    var listedCount: Int { regionOfZone.count }

    /// The region that the name decides, if it does.
    func region(of zone: TimeZoneID) -> Region? {
        if let region = regionOfZone[zone.name] {
            return region
        }
        let parts = zone.name.split(separator: "/")
        guard parts.count > 1 else { return nil }
        return regionOfArea[String(parts[0])]
    }

    /// The region that an offset decides.
    func region(at offset: UTCOffset) -> Region {
        offsets.first { offset.seconds <= $0.upToHours * 3600 }?.region ?? .asia
    }

    private struct File: Decodable {
        let areas: [String: Region]
        let zones: [Region: [String]]
        let offsets: [OffsetRule]
    }

    private struct OffsetRule: Decodable {
        let upToHours: Int
        let region: Region
    }
}
