public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// What an organizer, and everybody concerned, should know of the season ahead before it surprises them.
///
/// People appear by name; nobody's address is in it.
public struct ForecastView: TellsRegionTitles, Codable, Hashable, Sendable {
    /// A day on which clocks are changed.
    public struct ClockChange: Codable, Hashable, Sendable {
        /// The day, as the clocks have it until they are changed.
        public var date: LocalDate
        /// The zones of people and slots that change then, by name.
        public var zones: [TimeZoneID]
        /// How far the clocks go forward; negative when they go back.
        public var minutes: Int

        package init(date: LocalDate, zones: [TimeZoneID], minutes: Int) {
            self.date = date
            self.zones = zones
            self.minutes = minutes
        }
    }

    /// What somebody has to do with a program.
    public enum Role: String, Codable, CaseIterable, Sendable {
        /// Leads sessions of the region.
        case mentor
        /// Has joined the program.
        case trainee
        /// Nobody in particular: whoever reads a clock of the zone that was asked for.
        case onlooker
    }

    /// Sessions at one hour of one mentor that move on somebody's clock, because theirs or the mentor's is changed.
    public struct Shift: Codable, Hashable, Sendable {
        /// From one week on the sessions lie at one hour.
        public struct Step: Codable, Hashable, Sendable {
            /// The first week with a session at this hour.
            public var week: Int
            /// The hour on the person's clock.
            public var localTime: LocalTime
            /// How humane it is.
            public var hours: Hours
            /// The first such session on the person's clock.
            public var localStart: LocalDateTime
            /// The same session on the mentor's.
            public var agreedStart: LocalDateTime
            /// The zones whose clocks were changed since the session before: the person's, the mentor's or both; empty for the
            /// first hour.
            public var changed: [TimeZoneID]

            package init(
                week: Int, localTime: LocalTime, hours: Hours, localStart: LocalDateTime, agreedStart: LocalDateTime,
                changed: [TimeZoneID]
            ) {
                self.week = week
                self.localTime = localTime
                self.hours = hours
                self.localStart = localStart
                self.agreedStart = agreedStart
                self.changed = changed
            }
        }

        /// Whose hour moves; the zone's name for an onlooker.
        public var person: String
        /// What they have to do with the program.
        public var role: Role
        /// Where they read the clock.
        public var zone: TimeZoneID
        /// The slot that all of them were made from, while there is one.
        public var slot: Identifier<Slot>?
        /// Who leads them.
        public var mentor: String
        /// Whose turns they are.
        public var region: Region
        /// When its sessions are, as in `Tue 17:00`; the time alone where they recur on several days of the week.
        public var agreed: String
        /// The zone in which that is read.
        public var agreedZone: TimeZoneID
        /// The hours, at least two, the one in force first.
        public var steps: [Step]

        package init(
            person: String, role: Role, zone: TimeZoneID, slot: Identifier<Slot>?, mentor: String, region: Region,
            agreed: String, agreedZone: TimeZoneID, steps: [Step]
        ) {
            self.person = person
            self.role = role
            self.zone = zone
            self.slot = slot
            self.mentor = mentor
            self.region = region
            self.agreed = agreed
            self.agreedZone = agreedZone
            self.steps = steps
        }

        /// The steps that end the humane hours: 08:00 to 22:00.
        public var departures: [Step] {
            zip(steps, steps.dropFirst()).filter { $0.hours == .humane && $1.hours != .humane }.map { $1 }
        }
    }

    /// How a region's sessions to come lie on the clocks of a zone that was asked for, by week.
    public struct Outlook: Codable, Hashable, Sendable {
        /// Where the clock is read.
        public var zone: TimeZoneID
        /// Whose sessions they are.
        public var region: Region
        /// The weeks whose session lies between 08:00 and 22:00.
        public var humane: [Int]
        /// Those whose session lies at the edge of the day.
        public var edge: [Int]
        /// Those whose session lies, if only in part, between 00:00 and 06:00.
        public var night: [Int]

