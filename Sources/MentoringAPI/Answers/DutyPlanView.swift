import Mentoring

/// A duty's weeks as planned, and what that changes.
public struct DutyPlanView: Codable, Hashable, Sendable {
    /// A week that is nobody's.
    public struct Uncovered: Codable, Hashable, Sendable {
        /// The week of the season, from 1.
        public var week: Int
        /// Why, in words.
        public var reason: String

        package init(week: Int, reason: String) {
            self.week = week
            self.reason = reason
        }
    }

    /// One difference between what was stored and the plan.
    public struct Change: Codable, Hashable, Sendable {
        /// What differs.
        public enum Kind: String, Codable, CaseIterable, Sendable { case new, person, dropped }

        /// The week's code.
        public var turn: String
        /// What differs.
        public var kind: Kind
        /// What it was: its days and whose it was.
        ///
        /// Nil for a new one.
        public var from: String?
        /// What it will be.
        ///
        /// Nil for a dropped one.
        public var to: String?

        package init(turn: String, kind: Kind, from: String? = nil, to: String? = nil) {
            self.turn = turn
            self.kind = kind
            self.from = from
            self.to = to
        }
    }

    /// One volunteer's share.
    public struct Share: Codable, Hashable, Sendable {
        /// The volunteer's name.
        public var volunteer: String
        /// Weeks this season.
        public var turns: Int
        /// Weeks that count as led already, from earlier seasons or from before they joined, beyond those of the least loaded.
        public var carry: Int

        package init(volunteer: String, turns: Int, carry: Int) {
            self.volunteer = volunteer
            self.turns = turns
            self.carry = carry
        }
    }

    /// The duty.
    public var duty: String
    /// What people call it.
    public var title: String
    /// The season's weeks that are somebody's, in their order.
    public var turns: [DutyTurnView]
    /// The others that want somebody.
    public var uncovered: [Uncovered]
    /// What differs from what was stored.
    public var changes: [Change]
    /// How many weeks became announced.
    public var announced: Int
    /// The volunteers' shares, by name.
    public var fairness: [Share]

    package init(
        duty: String, title: String, turns: [DutyTurnView], uncovered: [Uncovered], changes: [Change], announced: Int,
        fairness: [Share]
    ) {
        self.duty = duty
        self.title = title
        self.turns = turns
        self.uncovered = uncovered
        self.changes = changes
        self.announced = announced
        self.fairness = fairness
    }
}
