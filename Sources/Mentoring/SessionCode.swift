public import TimeZoneCatalog

/// A session's name, `nova-2027a-w03-asia`: program, season, week of the season, region.
///
/// It is no other session's, ever.
public struct SessionCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The program.
    public let program: Program.Name
    /// The season.
    public let season: Season.Name
    /// The week of the season, from 1.
    public let week: Int
    /// The region whose turn it is.
    public let region: Region

    /// The code of a turn.
    public init(program: Program.Name, season: Season.Name, week: Int, region: Region) {
        self.program = program
        self.season = season
        self.week = week
        self.region = region
    }

    /// Reads a whole code, or nil when the text is none; what else a text may mean, `WrittenCode` says.
    public init?(_ text: String) {
        guard let written = WrittenCode(text), let region = written.region, let full = written.full else { return nil }
        self.init(program: full.program, season: full.season, week: written.week, region: region)
    }

    /// `nova-2027a-w03-asia`.
    public var description: String {
        WrittenCode(place: "\(program)-\(season)", week: week, matter: region.rawValue).description
    }

    /// Orders by program, then season's name, then week, then region.
    public static func < (left: SessionCode, right: SessionCode) -> Bool {
        (left.program, left.season, left.week, left.region) < (right.program, right.season, right.week, right.region)
    }
}
