public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// How a program's training fares: who comes, who waits, who carries too much, and which region withers.
public struct HealthView: TellsRegionTitles, Codable, Hashable, Sendable {
    /// A session that has begun, by its numbers.
    public struct Meeting: Codable, Hashable, Sendable {
        /// The week of the season, from 1.
        public var week: Int
        /// Its seats.
        public var seats: Int
        /// How many of them were taken.
        public var enrolled: Int
        /// How many people came; nil while nobody has recorded it.
        public var came: Int?
        /// How many made up for it by written answers.
        public var asynchronous: Int
        /// How many more spoke, by the log, and are nobody's.
        public var visitors: Int

        package init(week: Int, seats: Int, enrolled: Int, came: Int? = nil, asynchronous: Int, visitors: Int) {
            self.week = week
            self.seats = seats
            self.enrolled = enrolled
            self.came = came
            self.asynchronous = asynchronous
            self.visitors = visitors
        }
    }

    /// Meetings that were recorded, added up.
    public struct Sum: Codable, Hashable, Sendable {
        /// How many meetings.
        public var meetings: Int
        /// How many people came, counted once for each meeting.
        public var came: Int
        /// The seats.
        public var seats: Int

        package init(meetings: Int, came: Int, seats: Int) {
            self.meetings = meetings
            self.came = came
            self.seats = seats
        }
    }

    /// How a region fares.
    public struct RegionHealth: Codable, Hashable, Sendable {
        /// The region.
        public var region: Region
        /// The people who enrolled in one of its sessions this season, or in all of them.
        public var people: Int
        /// Its sessions so far, the earliest first.
        public var meetings: [Meeting]
        /// Its sessions of the season before that were recorded, the earliest first; null where there are none.
        public var seasonBefore: [Meeting]?
        /// Those of this season that were recorded.
        public var sum: Sum
        /// The last three that were recorded, of the season before too; fewer where there are fewer.
        public var recent: Sum
        /// Those before the last three, of this season and the one before it.
        public var earlier: Sum
        /// Why it withers; empty when it does not.
        public var withers: [Sign]
        /// What could be done about it.
        public var remedies: [Remedy]

        package init(
            region: Region, people: Int, meetings: [Meeting], seasonBefore: [Meeting]? = nil, sum: Sum, recent: Sum,
            earlier: Sum, withers: [Sign], remedies: [Remedy]
        ) {
            self.region = region
            self.people = people
            self.meetings = meetings
            self.seasonBefore = seasonBefore
            self.sum = sum
            self.recent = recent
            self.earlier = earlier
            self.withers = withers
            self.remedies = remedies
        }
    }

    /// What shows that a region withers, in its last three recorded sessions.
    public enum Sign: String, Codable, CaseIterable, Sendable {
        /// Each had at most two people, and fewer than half of its seats.
        case few
        /// Together they had less than half of the share of seats that came to those before them, of which there were three or
        /// more.
        case half
    }

    /// Something to try, with the numbers that speak for it.
    public struct Remedy: Codable, Hashable, Sendable {
        /// What kind of thing it is.
        public enum Kind: String, Codable, CaseIterable, Sendable {
            /// Meet with another region for a while.
            case merge
            /// Meet at another hour.
            case move
            /// Let another mentor lead.
            case mentor
        }

        /// What kind of thing it is.
        public var kind: Kind
        /// The region to meet with.
        public var region: Region?
        /// Who would lead.
        public var mentor: String?
        /// The hour on their wall.
        public var localStart: LocalDateTime?
        /// Where they read the clock.
        public var zone: TimeZoneID?
        /// Their slot at that hour, where they publish one.
        public var slot: Identifier<Slot>?
        /// How many of the region's people would have it in their day.
        public var inDay: Int?
        /// How many have the next session as it is in their day.
        public var inDayNow: Int?
        /// The seats that are free there.
        public var freeSeats: Int?
        /// The turns that the mentor leads this season.
        public var turns: Int?
        /// What they would lead by weight alone.
        public var fairShare: Double?

        package init(
            kind: Kind, region: Region? = nil, mentor: String? = nil, localStart: LocalDateTime? = nil,
            zone: TimeZoneID? = nil, slot: Identifier<Slot>? = nil, inDay: Int? = nil, inDayNow: Int? = nil,
            freeSeats: Int? = nil, turns: Int? = nil, fairShare: Double? = nil
        ) {
            self.kind = kind
            self.region = region
            self.mentor = mentor
            self.localStart = localStart
            self.zone = zone
            self.slot = slot
            self.inDay = inDay
            self.inDayNow = inDayNow
            self.freeSeats = freeSeats
            self.turns = turns
            self.fairShare = fairShare
        }
    }

