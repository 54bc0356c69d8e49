public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A season as an organizer shows it to those who pay for it: what is covered, who leads, and whom the hours suit.
///
/// People appear by name; nobody's address is in it.
public struct SeasonReportView: TellsRegionTitles, Codable, Hashable, Sendable {
    /// What became, or is to become, of one region's turn in one week.
    public struct Turn: Codable, Hashable, Sendable {
        /// Where a turn stands.
        public enum State: String, Codable, Sendable, CaseIterable {
            /// It has a session.
            case covered
            /// It has none.
            case uncovered
            /// The whole week is frozen for the region.
            case frozen
            /// Somebody called its session off.
            case calledOff = "called-off"
        }

        /// The week of the season, from 1.
        public var week: Int
        /// Whose turn it is.
        public var region: Region
        /// Where it stands.
        public var state: State
        /// Why it has no session; nil where it has one.
        public var reason: String?
        /// Who leads.
        public var mentor: String?
        /// When it begins.
        public var start: Instant?
        /// How many of those enrolled in the program have it in their day, at its edge and in their night.
        public var people: HumaneTally?

        package init(
            week: Int, region: Region, state: State, reason: String? = nil, mentor: String? = nil,
            start: Instant? = nil, people: HumaneTally? = nil
        ) {
            self.week = week
            self.region = region
            self.state = state
            self.reason = reason
            self.mentor = mentor
            self.start = start
            self.people = people
        }
    }

    /// A region's turns, counted.
    public struct Coverage: Codable, Hashable, Sendable {
        /// The region.
        public var region: Region
        /// The turns that want a session: the covered and the uncovered ones.
        public var wanted: Int
        /// The turns with a session.
        public var covered: Int
        /// The turns without one.
        public var uncovered: Int
        /// The weeks that are frozen.
        public var frozen: Int
        /// The turns whose session was called off.
        public var calledOff: Int

        package init(region: Region, wanted: Int, covered: Int, uncovered: Int, frozen: Int, calledOff: Int) {
            self.region = region
            self.wanted = wanted
            self.covered = covered
            self.uncovered = uncovered
            self.frozen = frozen
            self.calledOff = calledOff
        }
    }

    /// How a season's hours suit the people of a region or of one zone.
    public struct HumaneShare: Codable, Hashable, Sendable {
        /// The region in which they live.
        public var region: Region
        /// The zone; nil for the region as a whole.
        public var zone: TimeZoneID?
        /// How many people enrolled in the program live there.
        public var people: Int
        /// Their weeks, by the best session of each.
        public var weeks: HumaneTally

        package init(region: Region, zone: TimeZoneID? = nil, people: Int, weeks: HumaneTally) {
            self.region = region
            self.zone = zone
            self.people = people
            self.weeks = weeks
        }
    }

    /// How the weeks of a duty are shared.
    public struct DutyWeeks: Codable, Hashable, Sendable {
        /// The duty.
        public var duty: String
        /// What people call it.
        public var title: String
        /// The weeks that are nobody's.
        public var uncovered: [DutyPlanView.Uncovered]
        /// The volunteers' shares, by name.
        public var fairness: [DutyPlanView.Share]

        package init(duty: String, title: String, uncovered: [DutyPlanView.Uncovered], fairness: [DutyPlanView.Share]) {
            self.duty = duty
            self.title = title
            self.uncovered = uncovered
            self.fairness = fairness
        }
    }

    /// The program's name.
    public var program: Program.Name
    /// What people call it.
    public var title: String
    /// The Monday on which week 1 begins.
    public var seasonStart: LocalDate
    /// How many weeks the season has.
    public var weeks: Int
    /// The regions that take part, in the program's order.
    public var regions: [Region]
    /// The moment of the report; what is later is as planning then would have it.
    public var asOf: Instant
    /// Every turn of the season, by week, then region.
    public var turns: [Turn]
    /// The same, counted.
    public var coverage: [Coverage]
    /// Who gave how much.
    public var ledger: LedgerView
    /// The program's duties, in its order.
    public var duties: [DutyWeeks]
    /// How the hours suit those enrolled: for each of their regions, followed by its zones.
    public var humane: [HumaneShare]
    /// When clocks are changed in what is left of the season.
    public var clockChanges: [ForecastView.ClockChange]
    /// Whose hour moves out of the humane ones.
    public var surprises: [ForecastView.Shift]
    /// The regions that hang on one mentor.
    public var fragile: [ForecastView.Fragile]
    /// What is proved of each level of the objective.
    public var proof: [String: PlanView.Proof]
    /// The tz database's release, such as "2026f", or "unknown".
    public var timeZoneRelease: String
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(
        program: Program.Name, title: String, seasonStart: LocalDate, weeks: Int, regions: [Region], asOf: Instant,
        turns: [Turn], coverage: [Coverage], ledger: LedgerView, duties: [DutyWeeks], humane: [HumaneShare],
        clockChanges: [ForecastView.ClockChange], surprises: [ForecastView.Shift], fragile: [ForecastView.Fragile],
        proof: [String: PlanView.Proof], timeZoneRelease: String
    ) {
        self.program = program
        self.title = title
        self.seasonStart = seasonStart
        self.weeks = weeks
        self.regions = regions
        self.asOf = asOf
        self.turns = turns
        self.coverage = coverage
        self.ledger = ledger
        self.duties = duties
        self.humane = humane
        self.clockChanges = clockChanges
        self.surprises = surprises
        self.fragile = fragile
        self.proof = proof
        self.timeZoneRelease = timeZoneRelease
    }
}

/// People, or their weeks, counted by how humane the hour is to them.
public struct HumaneTally: Codable, Hashable, Sendable {
    /// Within their day.
    public var humane: Int
    /// At its edge.
    public var edge: Int
    /// In their night.
    public var night: Int
    /// Without any session.
    public var none: Int

    /// A tally; nobody unless said.
    public init(humane: Int = 0, edge: Int = 0, night: Int = 0, none: Int = 0) {
        self.humane = humane
        self.edge = edge
        self.night = night
        self.none = none
    }

    /// How many there are.
    public var total: Int { humane + edge + night + none }

    /// The share in the day in whole percent, of which 100 means all of them; nil where there are none.
    public var humanePercent: Int? { Percent.of(humane, total) }
}
