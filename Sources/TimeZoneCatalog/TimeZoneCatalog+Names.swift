public import CivilTime

extension TimeZoneCatalog {
    /// The zone of that name.
    ///
    /// - Throws: `TimeZoneCatalogError`: `invalidName` before any file is touched if the text cannot be a name
    ///   (`../etc/passwd`), `unknownName` with the nearest names if there is no such zone.
    public func zone(named name: String) throws -> TimeZoneID {
        guard let zone = TimeZoneID(name) else {
            throw TimeZoneCatalogError(
                code: .invalidName, message: "\"\(name)\" is not a time zone name; write one such as Europe/Berlin")
        }
        guard self.name(inStoreOf: zone) != nil else { throw unknown(name) }
        return zone
    }

    /// The name that the tz database prefers today: Europe/Kyiv for Europe/Kiev, and Etc/UTC for UTC.
    ///
    /// The links of the shipped tz data decide, so that the answer does not depend on the system.
    public func canonical(_ zone: TimeZoneID) -> TimeZoneID {
        Self.aliases.target(of: zone)
    }

    /// Whether the two names mean the same zone.
    public func areSame(_ first: TimeZoneID, _ second: TimeZoneID) -> Bool {
        canonical(first) == canonical(second)
    }

    static let aliases = TimeZoneAliases(tzdata: ShippedZones.tzdata)

    /// The name under which the store has the zone.
    func name(inStoreOf zone: TimeZoneID) -> TimeZoneID? {
        [zone, canonical(zone)].first(where: store.contains)
    }

    func unknown(_ name: String) -> TimeZoneCatalogError {
        let near = suggestions(for: name)
        let advice = near.isEmpty ? "names look like Europe/Berlin" : "did you mean \(near.joined(separator: " or "))?"
        return TimeZoneCatalogError(code: .unknownName, message: "no time zone \(name); \(advice)")
    }

    private func suggestions(for name: String) -> [String] {
        let all = names.map(\.name)
        let near = nearest(to: name, among: all)
        guard near.isEmpty, !name.contains("/") else { return near }
        // Many people know their zone by its city.
        let cities = all.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let meant = Set(nearest(to: name, among: cities))
        return zip(all, cities).filter { meant.contains($1) && $0 != $1 }.prefix(3).map(\.0)
    }
}
