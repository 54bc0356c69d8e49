public import TimeZoneCatalog

/// A session's name, `nova-w03-asia`: program, week of the season, region.
public struct SessionCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The program.
    public let program: Program.Name
    /// The week of the season, from 1.
    public let week: Int
    /// The region whose turn it is.
    public let region: Region

    /// The code of a turn.
    public init(program: Program.Name, week: Int, region: Region) {
        self.program = program
        self.week = week
        self.region = region
    }

    /// Reads a code, or nil when the text is none.
    public init?(_ text: String) {
        let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let region = Region(rawValue: String(parts[parts.count - 1])),
            parts[parts.count - 2].hasPrefix("w"), let week = Int(parts[parts.count - 2].dropFirst()), week >= 1
        else { return nil }
        self.init(program: parts.dropLast(2).joined(separator: "-"), week: week, region: region)
    }

    /// `nova-w03-asia`.
    public var description: String { "\(program)-w\(String(week).zeroPadded(to: 2))-\(region.rawValue)" }

    /// Orders by program, then week, then region.
    public static func < (left: SessionCode, right: SessionCode) -> Bool {
        (left.program, left.week, left.region) < (right.program, right.week, right.region)
    }
}