    /// A session to come with people on its waiting list.
    public struct Queue: Codable, Hashable, Sendable {
        /// Its code.
        public var session: String
        /// The region.
        public var region: Region
        /// Its seats.
        public var seats: Int
        /// How many wait.
        public var waiting: Int
        /// Who waits, in their order; only organizers are told.
        public var names: [String]?

        package init(session: String, region: Region, seats: Int, waiting: Int, names: [String]? = nil) {
            self.session = session
            self.region = region
            self.seats = seats
            self.waiting = waiting
            self.names = names
        }
    }

    /// A session with written answers that wait for its mentor.
    public struct SignOffs: Codable, Hashable, Sendable {
        /// Its code.
        public var session: String
        /// Who is to sign them off.
        public var mentor: String
        /// How many wait.
        public var waiting: Int
        /// When the oldest were written.
        public var since: Instant

        package init(session: String, mentor: String, waiting: Int, since: Instant) {
            self.session = session
            self.mentor = mentor
            self.waiting = waiting
            self.since = since
        }
    }

    /// What a mentor carries this season, in sessions led and to come.
    public struct Load: Codable, Hashable, Sendable {
        /// The mentor's name.
        public var mentor: String
        /// The region.
        public var region: Region
        /// The sessions.
        public var turns: Int
        /// What that would be by weight alone.
        public var fairShare: Double
        /// The most weeks in a row.
        public var inARow: Int
        /// Their hours.
        public var hours: Double
        /// Those of them outside 08:00 to 22:00 on the mentor's wall.
        public var unsocialHours: Double
        /// How many of the sessions they offered to others, whether taken or not.
        public var offered: Int
        /// Why that is too much; empty when it is not.
        public var strains: [Strain]
        /// What of the turns to come that stand goes beyond what they agreed to, a sentence each after the turn's code; nil where nothing
        /// does.
        public var beyondTerms: [String]?

        package init(
            mentor: String, region: Region, turns: Int, fairShare: Double, inARow: Int, hours: Double,
            unsocialHours: Double, offered: Int, strains: [Strain], beyondTerms: [String]? = nil
        ) {
            self.mentor = mentor
            self.region = region
            self.turns = turns
            self.fairShare = fairShare
            self.inARow = inARow
            self.hours = hours
            self.unsocialHours = unsocialHours
            self.offered = offered
            self.strains = strains
            self.beyondTerms = beyondTerms
        }
    }

    /// What makes a mentor's load too much.
    public enum Strain: String, Codable, CaseIterable, Sendable {
        /// Two turns or more beyond the fair share.
        case turns
        /// Three weeks in a row or more.
        case inARow = "in-a-row"
        /// Two hours or more, and a quarter or more of all, outside the day.
        case unsocial
        /// Two turns or more offered to others.
        case offered
        /// A turn that stands is nearer to another, in whichever program, or one more in its month, than they agreed to.
        case terms
    }

    /// The mails in which people wrote to the program in words, as far as they are kept.
    public struct Mails: Codable, Hashable, Sendable {
        /// Those of the last seven days.
        public var week: Int
        /// Those since the season began.
        public var season: Int
        /// To how many people each is sent; to none where nobody organizes the program.
        public var readers: Int

        package init(week: Int, season: Int, readers: Int) {
            self.week = week
            self.season = season
            self.readers = readers
        }
    }

    /// The program's name.
    public var program: String
    /// The Monday on which week 1 begins.
    public var seasonStart: LocalDate
    /// How many weeks the season has.
    public var weeks: Int
    /// Each region, in the program's order.
    public var regions: [RegionHealth]
    /// The waiting lists of sessions to come, by start.
    public var queues: [Queue]
    /// The sessions whose written answers wait, by start.
    public var signOffs: [SignOffs]
    /// Every mentor, by region, then name.
    public var mentors: [Load]
    /// The mails in which people wrote to it.
    public var mails: Mails
    /// Of every season, those that are over too, the sessions of which nobody recorded who came; nil from a server of before.
    public var unrecorded: [UnrecordedSessions]?
    /// Of every season the sessions that passed without ever being announced; nil from a server of before.
    public var missed: [MissedSessions]?
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?
    /// Who says that a nickname is theirs which an organizer has to confirm; nil from a server of before.
    public var nicknames: [NicknameView]?

    package init(
        program: String, seasonStart: LocalDate, weeks: Int, regions: [RegionHealth], queues: [Queue],
        signOffs: [SignOffs], mentors: [Load], mails: Mails
    ) {
        self.program = program
        self.seasonStart = seasonStart
        self.weeks = weeks
        self.regions = regions
        self.queues = queues
        self.signOffs = signOffs
        self.mentors = mentors
        self.mails = mails
    }
}
