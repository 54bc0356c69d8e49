import Mentoring

/// What would differ if something that is only supposed were so, compared with planning now without it.
public struct ConsequencesView: Codable, Hashable, Sendable {
    /// A number without and with what is supposed.
    public struct Shift<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
        /// As it is.
        public var from: Value
        /// As it would be.
        public var to: Value

        package init(from: Value, to: Value) {
            self.from = from
            self.to = to
        }
    }

    /// The turns of a mentor who would lead more or fewer.
    public struct Load: Codable, Hashable, Sendable {
        /// The mentor's name.
        public var mentor: String
        /// The turns.
        public var turns: Shift<Int>

        package init(mentor: String, turns: Shift<Int>) {
            self.mentor = mentor
            self.turns = turns
        }
    }

    /// What is supposed, in words.
    public var supposed: [String]
    /// The sessions that would be others, new or gone, by code.
    public var changes: [PlanView.Change]
    /// How many sessions the season has.
    public var sessions: Shift<Int>
    /// The turns that nobody would lead any more.
    public var uncovered: [PlanView.Uncovered]
    /// The codes of sessions that turns would get which have none.
    public var covered: [String]
    /// The levels of the objective, in points; `misery` is what the hours cost all trainees together.
    public var levels: [String: Shift<Int>]
    /// The weeks of those enrolled in the program, by the best session of each.
    public var weeks: Shift<HumaneTally>
    /// The length of a session in minutes, with which weeks become person-hours.
    public var minutes: Int
    /// The mentors whose number of turns differs, by region, then name.
    public var loads: [Load]
    /// How many people are told when the plan is published.
    public var told: Shift<Int>

    package init(
        supposed: [String], changes: [PlanView.Change], sessions: Shift<Int>, uncovered: [PlanView.Uncovered],
        covered: [String], levels: [String: Shift<Int>], weeks: Shift<HumaneTally>, minutes: Int, loads: [Load],
        told: Shift<Int>
    ) {
        self.supposed = supposed
        self.changes = changes
        self.sessions = sessions
        self.uncovered = uncovered
        self.covered = covered
        self.levels = levels
        self.weeks = weeks
        self.minutes = minutes
        self.loads = loads
        self.told = told
    }
}
