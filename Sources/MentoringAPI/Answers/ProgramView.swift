public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A program as listings, the API and `--json` show it.
public struct ProgramView: Codable, Hashable, Sendable {
    /// A step on the path to core reviewer.
    public struct StageView: Codable, Hashable, Sendable {
        /// One thing that a stage asks for.
        public struct GoalView: Codable, Hashable, Sendable {
            /// What is counted, such as sessions or areas.
            public var goal: Stage.Goal
            /// How much in all, counted since somebody began.
            public var wanted: Int

            package init(goal: Stage.Goal, wanted: Int) {
                self.goal = goal
                self.wanted = wanted
            }
        }

        /// What the project calls it.
        public var name: String
        /// What it asks for, without what it does not.
        public var goals: [GoalView]

        package init(name: String, goals: [GoalView]) {
            self.name = name
            self.goals = goals
        }
    }

    /// The short name.
    public var name: String
    /// What people call it.
    public var title: String
    /// What it is and whom it is for, plain text in paragraphs with blank lines between them; null where it does not say.
    public var about: String?
    /// The address of its code of conduct; null where it has none.
    public var conduct: String?
    /// The organizer's public address.
    public var contact: EmailAddress
    /// Where sessions are held.
    public var location: String
    /// The name of the season that runs, or of the next one; nil from a server of before seasons had names.
    public var season: String?
    /// The Monday on which its week 1 begins.
    public var seasonStart: LocalDate
    /// How many weeks the season has.
    public var weeks: Int
    /// Whether every region meets in a meeting week, or one of them.
    public var cadence: Cadence
    /// Which weeks meet, such as `every-2-weeks`; null means every week.
    public var meets: MeetingWeeks?
    /// What becomes of a meeting whose week is frozen; null means that it is left out.
    public var whenFrozen: WhenFrozen?
    /// Minutes of a session.
    public var minutes: Int
    /// Seats of a session.
    public var capacity: Int
    /// The regions, in the order in which they take turns.
    public var regions: [Region]
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?
    /// How many weeks ahead sessions are announced.
    public var announceWeeks: Int
    /// How many hours ahead a session is at least when it is planned; null from a server of before that could be said.
    public var noticeHours: Int?
    /// How many hours somebody who moved up from a waiting list has at least to say that they come.
    public var confirmHours: Int?
    /// The parts of the project that its training covers.
    public var areas: [Program.Area]
    /// The stages of its path to core, first to last; none when the program file names none.
    public var stages: [StageView]
    /// How people join; null where the file leaves it to the server, and nothing tells how that is run.
    public var join: Joining?
    /// When everybody sees what somebody proposed.
    public var proposals: ReviewTerms.Proposals?
    /// Whether it is archived: it can only be read.
    public var archived: Bool?
    /// Since when; null where it is not, or from a server of before that was said.
    public var archivedSince: Instant?
    /// Whether it pauses: sign-up and proposals are closed, and its mail waits.
    public var paused: Bool?

    package init(_ program: Program, stages: [Stage], isPaused: Bool, archivedSince: Instant? = nil) throws {
        name = program.name
        title = program.title
        about = program.about
        conduct = program.conduct
        contact = program.contact
        location = program.location
        season = program.season.name
        seasonStart = program.season.start
        weeks = program.season.weeks
        cadence = program.cadence
        meets = program.meets
        whenFrozen = program.whenFrozen
        minutes = program.minutes
        capacity = program.capacity
        regions = program.regions
        regionTitles = program.regionTitles.ifAny
        announceWeeks = program.announceWeeks
        noticeHours = program.noticeHours
        confirmHours = program.confirmHours
        areas = program.areas
        join = program.join
        proposals = program.reviews.proposals
        paused = isPaused
        archived = archivedSince != nil
        self.archivedSince = archivedSince
        let path = try PathToCore(stages: stages, areas: program.areas)
        self.stages = path.stages.map { stage in
            StageView(
                name: stage.name,
                goals: Stage.Goal.allCases.map { .init(goal: $0, wanted: path.wanted($0, for: stage)) }
                    .filter { $0.wanted > 0 })
        }
    }
}
