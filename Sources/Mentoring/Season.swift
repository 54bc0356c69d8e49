public import CivilTime

/// The numbered weeks of a program, each from Monday to Sunday.
public struct Season: Hashable, Sendable {
    /// How many weeks a season can have.
    public static let lengths = 1...104

    /// The Monday on which week 1 begins.
    public let start: LocalDate
    /// How many weeks, 1 to 104.
    public let weeks: Int

    /// - Throws: `BadInput` when the start is no Monday or the number of weeks is out of range.
    public init(start: LocalDate, weeks: Int) throws(BadInput) {
        guard start.weekday == .monday else {
            throw BadInput(
                "the season starts on \(start), a \(start.weekday.shortName); expected a Monday, such as \(start.mondayOfWeek)"
            )
        }
        guard Self.lengths.contains(weeks) else {
            throw BadInput("a season has 1 to \(Self.lengths.upperBound) weeks, not \(weeks)")
        }
        guard start.year >= Limits.firstYear else {
            throw BadInput(
                "a season from \(start) starts before \(Limits.firstYear), the first year of seasons; start it later")
        }
        guard start.adding(days: 7 * weeks).year <= Limits.lastYear else {
            throw BadInput(
                "a season from \(start) of \(weeks) weeks ends after \(Limits.lastYear), the last year of seasons; start it earlier"
            )
        }
        self.start = start
        self.weeks = weeks
    }

    /// The Monday of a week; weeks are counted from 1 and may lie outside the season.
    public func monday(ofWeek week: Int) -> LocalDate { start.adding(days: 7 * (min(max(week, -9999), 9999) - 1)) }

    /// Whether the season's last day has ended everywhere on earth.
    package func isOver(at now: Instant) -> Bool { end.isOver(at: now) }

    /// The week in which a day lies, or nil when it is outside the season.
    public func week(of day: LocalDate) -> Int? {
        let days = start.days(until: day)
        guard days >= 0, days < 7 * weeks else { return nil }
        return days / 7 + 1
    }

    /// The last day, a Sunday.
    public var end: LocalDate { start.adding(days: 7 * weeks - 1) }
}
