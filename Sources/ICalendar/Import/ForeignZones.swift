import CivilTime
import TimeZoneCatalog

/// What other programs mean by the zones they name.
///
/// Only names count: a file's own VTIMEZONE is not trusted, since it may say anything of Europe/Berlin.
struct ForeignZones: Sendable {
    let catalog: TimeZoneCatalog
    /// The mentor's zone, in which floating times are taken.
    let own: TimeZoneID
    /// The catalog would look for similar names of each that it does not know, and strangers may ask for thousands.
    private let names: [String: TimeZoneID]

    init(catalog: TimeZoneCatalog, own: TimeZoneID) {
        self.catalog = catalog
        self.own = own
        names = Dictionary(catalog.names.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }

    /// The zone of a TZID: an IANA name in any case of letters, also behind the prefix of a known registry, or a name of Windows.
    /// - Throws: `Unusable` when nobody can tell which zone is meant.
    func zone(tzid: String) throws(Unusable) -> TimeZoneID {
        let candidates = [Self.withoutRegistry(tzid), Self.windowsNames[tzid.lowercased()]].compactMap(\.self)
        guard let zone = candidates.lazy.compactMap({ names[$0.lowercased()] }).first else {
            throw Unusable("its zone \(Unusable.quoted(tzid)) is not a name of the tz database such as Europe/Berlin")
        }
        return zone
    }

    /// Whether the clocks of the zone show what the mentor's show, on every one of these days.
    func agrees(_ zone: TimeZoneID, from first: LocalDate, to last: LocalDate) throws -> Bool {
        if catalog.areSame(zone, own) { return true }
        let (theirs, ours) = (try catalog.rules(for: zone), try catalog.rules(for: own))
        // A day more on either side, since the days begin at different times in the two.
        let start = ours.resolve(LocalDateTime(date: first.adding(days: -1), time: .midnight)).instant
        let end = ours.resolve(LocalDateTime(date: last.adding(days: 2), time: .midnight)).instant
        let changes = [theirs, ours].flatMap { $0.transitions(from: start, to: end).map(\.instant) }
        return ([start] + changes).allSatisfy { theirs.offset(at: $0) == ours.offset(at: $0) }
    }

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
