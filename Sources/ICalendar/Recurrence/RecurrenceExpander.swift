public import CivilTime
public import Mentoring
import MentoringService

/// Turns RFC 5545 recurrence rules into wall-clock times.
///
/// Not by libical's iterator: that looks for the first occurrence until the year 2582 before it returns (a second for
/// `FREQ=MONTHLY;BYMONTHDAY=8;BYDAY=1MO`), can be stopped by nothing, miscounts INTERVAL in some weekly rules and ignores
/// BYSETPOS and negative days in daily ones. Where it is right, the tests hold this to it.
public struct RecurrenceExpander: RecurrenceExpanding {
    /// The most days and times of day that one rule may make it look at.
    static let budget = 250_000

    /// An expander; it keeps nothing.
    public init() {}

    /// The rule in its canonical spelling: parts in a fixed order, capital letters, defaults left out.
    ///
    /// - Throws: `BadInput` when it is no RFC 5545 RRULE of frequency DAILY, WEEKLY, MONTHLY or YEARLY, or has UNTIL or COUNT.
    public func validated(rule: String) throws -> String {
        try RecurrenceRule(rule).description
    }

    /// The times at which the rule occurs.
    ///
    /// - Parameters:
    ///   - rule: an RRULE value without UNTIL and COUNT.
    ///   - start: the anchor (DTSTART): nothing occurs before it, INTERVAL counts from its day, week, month or year, and
    ///     what the rule leaves open is taken from it. It is itself an occurrence only if the rule matches it.
    ///   - days: the days of interest. A rule without an occurrence on them gives none; that is not an error.
    /// - Returns: the times in ascending order, on the wall clock and free of any zone.
    /// - Throws: `BadInput` when the rule cannot be read or asks for more than 250,000 candidates on these days.
    public func occurrences(of rule: String, from start: LocalDateTime, in days: DayRange) throws -> [LocalDateTime] {
        let complete = try RecurrenceRule(rule).completed(from: start)
        let first = complete.period(of: start.date)
        let wanted = complete.period(of: max(start.date, days.from))
        let last = complete.period(of: days.to)
        // The first period of interest in step with the anchor's.
        let skipped = (wanted - first + complete.interval - 1) / complete.interval
        var occurrences: [LocalDateTime] = []
        var candidates = 0
        for period in stride(from: first + skipped * complete.interval, through: last, by: complete.interval) {
            guard let found = complete.occurrences(inPeriod: period, candidates: &candidates) else {
                throw BadInput(
                    "the recurrence rule “\(RecurrenceRule.shown(rule))” has more than \(Self.budget) candidates from \(days); "
                        + "expected one that occurs a few times a day at most, or fewer days")
            }
            occurrences += found.filter { $0 >= start && days.contains($0.date) }
        }
        return occurrences
    }
}

extension RecurrenceRule {
    /// The occurrences of a completed rule in one period, ascending; nil when the budget does not suffice for them.
    fileprivate func occurrences(inPeriod period: Int, candidates: inout Int) -> [LocalDateTime]? {
        let (first, last) = days(ofPeriod: period)
        candidates += first.days(until: last) + 1
        guard candidates <= RecurrenceExpander.budget else { return nil }
        let allowed = (first.epochDay...last.epochDay).map(LocalDate.init(epochDay:)).filter(allows)
        candidates += allowed.count * byHour.count * byMinute.count * bySecond.count
        guard candidates <= RecurrenceExpander.budget else { return nil }
        let times = byHour.flatMap { hour in
            byMinute.flatMap { minute in bySecond.compactMap { LocalTime(hour: hour, minute: minute, second: $0) } }
        }
        let all = allowed.flatMap { day in times.map { LocalDateTime(date: day, time: $0) } }
        guard !bySetPosition.isEmpty else { return all }
        let positions = Set(bySetPosition.map { $0 > 0 ? $0 - 1 : all.count + $0 })
        return positions.sorted().compactMap { all.indices.contains($0) ? all[$0] : nil }
    }
}
