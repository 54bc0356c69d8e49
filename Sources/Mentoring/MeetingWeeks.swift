public import CivilTime

/// Which weeks of a season meet.
public enum MeetingWeeks: Hashable, Sendable {
    /// Every week.
    case everyWeek
    /// One week of so many, 2 to 8, from the season's first.
    case every(weeks: Int)
    /// The weeks that hold the month's so many-th such days: `[2, 4]` of `tue` are those of its second and fourth Tuesday.
    case weeksOfMonth([Int], Weekday)
}
