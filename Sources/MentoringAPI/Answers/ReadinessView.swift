public import Mentoring
public import TimeZoneCatalog

/// Whether a season can be planned: which mentors have published a time, which weeks of which regions their times cover, and in which of
/// them a plan would have somebody lead as often as they have agreed to.
public struct ReadinessView: TellsRegionTitles, Codable, Hashable, Sendable {
    /// A region's weeks.
    public struct Coverage: Codable, Hashable, Sendable {
        /// The region.
        public var region: Region
        /// The mentors who lead there.
        public var mentors: Int
        /// The turns to come that want a session; what has begun, or is over, is none.
        public var turns: Int
        /// The weeks of those for which somebody has a time.
        public var covered: [Int]
        /// The weeks for which nobody has.
        public var open: [Int]
        /// The weeks that a plan made in a moment leaves without a mentor: the open ones, and those for which whoever has a time led too
        /// short a while before, or often enough that month.
        public var unled: [Int]

        package init(region: Region, mentors: Int, turns: Int, covered: [Int], open: [Int], unled: [Int]) {
            self.region = region
            self.mentors = mentors
            self.turns = turns
            self.covered = covered
            self.open = open
            self.unled = unled
        }
    }

    /// The program.
    public var program: Program.Name
    /// The season.
    public var season: Season.Name
    /// Whether any of its sessions is planned already.
    public var isPlanned: Bool
    /// The names of the mentors who have published a time, by name.
    public var published: [String]
    /// The names of those who have not.
    public var missing: [String]
    /// Each region that takes part, in the program's order.
    public var regions: [Coverage]
    /// Whom asking for times would write to now, and whom not again this week; null where asking is refused.
    public var invitations: MentorInvitations?
    /// Why asking for times is refused; null where it is not.
    public var invitationsRefused: String?
    /// Whether it is proved that no plan leaves fewer turns without a mentor; a longer search may find one where it is not.
    public var isLeast: Bool
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(
        program: Program.Name, season: Season.Name, isPlanned: Bool, published: [String], missing: [String],
        regions: [Coverage], isLeast: Bool
    ) {
        self.program = program
        self.season = season
        self.isPlanned = isPlanned
        self.published = published
        self.missing = missing
        self.regions = regions
        self.isLeast = isLeast
    }

    /// Whether a plan would have a mentor for every turn.
    public var isComplete: Bool { isAny && regions.allSatisfy { $0.unled.isEmpty } }
    /// Whether a plan would have any session at all.
    public var isAny: Bool { regions.contains { !$0.covered.isEmpty } }
    /// Whether any week wants a session yet: none does of a season that is over, or that is frozen as a whole.
    public var isAnyLeft: Bool { regions.contains { $0.turns > 0 } }
}

/// Who was asked by mail to publish their times.
public struct MentorInvitations: Codable, Hashable, Sendable {
    /// The names of those to whom a mail leaves now.
    public var told: [String]
    /// The names of those who had one within a week.
    public var alreadyTold: [String]
    /// How many mentors have published a time already.
    public var published: Int

    package init(told: [String], alreadyTold: [String], published: Int) {
        self.told = told
        self.alreadyTold = alreadyTold
        self.published = published
    }
}
