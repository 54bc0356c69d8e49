public import Mentoring

/// How far a trainee has come on the path to core, as the trainee, a mentor or an organizer sees it.
///
/// Nobody's address is in it, but for an organizer who reads of two of one name.
public struct ProgressView: Codable, Hashable, Sendable {
    /// A stage, and where the trainee stands in it.
    public struct StageView: Codable, Hashable, Sendable {
        /// What the project calls it.
        public var name: String
        /// Whether nothing is missing.
        public var isReached: Bool
        /// What it asks for, without what it does not.
        public var goals: [GoalView]
        /// What is missing, in words; nil when nothing is.
        public var missing: String?

        package init(name: String, isReached: Bool, goals: [GoalView], missing: String? = nil) {
            self.name = name
            self.isReached = isReached
            self.goals = goals
            self.missing = missing
        }
    }

    /// One thing that a stage asks for; both numbers count since the trainee began.
    public struct GoalView: Codable, Hashable, Sendable {
        /// What is counted, such as sessions or areas.
        public var goal: Stage.Goal
        /// How much the stage asks for.
        public var wanted: Int
        /// How much there is, which may be more.
        public var have: Int

        package init(goal: Stage.Goal, wanted: Int, have: Int) {
            self.goal = goal
            self.wanted = wanted
            self.have = have
        }
    }

    /// A session to come in the trainee's day that brings them further on the path.
    public struct Helpful: Codable, Hashable, Sendable {
        /// The session, with its hour on the trainee's clock.
        public var session: SessionView
        /// What it counts for.
        public var gains: [Stage.Goal]

        package init(session: SessionView, gains: [Stage.Goal]) {
            self.session = session
            self.gains = gains
        }
    }

    /// The program's name.
    public var program: String
    /// The trainee's name; of two of one name in a list what tells them apart.
    public var name: String
    /// Sessions attended.
    public var sessions: Int
    /// How many of those afterwards, by reading the log and answering the questions.
    public var asynchronous: Int
    /// Different reviews discussed in them.
    public var discussed: Int
    /// The areas that those were in, as the program file orders them.
    public var areas: [String]
    /// The program's other areas.
    public var openAreas: [String]
    /// Sessions led together with a mentor.
    public var coLed: Int
    /// The stage that was reached last; nil before the first.
    public var stage: String?
    /// The first stage that still asks for something; nil when none does.
    public var next: String?
    /// All stages, first to last; empty when the program file names none.
    public var stages: [StageView]
    /// The sessions that would help, those that count for most first; only for one trainee.
    public var helpful: [Helpful]

    package init(_ progress: TraineeProgress, of person: Person, in program: Program, helpful: [Helpful] = []) {
        self.program = program.name
        name = person.name
        sessions = progress.have(.sessions)
        asynchronous = progress.attended.count(where: \.isAsynchronous)
        discussed = progress.have(.discussed)
        areas = progress.areas
        openAreas = progress.openAreas
        coLed = progress.have(.coLed)
        stage = progress.reached?.name
        next = progress.next?.name
        stages = progress.path.stages.map { StageView($0, progress) }
        self.helpful = helpful
    }
}

extension ProgressView.StageView {
    fileprivate init(_ stage: Stage, _ progress: TraineeProgress) {
        name = stage.name
        isReached = progress.missing(for: stage).isEmpty
        missing = progress.missingInWords(for: stage)
        goals = Stage.Goal.allCases.compactMap { goal in
            let wanted = progress.path.wanted(goal, for: stage)
            return wanted > 0
                ? ProgressView.GoalView(goal: goal, wanted: wanted, have: progress.have(goal)) : nil
        }
    }
}
