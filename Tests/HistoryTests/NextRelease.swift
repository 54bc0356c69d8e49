import CivilTime

@testable import TimeZoneCatalog

/// Tz data of a year to come, in which two zones follow other rules: a mentor's, whose sessions move with it, and a trainee's,
/// under whose clock the sessions of others move.
struct NextRelease: ZoneStore {
    /// The zones whose rules change, and whose they get.
    static let changes = ["Europe/Istanbul": "Africa/Johannesburg", "Europe/Paris": "Africa/Lagos"]

    private let shipped = ShippedZones()

    static let catalog = TimeZoneCatalog(store: Self(), source: .directory("the next release"))
    /// What is in force at first, in a catalog of its own, so that others do not get the new data.
    static func before() -> TimeZoneCatalog { TimeZoneCatalog(store: ShippedZones(), source: .shipped) }

    var release: String? { "2099a" }
    func names() -> [TimeZoneID] { shipped.names() }
    func contains(_ zone: TimeZoneID) -> Bool { shipped.contains(zone) }
    func location(of zone: TimeZoneID) -> String { "\(zone) of the next release" }
    func tzif(of zone: TimeZoneID) throws -> [UInt8] {
        try shipped.tzif(of: Self.changes["\(zone)"].flatMap { TimeZoneID($0) } ?? zone)
    }
}
