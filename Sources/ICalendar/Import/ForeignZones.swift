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
    private let names: Set<TimeZoneID>

    init(catalog: TimeZoneCatalog, own: TimeZoneID) {
        self.catalog = catalog
        self.own = own
        names = Set(catalog.names)
    }

    /// The zone of a TZID: an IANA name, also behind the prefix of a known registry, or a common Windows name.
    /// - Throws: `Unusable` when nobody can tell which zone is meant.
    func zone(tzid: String) throws(Unusable) -> TimeZoneID {
        let candidates = [Self.withoutRegistry(tzid), Self.windowsNames[tzid]].compactMap(\.self)
        guard let zone = candidates.lazy.compactMap(TimeZoneID.init).first(where: names.contains) else {
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

    /// Outlook's names of the zones in which most people live (CLDR `windowsZones`, territory 001).
    private static let windowsNames: [String: String] = [
        "AUS Eastern Standard Time": "Australia/Sydney",
        "Arab Standard Time": "Asia/Riyadh",
        "Arabian Standard Time": "Asia/Dubai",
        "Argentina Standard Time": "America/Buenos_Aires",
        "Atlantic Standard Time": "America/Halifax",
        "Cen. Australia Standard Time": "Australia/Adelaide",
        "Central Europe Standard Time": "Europe/Budapest",
        "Central European Standard Time": "Europe/Warsaw",
        "Central Standard Time": "America/Chicago",
        "Central Standard Time (Mexico)": "America/Mexico_City",
        "China Standard Time": "Asia/Shanghai",
        "E. Africa Standard Time": "Africa/Nairobi",
        "E. Australia Standard Time": "Australia/Brisbane",
        "E. South America Standard Time": "America/Sao_Paulo",
        "Eastern Standard Time": "America/New_York",
        "Egypt Standard Time": "Africa/Cairo",
        "FLE Standard Time": "Europe/Kiev",
        "GMT Standard Time": "Europe/London",
        "GTB Standard Time": "Europe/Bucharest",
        "Greenwich Standard Time": "Atlantic/Reykjavik",
        "India Standard Time": "Asia/Calcutta",
        "Israel Standard Time": "Asia/Jerusalem",
        "Korea Standard Time": "Asia/Seoul",
        "Mountain Standard Time": "America/Denver",
        "New Zealand Standard Time": "Pacific/Auckland",
        "Pacific SA Standard Time": "America/Santiago",
        "Pacific Standard Time": "America/Los_Angeles",
        "Pakistan Standard Time": "Asia/Karachi",
        "Romance Standard Time": "Europe/Paris",
        "Russian Standard Time": "Europe/Moscow",
        "SA Pacific Standard Time": "America/Bogota",
        "SE Asia Standard Time": "Asia/Bangkok",
        "Singapore Standard Time": "Asia/Singapore",
        "South Africa Standard Time": "Africa/Johannesburg",
        "Taipei Standard Time": "Asia/Taipei",
        "Tokyo Standard Time": "Asia/Tokyo",
        "Turkey Standard Time": "Europe/Istanbul",
        "US Mountain Standard Time": "America/Phoenix",
        "UTC": "Etc/UTC",
        "W. Australia Standard Time": "Australia/Perth",
        "W. Central Africa Standard Time": "Africa/Lagos",
        "W. Europe Standard Time": "Europe/Berlin",
    ]
}
