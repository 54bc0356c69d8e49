import CivilTime
import Mentoring
public import MentoringService
import TimeZoneCatalog

extension CalendarReader {
    /// The whole days of the season that a calendar names, by first day: holidays, as offices and countries publish them.
    /// - Throws: `BadInput` with the line when the file as a whole cannot be read.
    public func holidays(in calendar: [UInt8], for terms: CalendarTerms) throws -> CalendarFindings<Holiday> {
        var reading = reading(for: terms)
        return try reading.holidays(in: ForeignComponent.read(calendar, names: .ofBusyTimes(of: terms.people)))
    }
}

extension ForeignReading {
    fileprivate mutating func holidays(in roots: [ForeignComponent]) throws -> CalendarFindings<Holiday> {
        let entries = entries(of: roots)
        var changes = ForeignChanges(among: entries)
        var found: [Holiday] = []
        for entry in entries {
            do {
                let days = try days(of: entry, without: changes.take(of: entry))
                if days.isEmpty { leaveFree(entry, "it has no day of a season that is not over") }
                let titles = entry.all("SUMMARY").map { OneLine.shown($0.text) }
                let title = titles.first.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(200))) } ?? ""
                found += days.map { Holiday(line: entry.line, days: $0, title: title.isEmpty ? "holiday" : title) }
            } catch let unusable as Unusable {
                leave(entry, unusable.reason)
            }
        }
        return CalendarFindings(found: found.sorted { ($0.days, $0.line) < ($1.days, $1.line) }, left: left)
    }

    /// The whole days of the season that an entry takes; most such calendars call them free, which says nothing here.
    private mutating func days(
        of entry: ForeignComponent, without changes: [ForeignProperty]
    ) throws -> [DayRange] {
        guard entry.name == "VEVENT" else { throw Unusable("it names no holiday") }
        if let line = entry.brokenLine { throw Unusable("line \(line) in it makes no sense") }
        guard !entry.isOff else { throw Unusable("it is cancelled") }
        let start = try entry.start(in: zones)
        guard start.isWholeDay else { throw Unusable("it is at a time of day; only whole days are frozen") }
        guard entry.all("EXRULE").isEmpty else { throw Unusable("it has an EXRULE, which is not understood") }
        let length = try self.length(of: entry, from: start)
        let first = terms.season.from.adding(days: 1 - length)
        var starts: Set<LocalDate> = [start.local.date]
        for property in entry.all("RRULE") {
            let series = try ForeignSeries(property, from: start, line: entry.line, zones: zones)
            starts.formUnion(try series.occurrences(from: first, to: terms.season.to, budget: &budget).map(\.date))
        }
        for property in entry.all("RDATE") {
            for text in property.values where !text.isEmpty { starts.insert(try day(text, of: property)) }
        }
        for property in entry.all("EXDATE") + changes {
            for text in property.values where !text.isEmpty { starts.remove(try day(text, of: property)) }
        }
        return starts.filter { first <= $0 && $0 <= terms.season.to }.compactMap { day in
            // What reaches beyond the seasons is frozen within them.
            try? DayRange(
                from: max(day, terms.season.from), to: min(day.adding(days: length - 1), terms.season.to))
        }
    }

    private func day(_ text: String, of property: ForeignProperty) throws -> LocalDate {
        guard let stamp = ForeignStamp(text) else {
            throw Unusable("its \(property.name) \(Unusable.quoted(text)) is not a date or a time")
        }
        return stamp.date
    }

    /// Over how many days it goes; one where nothing says more.
    private func length(of entry: ForeignComponent, from start: ForeignTime) throws -> Int {
        var days = 1
        if let end = try entry.only("DTEND") {
            days = start.local.date.days(until: try day(end.value, of: end))
        } else if let written = try entry.only("DURATION") {
            guard let duration = ForeignDuration(written.value) else {
                throw Unusable("its DURATION \(Unusable.quoted(written.value)) is no positive duration")
            }
            days = duration.days
        }
        guard days >= 0 else { throw Unusable("it ends before it begins") }
        guard days <= Self.longest else { throw Unusable("it is longer than \(Self.longest) days") }
        return max(1, days)
    }

    /// No holiday is longer than a year.
    private static var longest: Int { 366 }
}
