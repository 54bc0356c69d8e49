import CivilTime
import TimeZoneCatalog

/// By which clock another program means a time.
enum ForeignClock: Hashable, Sendable, CustomStringConvertible {
    /// That of a zone.
    case zone(TimeZoneID)
    /// That of the file's own VTIMEZONE of that TZID.
    case file(String)

    var description: String {
        switch self {
        case .zone(let zone): zone.name
        case .file(let name): Unusable.quoted(name)
        }
    }
}

/// What other programs mean by the zones they name.
///
/// A known name says it all, whatever the file's own VTIMEZONE says of Europe/Berlin; that counts for names alone which nobody knows.
struct ForeignZones: Sendable {
    let catalog: TimeZoneCatalog
    /// The mentor's zone, in which floating times are taken.
    let own: TimeZoneID
    /// The VTIMEZONEs of the calendar that is being read.
    var file = FileZones()
    /// The catalog would look for similar names of each that it does not know, and strangers may ask for thousands.
    private let names: [String: TimeZoneID]

    init(catalog: TimeZoneCatalog, own: TimeZoneID) {
        self.catalog = catalog
        self.own = own
        names = Dictionary(catalog.names.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }

    /// The clock of a TZID: that of an IANA name in any case of letters, also behind the prefix of a known registry, of a name of
    /// Windows, or of the file's own VTIMEZONE.
    /// - Throws: `Unusable` when nobody can tell which zone is meant.
    func clock(tzid: String) throws(Unusable) -> ForeignClock {
        if let zone = zone(named: tzid) { return .zone(zone) }
        do {
            if try file.rules(of: tzid) != nil { return .file(tzid) }
        } catch {
            throw Unusable(
                "its zone \(Unusable.quoted(tzid)) is no name that is known, and its VTIMEZONE cannot be followed: "
                    + error.reason)
        }
        throw Unusable("its zone \(Unusable.quoted(tzid)) is not a name of the tz database such as Europe/Berlin")
    }

    /// The zone that a TZID names to everybody.
    func zone(named tzid: String) -> TimeZoneID? {
        let known = [
            Self.withoutRegistry(tzid), TimeZoneCatalog.windowsNames[tzid.lowercased()]?.name,
            Self.others[tzid.lowercased()],
        ]
        return known.lazy.compactMap { $0.flatMap { names[$0.lowercased()] } }.first
    }

    /// The rules of a clock.
    func rules(for clock: ForeignClock) throws -> ZoneRules {
        switch clock {
        case .zone(let zone): return try catalog.rules(for: zone)
        case .file(let name):
            guard let rules = try file.rules(of: name) else { throw Unusable("there is no VTIMEZONE for its zone") }
            return rules
        }
    }

    /// Whether a clock shows what the mentor's shows, on every one of these days.
    func agrees(_ clock: ForeignClock, from first: LocalDate, to last: LocalDate) throws -> Bool {
        if case .zone(let zone) = clock, catalog.areSame(zone, own) { return true }
        let (theirs, ours) = (try rules(for: clock), try catalog.rules(for: own))
        // A day more on either side, since the days begin at different times in the two.
        let start = ours.resolve(LocalDateTime(date: first.adding(days: -1), time: .midnight)).instant
        let end = ours.resolve(LocalDateTime(date: last.adding(days: 2), time: .midnight)).instant
        let changes = [theirs, ours].flatMap { $0.transitions(from: start, to: end).map(\.instant) }
        return ([start] + changes).allSatisfy { theirs.offset(at: $0) == ours.offset(at: $0) }
    }

    /// What programs write that is neither IANA's nor CLDR's, and means one thing: Outlook's UTC.
    private static let others = ["tzone://microsoft/utc": "Etc/UTC"]

    /// The name behind a prefix such as `/freeassociation.sourceforge.net/Tzfile/` or `/mozilla.org/20070129_1/`.
    private static func withoutRegistry(_ tzid: String) -> String {
        guard tzid.hasPrefix("/") else { return tzid }
        let parts = tzid.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, registries.contains(String(first)) else { return String(tzid.dropFirst()) }
        // A release or the like is the only part with a digit or of this name.
        let name = parts.dropFirst().drop { $0 == "Tzfile" || $0.contains("_") && $0.last?.isNumber == true }
        return name.joined(separator: "/")
    }

    private static let registries: Set<String> = [
        "freeassociation.sourceforge.net", "mozilla.org", "softwarestudio.org", "citadel.org",
    ]
}
