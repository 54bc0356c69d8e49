public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// Why a turn of a season has the mentor it has, or none.
///
/// People appear by name; nobody's address is in it.
public struct WhyView: TellsRegionTitles, Codable, Hashable, Sendable {
    /// What the one who leads has led, and will.
    public struct Leader: Codable, Hashable, Sendable {
        /// The name of the mentor who leads.
        public var mentor: String
        /// The weeks of the season in which they have a turn, ascending.
        public var weeks: [Int]
        /// Turns that would be just their share of the region's, rounded to a tenth.
        public var fairShare: Double
        /// Turns that count as led already, from earlier seasons or from before they joined, beyond those of the least loaded.
        public var carry: Int
        /// Share of the load.
        public var weight: Int
        /// When the session begins on the wall in `zone`.
        public var localStart: LocalDateTime
        /// The zone in which it was agreed.
        public var zone: TimeZoneID
        /// When it begins.
        public var start: Instant

        package init(
            mentor: String, weeks: [Int], fairShare: Double, carry: Int, weight: Int, localStart: LocalDateTime,
            zone: TimeZoneID, start: Instant
        ) {
            self.mentor = mentor
            self.weeks = weeks
            self.fairShare = fairShare
            self.carry = carry
            self.weight = weight
            self.localStart = localStart
            self.zone = zone
            self.start = start
        }
    }

    /// The session's code.
    public var session: String
    /// The week of the season, from 1.
    public var week: Int
    /// Whose turn it is.
    public var region: Region
    /// Where the session stands; nil if none is stored.
    public var status: Session.Status?
    /// Who leads it; nil if nobody does.
    public var leader: Leader?
    /// Why it is so, in sentences, the most important first.
    public var reasons: [String]
    /// The session on the clocks of each region; empty if nobody leads it.
    public var hours: [SlotPublication.RegionalHour]
    /// What speaks against each other mentor of the region, by name; empty if nothing was to be decided.
    public var objections: [ObjectionView]
    /// How many hours ahead a session is at least when it is planned; nil from a server of before that could be said.
    public var noticeHours: Int?
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(
        session: String, week: Int, region: Region, status: Session.Status? = nil, leader: Leader? = nil,
        reasons: [String], hours: [SlotPublication.RegionalHour], objections: [ObjectionView],
        noticeHours: Int? = nil
    ) {
        self.session = session
        self.week = week
        self.region = region
        self.status = status
        self.leader = leader
        self.reasons = reasons
        self.hours = hours
        self.objections = objections
        self.noticeHours = noticeHours
    }
}

/// Why a mentor does not lead in a week, or that they do.
public struct WhyNotView: Codable, Hashable, Sendable {
    /// The code of the session of the mentor's region in that week.
    public var session: String
    /// The week of the season, from 1.
    public var week: Int
    /// The mentor's region.
    public var region: Region
    /// Who leads it; nil if nobody does.
    public var leader: String?
    /// What speaks against the mentor.
    public var objection: ObjectionView
    /// What else there is to know, in sentences.
    public var notes: [String]

    package init(
        session: String, week: Int, region: Region, leader: String? = nil, objection: ObjectionView, notes: [String]
    ) {
        self.session = session
        self.week = week
        self.region = region
        self.leader = leader
        self.objection = objection
        self.notes = notes
    }
}
