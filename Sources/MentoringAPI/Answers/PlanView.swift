import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A season's plan, and what it changes.
public struct PlanView: TellsRegionTitles, Codable, Hashable, Sendable {
    /// A turn without a session.
    public struct Uncovered: Codable, Hashable, Sendable {
        /// The week of the season, from 1.
        public var week: Int
        /// Whose turn it is.
        public var region: Region
        /// Why nobody leads it, in words.
        public var reason: String

        package init(week: Int, region: Region, reason: String) {
            self.week = week
            self.region = region
            self.reason = reason
        }
    }

    /// One difference between what was stored and the plan.
    public struct Change: Codable, Hashable, Sendable {
        /// What differs.
        public enum Kind: String, Codable, CaseIterable, Sendable {
            case new, moved, mentor, dropped, capacity, minutes, location
        }

        /// The session's code.
        public var session: String
        /// What differs; a new mentor is the larger change when the time differs as well, and says both.
        ///
        /// Seats, minutes and place are changes of their own, beside it.
        public var kind: Kind
        /// What it was: local time, zone and mentor; or the seats, the minutes or the place.
        ///
        /// Nil for a new session.
        public var from: String?
        /// What it will be.
        ///
        /// Nil for a dropped one.
        public var to: String?

        package init(session: String, kind: Kind, from: String? = nil, to: String? = nil) {
            self.session = session
            self.kind = kind
            self.from = from
            self.to = to
        }

        /// Writes nulls too, as the contract has it.
        public func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(session, forKey: .session)
            try values.encode(kind, forKey: .kind)
            try values.encode(from, forKey: .from)
            try values.encode(to, forKey: .to)
        }
    }

    /// What is known of one level of the objective.
    public struct Proof: Codable, Hashable, Sendable {
        /// The plan's value.
        public var value: Int
        /// A proven lower bound of it over all plans whose earlier levels equal this one's.
        public var bound: Int

        package init(value: Int, bound: Int) {
            self.value = value
            self.bound = bound
        }
    }

    /// A turn that has a session before the plan is carried out, or after.
    public struct Standing: Codable, Hashable, Sendable {
        /// The week of the season, from 1.
        public var week: Int
        /// Whose turn it is.
        public var region: Region
        /// Who leads it; of two of one name what tells them apart.
        public var mentor: String

        package init(week: Int, region: Region, mentor: String) {
            self.week = week
            self.region = region
            self.mentor = mentor
        }
    }

    /// Somebody who moves up from a waiting list into a seat.
    public struct Promotion: Codable, Hashable, Sendable {
        /// The session's code.
        public var session: String
        /// Their name.
        public var person: String

        package init(session: String, person: String) {
            self.session = session
            self.person = person
        }
    }

    /// One mentor's share.
    public struct Share: Codable, Hashable, Sendable {
        /// The mentor's name; of two of one name what tells them apart.
        public var mentor: String
        /// The region.
        public var region: Region
        /// Turns this season.
        public var turns: Int
        /// Turns that count as led already, from earlier seasons or from before they joined, beyond those of the least loaded.
        public var carry: Int
        /// Share of the load.
        public var weight: Int
        /// Hours of these turns outside 08:00 to 22:00 on the mentor's own wall.
        public var unsocialHours: Double

        package init(mentor: String, region: Region, turns: Int, carry: Int, weight: Int, unsocialHours: Double) {
            self.mentor = mentor
            self.region = region
            self.turns = turns
            self.carry = carry
            self.weight = weight
            self.unsocialHours = unsocialHours
        }
    }

    /// What was changed beyond what must be, and what that is good for.
    public struct Price: Codable, Hashable, Sendable {
        /// One mentor's turns of the season, with nothing changed that need not be and with what is.
        public struct Turns: Codable, Hashable, Sendable {
            /// The mentor's name.
            public var mentor: String
            /// Without the changes.
            public var without: Int
            /// With them.
            public var with: Int

            package init(mentor: String, without: Int, with: Int) {
                self.mentor = mentor
                self.without = without
                self.with = with
            }
        }

        /// How many tentative turns change in the plan that changes least.
        public var must: Int
        /// How many more were allowed to.
        public var allowed: Int
        /// How many more do.
        public var spent: Int
        /// The mentors who lead more or fewer turns for it, by name.
        public var turns: [Turns]

        package init(must: Int, allowed: Int, spent: Int, turns: [Turns]) {
            self.must = must
            self.allowed = allowed
            self.spent = spent
            self.turns = turns
        }
    }

    /// The program's name.
    public var program: String
    /// Whether the plan was stored.
    public var published: Bool
    /// The season's sessions, by start.
    public var sessions: [SessionView]
    /// The turns that nobody leads.
    public var uncovered: [Uncovered]
    /// What differs from what was stored.
    public var changes: [Change]
    /// How many sessions became announced.
    public var announced: Int
    /// Who moves up from a waiting list, by session, then in the order in which they waited.
    public var promotions: [Promotion] = []
    /// How many move up in sessions of programs that who asks does not organize.
    public var promotedElsewhere = 0
    /// The places that go, since whoever had them is elsewhere then, by session.
    public var lost: [SessionEffectsView.LostPlace] = []
    /// How many more go, of people who are not named.
    public var lostElsewhere = 0
    /// Who waits, and is elsewhere when a seat is free.
    public var passedBy: [Promotion] = []
    /// How many people are told by mail.
    public var told: Int
    /// The names of those who are told, in their order, but for who is told by a program that who asks does not organize.
    public var toldNames: [String] = []
    /// What new tz data moved before the plan was made.
    public var timeZones: TimeZoneAdoption?
    /// The levels of the objective.
    public var levels: [String: Int]
    /// What is proved of each level.
    public var proof: [String: Proof]
    /// The mentors' shares, by region, then name.
    public var fairness: [Share]
    /// The weeks of the program's duties, in their order.
    public var duties: [DutyPlanView]
    /// What follows from what is only supposed; nil when nothing is.
    public var consequences: ConsequencesView?
    /// Why each turn to come has the mentor it has; nil unless asked for.
    public var explanations: [WhyView]?
    /// What was changed beyond what must be; nil when nothing could be.
    public var price: Price?
    /// The sessions that passed without ever being announced; nil when none did.
    public var missed: MissedSessions?
    /// The meetings to come whose week is frozen, where frozen ones are postponed; nil when there is none.
    public var postponed: [PostponedView]?
    /// The turns that have a session now, by week, then region; nil from a server of before.
    public var before: [Standing]?
    /// The turns that have a session by the plan, by start; nil from a server of before.
    public var after: [Standing]?
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(
        program: String, published: Bool, sessions: [SessionView], uncovered: [Uncovered], changes: [Change],
        announced: Int, told: Int, timeZones: TimeZoneAdoption? = nil, levels: [String: Int], proof: [String: Proof],
        fairness: [Share], duties: [DutyPlanView], consequences: ConsequencesView? = nil,
        explanations: [WhyView]? = nil,
        price: Price? = nil, missed: MissedSessions? = nil, postponed: [PostponedView]? = nil, before: [Standing]? = nil
    ) {
        self.program = program
        self.published = published
        self.sessions = sessions
        self.uncovered = uncovered
        self.changes = changes
        self.announced = announced
        self.told = told
        self.timeZones = timeZones
        self.levels = levels
        self.proof = proof
        self.fairness = fairness
        self.duties = duties
        self.consequences = consequences
        self.explanations = explanations
        self.price = price
        self.missed = missed
        self.postponed = postponed
        self.before = before
    }
}
