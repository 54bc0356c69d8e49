public import CivilTime

extension TimeZoneCatalog {
    /// The zone of that name.
    ///
    /// - Throws: `TimeZoneCatalogError`: `invalidName` before any file is touched if the text cannot be a name
    ///   (`../etc/passwd`), `unknownName` with the nearest names if there is no such zone.
    public func zone(named name: String) throws -> TimeZoneID {
        guard let zone = TimeZoneID(name) else {
            // People write places as they are called: with blanks, and with accents.
            let written = name.split(whereSeparator: \.isWhitespace).joined(separator: "_")
            let near = written.utf8.count <= Self.longestPlace ? suggestions(for: written) : []
            let advice =
                near.isEmpty ? "write one such as Europe/Berlin" : "did you mean \(near.joined(separator: " or "))?"
            throw TimeZoneCatalogError(
                code: .invalidName, message: "\"\(name)\" is not a time zone name; \(advice)")
        }
        guard self.name(inStoreOf: zone) != nil else { throw unknown(name) }
        return zone
    }

    /// What is longer, in bytes, is no place that somebody meant.
    private static let longestPlace = 60

    /// The zone of that name, which may be no abbreviation, even where the database has a zone that is called so (`CET`).
    ///
    /// - Throws: What `zone(named:)` throws; for an abbreviation `unknownName` with places that go by it.
    public func place(named name: String) throws -> TimeZoneID {
        if !name.contains("/"), name != TimeZoneID.utc.name, let abbreviation = abbreviation(name) {
            throw abbreviation
        }
        return try zone(named: name)
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
        if let abbreviation = abbreviation(name) { return abbreviation }
        let near = suggestions(for: name)
        let advice = near.isEmpty ? "names look like Europe/Berlin" : "did you mean \(near.joined(separator: " or "))?"
        return TimeZoneCatalogError(code: .unknownName, message: "no time zone \(name); \(advice)")
    }

    /// What to say of an abbreviation that some clocks go by; nil for what is none.
    private func abbreviation(_ name: String) -> TimeZoneCatalogError? {
        let places = zones(abbreviatedAs: name)
        guard !places.isEmpty else { return nil }
        return TimeZoneCatalogError(
            code: .unknownName,
            message:
                "no time zone \(name): it is an abbreviation, which says neither where nor when clocks change; "
                + "name the place, such as \(places.joined(separator: " or "))")
    }

    /// Places whose clocks go by an abbreviation today, at most three, those that most people mean first.
    private func zones(abbreviatedAs name: String) -> [String] {
        guard (2...5).contains(name.utf8.count), name.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else {
            return []
        }
        let wanted = name.uppercased()
        let places = names.filter { $0.name.contains("/") && !$0.name.hasPrefix("Etc/") && canonical($0) == $0 }
        let meant = places.filter { place in
            guard let footer = try? rules(for: place).footer else { return false }
            return [footer.standard, footer.daylight?.type].contains { $0?.abbreviation == wanted }
        }
        let first = Self.largePlaces.filter { place in meant.contains { $0.name == place } }
        return Array((first.isEmpty ? meant.map(\.name) : first).prefix(3))
    }

    /// Where most of those live who use an abbreviation that several places have.
    private static let largePlaces = [
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Europe/London",
        "Europe/Berlin", "Europe/Paris", "Europe/Kyiv", "Europe/Moscow", "Africa/Lagos", "Africa/Johannesburg",
        "Africa/Nairobi", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Asia/Seoul", "Australia/Sydney",
        "Pacific/Auckland",
    ]

    private func suggestions(for name: String) -> [String] {
        // An old name of three letters is no better than the one that was typed.
        let all = names.map(\.name).filter { $0.contains("/") }
        let near = nearest(to: name, among: all)
        guard near.isEmpty, !name.contains("/") else { return near }
        // Many people know their zone by its city.
        let cities = all.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let meant = Set(nearest(to: name, among: cities))
        return zip(all, cities).filter { meant.contains($1) && $0 != $1 }.prefix(3).map(\.0)
    }
}
