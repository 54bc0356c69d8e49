/// One time at which one mentor could lead a session.
public struct Slot: Hashable, Sendable {
    /// Names the slot in plans; among equal plans the one with the smaller ids is chosen.
    public var id: String
    /// The mentor who offers it.
    public var mentor: String
    /// The number of the week of its local date, from 0.
    public var week: Int
    /// When it starts, in minutes since 1970-01-01T00:00Z.
    public var start: Int
    /// How long it lasts, in minutes.
    public var minutes: Int
    /// The mentor's UTC offset at the start, in minutes east.
    public var offset: Int
    /// How little the mentor likes it, from 0 (best) to 3.
    public var preference: Int

    /// A slot of one mentor; `start` is in minutes since the epoch, `offset` the mentor's minutes east of UTC then.
    public init(
        id: String, mentor: String, week: Int, start: Int, minutes: Int, offset: Int, preference: Int = 0
    ) {
        self.id = id
        self.mentor = mentor
        self.week = week
        self.start = start
        self.minutes = minutes
        self.offset = offset
        self.preference = preference
    }

    /// The mentor-local date.
    var localDay: CalendarDay { CalendarDay(number: (start + offset).floorDivided(by: 1440)) }

    /// The month of the mentor-local date, as year · 12 + month (January is 1).
    public var month: Int { localDay.month }
}
