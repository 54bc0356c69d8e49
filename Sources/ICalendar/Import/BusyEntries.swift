import CivilTime
import Mentoring
import MentoringService

/// The entries of a calendar, taken one by one, and when they make its owner busy.
///
/// Kept are only those that others may say more of: what recurs, what changes it, what is in a zone that a later VTIMEZONE may
/// explain. What lies outside the season is passed over at once.
struct BusyEntries {
    private(set) var reading: ForeignReading
    private let season: Range<Instant>
    private var kept: [ForeignComponent] = []
    private var size = 0
    private var found: [BusyTime] = []
    private var away: [AwayDays] = []

    /// When so many times were found, those are put together between which no session has room.
    private static let manyTimes = 50_000
    /// More absences than anybody has are not offered.
    private static let mostAway = 100

    init(_ reading: ForeignReading) throws {
        self.reading = reading
        season = try reading.seasonTime()
    }

    /// Takes the next entry of the file, or a VCALENDAR of which the entries were taken.
    mutating func take(_ entry: ForeignComponent) throws {
        switch entry.name {
        case "VCALENDAR":
            if let line = entry.brokenLine { reading.leave(entry, "line \(line) makes no sense and is passed over") }
        case "VTIMEZONE":
            guard let name = entry.zoneName, reading.zones.zone(named: name) == nil else { return }
            try keep(entry)
        case _ where entry.isOutside(reading.terms.season): break
        case _ where needsOthers(entry): try keep(entry)
        default: try read(entry, changes: [])
        }
    }

    /// What all of them say together.
    mutating func findings() throws -> BusyFindings {
        let entries = kept.filter { $0.name != "VTIMEZONE" }
        reading.readZones(of: kept, for: entries)
        var changes = ForeignChanges(among: entries)
        for entry in entries { try read(entry, changes: changes.take(of: entry)) }
        for change in changes.rest {
            guard let range = change.all("RECURRENCE-ID").compactMap({ $0.parameters["RANGE"]?.uppercased() }).first
            else { continue }
            reading.leave(
                change,
                "it moves other dates of a series that is not in the file or the season (RANGE=\(range.prefix(40))); only its own counts"
            )
        }
        return BusyFindings(found: found, away: AwayDays.merged(away), left: reading.left)
    }

    private func needsOthers(_ entry: ForeignComponent) -> Bool {
        ["RRULE", "RDATE", "RECURRENCE-ID"].contains { !entry.all($0).isEmpty }
            || entry.zoneNames.contains { reading.zones.zone(named: $0) == nil }
    }

    private mutating func keep(_ entry: ForeignComponent) throws {
        var entry = entry
        // A title only tells whole days of absence, which are not in a series.
        if !entry.all("RRULE").isEmpty { entry.properties.removeAll { ["SUMMARY", "CATEGORIES"].contains($0.name) } }
        size += entry.size
        guard size <= ForeignComponent.byteLimit, kept.count < ForeignComponent.countLimit else {
            throw BadInput(
                "up to here the calendar has more than \(ForeignComponent.countLimit) entries, or "
                    + "\(ForeignComponent.byteLimit) bytes of them, that recur or are in zones of its own; export less of it",
                line: entry.line)
        }
        kept.append(entry)
    }

    private mutating func read(_ entry: ForeignComponent, changes: [ForeignProperty]) throws {
        let season = season
        let times = try reading.busyTimes(of: entry, changes: changes, in: season)
        let inSeason = times.filter { $0.overlaps(season) }
        found += inSeason.map { BusyTime(line: entry.line, time: $0) }.merged(across: 0)
        if found.count > Self.manyTimes {
            found = found.fewer(than: 0, minutes: reading.terms.minutes)
        }
        if away.count < Self.mostAway, let days = reading.awayDays(of: entry) {
            away.append(AwayDays(line: entry.line, days: days))
        }
    }
}

extension ForeignComponent {
    /// Whether an event lies wholly before or after these days, by what is written there; a zone makes no more than two days of it.
    fileprivate func isOutside(_ season: DayRange) -> Bool {
        guard name == "VEVENT", all("RDATE").isEmpty, all("DTSTART").count == 1,
            let start = ForeignStamp(all("DTSTART")[0].value)?.date
        else { return false }
        let (first, last) = (season.from.adding(days: -2), season.to.adding(days: 2))
        for change in all("RECURRENCE-ID") {
            // It also says which occurrence of another entry it is that has moved here.
            guard change.parameters["RANGE"] == nil, let origin = ForeignStamp(change.value)?.date,
                origin > last || origin < first.adding(days: -Self.longEvent)
            else { return false }
        }
        if start > last { return true }
        let ends = [all("DTEND").first, all("DURATION").first].compactMap(\.self).map { property in
            ForeignStamp(property.value)?.date ?? ForeignDuration(property.value).map(start.end(after:))
        }
        guard ends.count <= 1, let end = ends.first ?? start else { return false }
        switch all("RRULE").count {
        case 0: return end < first
        case 1:
            let parts = all("RRULE")[0].value.uppercased().split(separator: ";").filter { $0.hasPrefix("UNTIL=") }
            guard parts.count == 1, let until = ForeignStamp(String(parts[0].dropFirst(6)))?.date else { return false }
            return until.adding(days: max(0, start.days(until: end))) < first
        default: return false
        }
    }

    /// An occurrence that begins so many days before the season does not reach into it, unless it is a series of very long ones.
    private static let longEvent = 400
}

extension LocalDate {
    /// The day on which something ends that lasts so long; never too early.
    fileprivate func end(after duration: ForeignDuration) -> LocalDate {
        adding(days: duration.days + Int(duration.seconds / 86_400) + 1)
    }
}
