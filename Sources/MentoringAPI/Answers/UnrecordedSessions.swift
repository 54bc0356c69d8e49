package import Mentoring

/// Sessions of a season that are over, and of which nobody recorded who came; what was held can be recorded however long ago it was.
public struct UnrecordedSessions: Codable, Hashable, Sendable {
    /// The program.
    public var program: String
    /// The season's name.
    public var season: String
    /// How many sessions.
    public var count: Int
    /// The code of the first.
    public var first: String
    /// The code of the last.
    public var last: String

    /// Those sessions of a program's season, in any order; nil if there is none.
    package init?(_ sessions: [Session], of program: Program.Name, season: Season.Name) {
        let codes = sessions.sorted { ($0.start, $0.code) < ($1.start, $1.code) }.map(\.code.description)
        guard let first = codes.first, let last = codes.last else { return nil }
        self.program = program
        self.season = season
        count = codes.count
        self.first = first
        self.last = last
    }
}
