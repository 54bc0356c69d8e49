public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// What somebody sees at the secret address of their own page: what is next for them, and how far they have come.
public struct OwnPage: Sendable {
    /// A session to come, and the person's part in it.
    public struct Entry: Sendable {
        /// The session on the person's clock.
        public let session: SessionView
        /// Its program's title.
        public let program: String
        /// What the program calls its region.
        public let regionTitle: String
        /// What it is to the person.
        public let part: PersonalFeed.Part
        /// What else it is to them.
        public let standing: SessionStanding

        package init(
            session: SessionView, program: String, regionTitle: String, part: PersonalFeed.Part,
            standing: SessionStanding
        ) {
            self.session = session
            self.program = program
            self.regionTitle = regionTitle
            self.part = part
            self.standing = standing
        }
    }

    /// A path that the person is on.
    public struct Walk: Sendable {
        /// The program's title.
        public let program: String
        /// What it calls its regions.
        public let regionTitles: RegionTitles
        /// Where the person stands.
        public let progress: ProgressView

        package init(program: String, regionTitles: RegionTitles, progress: ProgressView) {
            self.program = program
            self.regionTitles = regionTitles
            self.progress = progress
        }
    }

    /// A region in whose sessions the person could be all of a season.
    public struct WholeSeason: Sendable {
        /// The program.
        public let program: Program.Name
        /// What people call it.
        public let title: String
        /// The season that runs, or the next one.
        public let season: Season.Name
        /// The region.
        public let region: Region
        /// What the program calls it.
        public let regionTitle: String
        /// Whether they are enrolled in all of it.
        public let isTheirs: Bool
        /// The codes of its sessions to come in which they are not all the same, and which they do not lead.
        public let leftOut: [String]

        package init(
            program: Program.Name, title: String, season: Season.Name, region: Region, regionTitle: String,
            isTheirs: Bool, leftOut: [String]
        ) {
            self.program = program
            self.title = title
            self.season = season
            self.region = region
            self.regionTitle = regionTitle
            self.isTheirs = isTheirs
            self.leftOut = leftOut
        }
    }

    /// How often a mentor has agreed to lead.
    public struct MentorTerms: Hashable, Sendable {
        /// The most sessions in a calendar month.
        public let maxPerMonth: Int
        /// The least number of weeks between turns.
        public let minGapWeeks: Int

        package init(_ mentor: Mentor) { (maxPerMonth, minGapWeeks) = (mentor.maxPerMonth, mentor.minGapWeeks) }
    }

    /// A program in which the person is more than a trainee.
    public struct Office: Sendable {
        /// The program.
        public let program: Program.Name
        /// What people call it.
        public let title: String
        /// Whether they mentor in it.
        public let mentors: Bool
        /// Whether they organize it.
        public let organizes: Bool
        /// What they have agreed to as its mentor; nil for who mentors nobody there.
        public let terms: MentorTerms?

        package init(program: Program.Name, title: String, organizes: Bool, terms: MentorTerms?) {
            self.program = program
            self.title = title
            mentors = terms != nil
            self.organizes = organizes
            self.terms = terms
        }
    }

    /// The name.
    public let name: String
    /// The person's clock.
    public let zone: TimeZoneID
    /// The sessions to come that the person leads, attends or waits for, by start.
    public let next: [Entry]
    /// The sessions to come that the person has called off, and can let take place after all, by start.
    public let calledOff: [Entry]
    /// The sessions that are over and that the person led, by start.
    public let led: [Entry]
    /// The sessions that are over in which the person had a seat and was not seen, and whose questions they can still answer.
    public let missed: [Entry]
    /// Whose hour will move on the person's clock, of those sessions.
    public let hourMoves: [HourMove]
    /// The person's weeks of duties that are not over, by Monday.
    public let duties: [DutyTurnView]
    /// The programs that the person mentors in or organizes, by name.
    public let offices: [Office]
    /// Whether the person decides on the whole server.
    public let administers: Bool
    /// The paths of the programs in which the person is a trainee, by program.
    public let walks: [Walk]
    /// The regions of those programs, as they take turns.
    public let wholeSeasons: [WholeSeason]
    /// The moment at which it was asked for.
    public let asOf: Instant

    package init(
        name: String, zone: TimeZoneID, next: [Entry], calledOff: [Entry], led: [Entry], missed: [Entry],
        hourMoves: [HourMove],
        duties: [DutyTurnView],
        offices: [Office],
        administers: Bool, walks: [Walk], wholeSeasons: [WholeSeason], asOf: Instant
    ) {
        self.name = name
        self.zone = zone
        self.next = next
        self.calledOff = calledOff
        self.led = led
        self.missed = missed
        self.hourMoves = hourMoves
        self.duties = duties
        self.offices = offices
        self.administers = administers
        self.walks = walks
        self.wholeSeasons = wholeSeasons
        self.asOf = asOf
    }
}
