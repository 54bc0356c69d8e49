/// Someone for whose day the hours are chosen.
public struct Attendee: Hashable, Sendable {
    /// Names the attendee in errors.
    public var id: String
    /// The zone the attendee lives in, one of the problem's.
    public var zone: String
    /// The programs attended.
    public var programs: [String]
    /// The weeks attended, by number.
    public var weeks: ClosedRange<Int>

    /// An attendee of some programs during some weeks.
    public init(id: String, zone: String, programs: [String], weeks: ClosedRange<Int>) {
        self.id = id
        self.zone = zone
        self.programs = programs
        self.weeks = weeks
    }
}