        package init(zone: TimeZoneID, region: Region, humane: [Int], edge: [Int], night: [Int]) {
            self.zone = zone
            self.region = region
            self.humane = humane
            self.edge = edge
            self.night = night
        }
    }

    /// Days without a session.
    public struct Frozen: Codable, Hashable, Sendable {
        /// The first day.
        public var from: LocalDate
        /// The last day.
        public var to: LocalDate
        /// What the organizers gave as the reason.
        public var reason: String
        /// The regions of the program that are frozen.
        public var regions: [Region]
        /// The weeks of the season that it touches.
        public var weeks: [Int]
        /// Those of them that are frozen from Monday to Sunday in all these regions.
        public var wholeWeeks: [Int]

        package init(from: LocalDate, to: LocalDate, reason: String, regions: [Region], weeks: [Int], wholeWeeks: [Int])
        {
            self.from = from
            self.to = to
            self.reason = reason
            self.regions = regions
            self.weeks = weeks
            self.wholeWeeks = wholeWeeks
        }
    }

    /// A region that hangs on one mentor.
    public struct Fragile: Codable, Hashable, Sendable {
        /// The region.
        public var region: Region
        /// The mentor whom nobody could stand in for.
        public var mentor: String
        /// The weeks whose turn would have nobody without them.
        public var weeks: [Int]
        /// The most of these in a row, counted over the weeks in which the region meets.
        public var longestRun: Int

        package init(region: Region, mentor: String, weeks: [Int], longestRun: Int) {
            self.region = region
            self.mentor = mentor
            self.weeks = weeks
            self.longestRun = longestRun
        }
    }

    /// The program's name.
    public var program: String
    /// The Monday on which week 1 begins.
    public var seasonStart: LocalDate
    /// The last day, a Sunday.
    public var seasonEnd: LocalDate
    /// Whether the season is over: that day has ended everywhere on earth.
    public var seasonIsOver: Bool
    /// When clocks are changed in what is left of the season, by date.
    public var clockChanges: [ClockChange]
    /// Whose hour moves, by region, mentor, then name; only those whose hour really does, in sessions that exist.
    public var shifts: [Shift]
    /// How the sessions to come lie on the clocks that were asked for, by zone, then region; empty where none was.
    public var outlooks: [Outlook]
    /// How many sessions are to come, tentative ones included.
    public var ahead: Int
    /// How many sessions more planning now would make.
    public var plannable: Int
    /// The turns to come that no stored session serves, by week, then region.
    public var uncovered: [PlanView.Uncovered]
    /// The freezes to come, by first day.
    public var freezes: [Frozen]
    /// The meetings to come whose week is frozen, where frozen ones are postponed; nil when there is none.
    public var postponed: [PostponedView]?
    /// The regions that hang on one mentor, by region, then name.
    public var fragile: [Fragile]
    /// The tz database's release, such as "2026f", or "unknown".
    public var timeZoneRelease: String
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(
        program: String, seasonStart: LocalDate, seasonEnd: LocalDate, seasonIsOver: Bool,
        clockChanges: [ClockChange], shifts: [Shift], outlooks: [Outlook], ahead: Int, plannable: Int,
        uncovered: [PlanView.Uncovered], freezes: [Frozen], postponed: [PostponedView]?, fragile: [Fragile],
        timeZoneRelease: String
    ) {
        self.program = program
        self.seasonStart = seasonStart
        self.seasonEnd = seasonEnd
        self.seasonIsOver = seasonIsOver
        self.clockChanges = clockChanges
        self.shifts = shifts
        self.outlooks = outlooks
        self.ahead = ahead
        self.plannable = plannable
        self.uncovered = uncovered
        self.freezes = freezes
        self.postponed = postponed
        self.fragile = fragile
        self.timeZoneRelease = timeZoneRelease
    }
}

extension Sequence<Int> {
    /// The runs of consecutive numbers in an ascending list: 3, 5, 6, 7 gives 3...3 and 5...7.
    public var consecutiveRuns: [ClosedRange<Int>] {
        reduce(into: []) { runs, number in
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
    }
}
