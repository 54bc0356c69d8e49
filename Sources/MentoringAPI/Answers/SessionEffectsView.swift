public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// What a change of one session does to people: whom its hour suits, who is told, who gets a seat and who loses one.
///
/// Whoever asks is told names as far as they may see them; the others are counted.
public struct SessionEffectsView: TellsRegionTitles, Codable, Hashable, Sendable {
    /// The session's hour in a region.
    public struct RegionHour: Codable, Hashable, Sendable {
        /// The region.
        public var region: Region
        /// A zone in which most of its people live.
        public var zone: TimeZoneID
        /// When it begins there.
        public var localStart: LocalDateTime
        /// How humane it is there.
        public var hours: Hours
        /// How humane it is to those of the program who live in the region.
        public var people: HumaneTally
        /// The same of those of them who are in the session, its mentor and those who wait included.
        public var present: HumaneTally

        package init(
            region: Region, zone: TimeZoneID, localStart: LocalDateTime, hours: Hours, people: HumaneTally,
            present: HumaneTally
        ) {
            self.region = region
            self.zone = zone
            self.localStart = localStart
            self.hours = hours
            self.people = people
            self.present = present
        }
    }

    /// The session's hour on somebody's own wall.
    public struct OwnHour: Codable, Hashable, Sendable {
        /// Who is in the session.
        public var person: String
        /// When it begins there.
        public var localStart: LocalDateTime
        /// Their zone.
        public var zone: TimeZoneID
        /// How humane it is to them.
        public var hours: Hours

        package init(person: String, localStart: LocalDateTime, zone: TimeZoneID, hours: Hours) {
            self.person = person
            self.localStart = localStart
            self.zone = zone
            self.hours = hours
        }
    }

    /// A seat, or a place on a waiting list, that somebody has no more.
    public struct LostPlace: Codable, Hashable, Sendable {
        /// The session's code.
        public var session: String
        /// Their name.
        public var person: String
        /// Why, as in “since …”.
        public var reason: String

        package init(session: String, person: String, reason: String) {
            self.session = session
            self.person = person
            self.reason = reason
        }
    }

    /// The session's hour in each region of the program, in their order.
    public var hours: [RegionHour]
    /// The same for those in the session who may be named, its mentor first.
    public var ownHours: [OwnHour]
    /// What speaks against it, or is to be known of it: frozen days, absences, other turns.
    public var remarks: [String]
    /// The places that go, since whoever had them is elsewhere then or takes no part any more.
    public var lost: [LostPlace]
    /// How many more go, of people who are not named.
    public var lostElsewhere: Int
    /// Who moves up from a waiting list.
    public var promotions: [PlanView.Promotion]
    /// How many more move up, of people who are not named.
    public var promotedElsewhere: Int
    /// Who waits, and is elsewhere when a seat is free.
    public var passedBy: [PlanView.Promotion]
    /// The names of those who are told by mail, as far as they may be named.
    public var toldNames: [String]
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(
        hours: [RegionHour], ownHours: [OwnHour], remarks: [String], lost: [LostPlace], lostElsewhere: Int,
        promotions: [PlanView.Promotion], promotedElsewhere: Int, passedBy: [PlanView.Promotion], toldNames: [String]
    ) {
        self.hours = hours
        self.ownHours = ownHours
        self.remarks = remarks
        self.lost = lost
        self.lostElsewhere = lostElsewhere
        self.promotions = promotions
        self.promotedElsewhere = promotedElsewhere
        self.passedBy = passedBy
        self.toldNames = toldNames
    }
}
