public import Mentoring

/// What became of the days that a calendar of holidays names.
public struct FreezeImport: TellsRegionTitles, Codable, Hashable, Sendable {
    /// A week of a season, of which days are frozen.
    public struct Week: Codable, Hashable, Sendable {
        /// The season.
        public var season: Season.Name
        /// The week, from 1.
        public var week: Int
        /// How many of its days are, from 1 to 7.
        public var days: Int

        package init(season: Season.Name, week: Int, days: Int) {
            self.season = season
            self.week = week
            self.days = days
        }
    }

    /// Days that the calendar names.
    public struct Taken: Codable, Hashable, Sendable {
        /// Where the entry begins in the file.
        public var line: Int
        /// The freeze as it is now; it was there already where `wasKnown` says so.
        public var freeze: FreezeView
        /// The weeks in which it has days, by season.
        public var weeks: [Week]
        /// The codes of the sessions to come that lie on these days, by start.
        public var sessions: [String]

        package init(line: Int, freeze: FreezeView, weeks: [Week], sessions: [String]) {
            self.line = line
            self.freeze = freeze
            self.weeks = weeks
            self.sessions = sessions
        }
    }

    /// What was taken, by first day.
    public var taken: [Taken]
    /// What was left, by line.
    public var left: [LeftOut]
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(taken: [Taken], left: [LeftOut]) {
        self.taken = taken
        self.left = left
    }
}
