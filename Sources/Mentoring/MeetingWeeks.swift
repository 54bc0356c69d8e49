public import CivilTime

/// Which weeks of a season meet.
public enum MeetingWeeks: Hashable, Sendable {
    /// Every week, as where nothing is said.
    case everyWeek
    /// One week of so many, 2 to 8, counted from the season's first, which meets.
    case every(weeks: Int)
    /// The weeks that hold such a weekday of a month, as in the 2nd and 4th Tuesday; ascending, 1 to 5.
    ///
    /// A month without a fifth one has none.
    case weeksOfMonth([Int], Weekday)

    /// How many weeks may lie from one meeting to the next where not every week meets.
    public static let intervals = 2...8
    /// Which of a month's weekdays there can be.
    public static let ordinals = 1...5

    /// - Throws: `BadInput` when it is not one or more different numbers from 1 to 5.
    public static func validated(weeksOfMonth ordinals: [Int], _ weekday: Weekday) throws(BadInput) -> MeetingWeeks {
        guard !ordinals.isEmpty, Set(ordinals).count == ordinals.count, ordinals.allSatisfy(Self.ordinals.contains)
        else { throw BadInput("expected one or more different numbers from 1 to 5 for weeks-of-month, such as [2, 4]") }
        return .weeksOfMonth(ordinals.sorted(), weekday)
    }

    /// Whether a week of a season meets, freezes aside.
    ///
    /// Weeks may lie outside the season: the next meeting may be after its end.
    public func meets(inWeek week: Int, of season: Season) -> Bool {
        switch self {
        case .everyWeek: return true
        case .every(let interval):
            return (week - 1) % interval == 0
        case .weeksOfMonth(let ordinals, let weekday):
            let day = season.monday(ofWeek: week).adding(days: weekday.rawValue - 1)
            return ordinals.contains((day.day - 1) / 7 + 1)
        }
    }

    /// The first meeting week after a week, though it may lie after the season's end.
    ///
    /// Only the fifth of a month lets more than eight weeks pass, and never more than a quarter of a year.
    func next(after week: Int, of season: Season) -> Int {
        (week + 1...week + 14).first { meets(inWeek: $0, of: season) } ?? week + 14
    }
}
