/// The name of a week of a duty, `nova-2027a-w03-triage`: program, season, week of the season, duty.
public struct DutyCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The program.
    public let program: Program.Name
    /// The season.
    public let season: Season.Name
    /// The week of the season, from 1.
    public let week: Int
    /// The duty.
    public let duty: Duty.Name

    /// The code of a week of a duty.
    public init(program: Program.Name, season: Season.Name, week: Int, duty: Duty.Name) {
        self.program = program
        self.season = season
        self.week = week
        self.duty = duty
    }

    /// Reads a whole code, or nil when the text is none; a session's is none.
    public init?(_ text: String) {
        guard let written = WrittenCode(text), let duty = written.duty, let full = written.full else { return nil }
        self.init(program: full.program, season: full.season, week: written.week, duty: duty)
    }

    /// `nova-2027a-w03-triage`.
    public var description: String {
        WrittenCode(place: "\(program)-\(season)", week: week, matter: duty).description
    }

    /// Orders by program, then season's name, then week, then duty.
    public static func < (left: DutyCode, right: DutyCode) -> Bool {
        (left.program, left.season, left.week, left.duty) < (right.program, right.season, right.week, right.duty)
    }
}
