public import CivilTime
import Mentoring
public import TimeZoneCatalog

/// Who gave how much of their time to a program, this season and before, for its organizer.
///
/// Hours outside the day are those before 08:00 and after 22:00 on the person's own wall.
public struct LedgerView: Codable, Hashable, Sendable {
    /// What somebody gave in one of the earlier seasons.
    public struct Earlier: Codable, Hashable, Sendable {
        /// The season's first day.
        public var season: LocalDate
        /// Sessions led, or seats held.
        public var sessions: Int
        /// Hours of these sessions outside the person's day.
        public var unsocialHours: Double

        package init(season: LocalDate, sessions: Int, unsocialHours: Double) {
            self.season = season
            self.sessions = sessions
            self.unsocialHours = unsocialHours
        }
    }

    /// A mentor's account.
    public struct MentorAccount: Codable, Hashable, Sendable {
        /// The mentor's name.
        public var mentor: String
        /// The region whose sessions they lead.
        public var region: Region
        /// Share of the load.
        public var weight: Int
        /// Turns brought into this season: beyond those of the least loaded in the last one, or the average of those who
        /// were there before, for one who joins or comes back.
        public var carry: Int
        /// Turns this season.
        public var turns: Int
        /// What `turns` would be if the region's load, carried turns included, were shared exactly by weight; in tenths.
        public var fairShare: Double
        /// Hours of this season's turns outside their day.
        public var unsocialHours: Double
        /// The seasons before in which they led, the earliest first.
        public var earlier: [Earlier]

        package init(
            mentor: String, region: Region, weight: Int, carry: Int, turns: Int, fairShare: Double,
            unsocialHours: Double, earlier: [Earlier]
        ) {
            self.mentor = mentor
            self.region = region
            self.weight = weight
            self.carry = carry
            self.turns = turns
            self.fairShare = fairShare
            self.unsocialHours = unsocialHours
            self.earlier = earlier
        }
    }

    /// A trainee's account.
    public struct TraineeAccount: Codable, Hashable, Sendable {
        /// The trainee's name.
        public var trainee: String
        /// Where they read the clock.
        public var zone: TimeZoneID
        /// The region of that zone.
        public var region: Region
        /// Seats held this season, in sessions held and to come.
        public var seats: Int
        /// Sessions this season to which they came.
        public var attended: Int
        /// Hours outside their day of the sessions to which they came, and of those whose attendance nobody recorded.
        public var unsocialHours: Double
        /// The seasons before in which they had a seat or came, the earliest first.
        public var earlier: [Earlier]

        package init(
            trainee: String, zone: TimeZoneID, region: Region, seats: Int, attended: Int, unsocialHours: Double,
            earlier: [Earlier]
        ) {
            self.trainee = trainee
            self.zone = zone
            self.region = region
            self.seats = seats
            self.attended = attended
            self.unsocialHours = unsocialHours
            self.earlier = earlier
        }
    }

    /// How far apart a region's mentors are.
    public struct Spread: Codable, Hashable, Sendable {
        /// The region.
        public var region: Region
        /// The fewest turns that anybody leads or brings along, per weight.
        public var least: Double
        /// The most turns that anybody leads or brings along, per weight.
        public var most: Double

        package init(region: Region, least: Double, most: Double) {
            self.region = region
            self.least = least
            self.most = most
        }
    }

    /// The mentors, by region, then name.
    public var mentors: [MentorAccount]
    /// For each region with mentors.
    public var spread: [Spread]
    /// Everybody enrolled in the program, and everybody who had a seat, by region, then name.
    public var trainees: [TraineeAccount]

    package init(mentors: [MentorAccount], spread: [Spread], trainees: [TraineeAccount]) {
        self.mentors = mentors
        self.spread = spread
        self.trainees = trainees
    }
}
