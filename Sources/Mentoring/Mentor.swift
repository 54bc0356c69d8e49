public import CivilTime
public import TimeZoneCatalog

/// A core reviewer who leads sessions of a program.
public struct Mentor: Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// The person who leads sessions there.
    public var person: Person
    /// The region whose sessions they lead.
    public var region: Region
    /// Whether somebody chose that region though it is not their clock's: it stays when the clock moves.
    public var keepsRegion: Bool
    /// Share of the load, 1 or more; 2 leads twice as often as 1.
    public var weight: Int
    /// Turns lie at least so many weeks apart; 1 allows every week.
    public var minGapWeeks: Int
    /// The most sessions in a calendar month.
    public var maxPerMonth: Int
    /// The areas in which they are the one to ask, in the order of the file.
    public var knows: [Program.Area]
    /// When they became one; kept when their terms change.
    public var since: Instant

    /// What a weight can be.
    public static let weights = 1...16
    /// What the least gap between turns can be, in weeks; of a duty's volunteers too.
    public static let gaps = 1...52
    /// What the most sessions in a calendar month can be.
    public static let monthlyLimits = 1...31

    /// A mentor of a program; without `since`, from the beginning.
    public init(
        program: Program.Name, person: Person, region: Region, keepsRegion: Bool = false, weight: Int = 1,
        minGapWeeks: Int = 2, maxPerMonth: Int = 2, knows: [Program.Area] = [], since: Instant = .distantPast
    ) {
        self.program = program
        self.person = person
        self.region = region
        self.keepsRegion = keepsRegion
        self.weight = weight
        self.minGapWeeks = minGapWeeks
        self.maxPerMonth = maxPerMonth
        self.knows = knows
        self.since = since
    }
}
