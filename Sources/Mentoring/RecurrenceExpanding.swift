public import CivilTime

/// Turns recurrence rules into wall-clock times; `ICalendar` does it with libical.
public protocol RecurrenceExpanding: Sendable {
    /// The rule in its canonical spelling.
    /// - Throws: `BadInput` when it is no RFC 5545 RRULE of frequency DAILY, WEEKLY, MONTHLY or YEARLY, or has UNTIL or COUNT.
    func validated(rule: String) throws -> String

    /// The times at which the rule occurs, ascending, on the wall clock and free of any zone.
    ///
    /// - Parameters:
    ///   - rule: an RRULE value.
    ///   - start: the anchor (DTSTART). It is itself an occurrence only if the rule matches it.
    ///   - days: the days of interest.
    /// - Returns: the times within these days.
    /// - Throws: `BadInput` when the rule cannot be read or asks for more than 250,000 candidates.
    func occurrences(of rule: String, from start: LocalDateTime, in days: DayRange) throws -> [LocalDateTime]
}
