import CivilTime

/// The clocks that lines name behind their times.
struct NamedClocks {
    private let zone: (String) -> ZoneRules?
    /// Each looked up once.
    private var zones: [String: ZoneRules?] = [:]

    /// More are no log's.
    private static let mostZones = 50

    init(_ zone: @escaping (String) -> ZoneRules?) { self.zone = zone }

    /// Whether it is known how far a line's clock is from UTC, or that it is the log's own.
    ///
    /// One of several clocks that are called so may be any where the log does not tell the day, by which nobody is left out.
    mutating func isKnown(to stamp: Stamp, on day: LocalDate?, in hours: LogHours?) -> Bool {
        guard stamp.offset == nil, let name = stamp.zone, rules(of: name) == nil else { return true }
        let capitals = name.uppercased()
        return hours?.names.contains(capitals) ?? true
            || day == nil && LineScanner.severalClocks.contains(capitals)
    }

    /// Seconds ahead of UTC; nil where the clock is the log's own.
    mutating func offset(of stamp: Stamp, at local: LocalDateTime) -> Int? {
        stamp.offset
            ?? stamp.zone.flatMap { rules(of: $0) }.map { $0.offset(at: $0.resolve(local).instant).seconds }
    }

    private mutating func rules(of name: String) -> ZoneRules? {
        guard name.contains("/") else { return nil }
        if let known = zones[name] { return known }
        guard zones.count < Self.mostZones else { return nil }
        let rules = zone(name)
        zones[name] = .some(rules)
        return rules
    }
}
