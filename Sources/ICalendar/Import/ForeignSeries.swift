import CivilTime
import Mentoring

/// How many candidates (a day and a time of day) the rules of one file may still make us look at.
struct CandidateBudget: Sendable {
    /// Those looked at so far.
    private(set) var used = 0

    /// Takes so many off before they are looked at.
    /// - Throws: `BadInput` naming the rule that asks for more than is left.
    mutating func charge(_ count: Int, for rule: String, line: Int) throws(BadInput) {
        let (sum, overflow) = used.addingReportingOverflow(count)
        guard !overflow, sum <= RecurrenceExpander.budget else {
            throw BadInput(
                "the rules up to \(Unusable.quoted(rule)) have more than \(RecurrenceExpander.budget) candidates; "
                    + "take that event out, or export fewer", line: line)
        }
        used = sum
    }
}

/// A component's DTSTART and one RRULE.
struct ForeignSeries: Sendable {
    /// On the clock of DTSTART.
    let start: LocalDateTime
    /// With what it leaves open taken from DTSTART.
    let rule: RecurrenceRule
    /// The last time of day on the last day, where UNTIL gives one.
    let until: LocalDateTime?
    /// How many times, where COUNT says so.
    let count: Int?
    /// The rule as it stands in the file, and where.
    let written: String
    let line: Int

    /// Reads an RRULE value.
    /// - Throws: `Unusable` saying what is not understood.
    init(_ property: ForeignProperty, from start: ForeignTime, line: Int, zones: ForeignZones) throws {
        var (parts, until, count): ([Substring], LocalDateTime?, Int?) = ([], nil, nil)
        for part in property.value.split(separator: ";") {
            let name = part.prefix { $0 != "=" }.uppercased()
            let value = String(part.dropFirst(name.count + 1))
            switch name {
            case "UNTIL" where until == nil:
                // An UNTIL that is a DATE includes its day, whatever the time of day.
                let last = try zones.time(value, of: ForeignProperty(name: "UNTIL", parameters: [:], value: value))
                let reading = value.hasSuffix("Z") ? try zones.reading(of: last, on: start.clock) : last.local
                until = last.isWholeDay ? reading.adding(seconds: 86_399) : reading
            case "COUNT" where count == nil:
                guard value.utf8.count <= 10, let number = Int(value), number > 0 else {
                    throw Unusable("its COUNT \(Unusable.quoted(value)) is no number of times")
                }
                count = number
            case "UNTIL", "COUNT": throw Unusable("its rule has \(name) twice")
            default: parts.append(part)
            }
        }
        guard until == nil || count == nil else { throw Unusable("its rule has both UNTIL and COUNT") }
        do {
            rule = try RecurrenceRule(parts.joined(separator: ";")).completed(from: start.local)
        } catch {
            throw Unusable(error.message)
        }
        self.start = start.local
        self.until = until
        self.count = count
        written = property.value
        self.line = line
    }

    /// The times on the days from `first` to `last`, ascending.
    func occurrences(
        from first: LocalDate, to last: LocalDate, budget: inout CandidateBudget
    ) throws -> [LocalDateTime] {
        guard count == nil else {
            return try counted(to: last, budget: &budget).filter { $0.date >= first }
        }
        return try expand(from: first, to: min(last, until?.date ?? last), budget: &budget)
    }

    /// The last day on which it occurs; nil when it has no end.
    func lastDay(budget: inout CandidateBudget) throws -> LocalDate? {
        if count != nil { return try counted(to: LocalDate(epochDay: .max), budget: &budget).last?.date }
        guard let until else { return nil }
        return until.time >= start.time ? until.date : until.date.adding(days: -1)
    }

    /// Whether DTSTART is one of the rule's own times.
    func isSynchronized(budget: inout CandidateBudget) throws -> Bool {
        try expand(from: start.date, to: start.date, budget: &budget).contains(start)
    }

    /// The times that COUNT allows, as far as a day; counting has to begin at the start.
    private func counted(to last: LocalDate, budget: inout CandidateBudget) throws -> [LocalDateTime] {
        let count = count ?? .max
        var found: [LocalDateTime] = []
        var day = start.date
        while found.count < count, day <= last {
            // Most rules occur at least once in a period: as many periods as times are missing will mostly do.
            let periods = min(count - found.count, 1000)
            let end = min(day.adding(days: periods * rule.interval * rule.periodLength - 1), last)
            found += try expand(from: day, to: end, budget: &budget)
            guard end < last else { break }
            day = end.adding(days: 1)
        }
        return Array(found.prefix(count))
    }

    private func expand(
        from first: LocalDate, to last: LocalDate, budget: inout CandidateBudget
    ) throws -> [LocalDateTime] {
        let first = max(first, start.date)
        guard first <= last else { return [] }
        let text = rule.description
        let periods = (rule.period(of: last) - rule.period(of: first)) / rule.interval + 1
        let times = rule.byHour.count * rule.byMinute.count * rule.bySecond.count
        try budget.charge(periods * rule.periodLength * times, for: written, line: line)
        let days = try DayRange(from: first, to: last)
        do {
            let found = try RecurrenceExpander().occurrences(of: text, from: start, in: days)
            return until.map { until in found.filter { $0 <= until } } ?? found
        } catch var bad as BadInput {
            bad.line = line
            throw bad
        }
    }
}

extension RecurrenceRule {
    /// The most days that one of the periods has which INTERVAL counts.
    fileprivate var periodLength: Int {
        switch frequency {
        case .daily: 1
        case .weekly: 7
        case .monthly: 31
        case .yearly: 366
        }
    }
}
