/// Someone, or so many of one zone, for whose day the hours are chosen.
public struct Attendee: Hashable, Sendable {
    /// Names the attendee in errors.
    public var id: String
    /// The zone the attendee lives in, one of the problem's.
    public var zone: String
    /// The programs attended.
    public var programs: [String]
    /// The weeks attended, by number.
    public var weeks: ClosedRange<Int>
    /// How many they are; at least 1.
    public var heads: Int

    /// Attendees of some programs during some weeks.
    public init(id: String, zone: String, programs: [String], weeks: ClosedRange<Int>, heads: Int = 1) {
        self.id = id
        self.zone = zone
        self.programs = programs
        self.weeks = weeks
        self.heads = heads
    }
}
