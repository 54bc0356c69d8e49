internal import CivilTime

/// Where compiled zones come from.
protocol ZoneStore: Sendable {
    /// The tz database's release, such as "2026f"; nil if it does not say.
    var release: String? { get }

    /// All names in it, in no particular order.
    func names() -> [TimeZoneID]

    /// Whether it has something under the name, good or not.
    func contains(_ zone: TimeZoneID) -> Bool

    /// Where the zone is, for people.
    func location(of zone: TimeZoneID) -> String

    /// The TZif file of a zone that the store contains.
    func tzif(of zone: TimeZoneID) throws -> [UInt8]
}
