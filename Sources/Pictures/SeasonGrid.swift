public import CivilTime
public import Mentoring
public import MentoringAPI
public import TimeZoneCatalog

/// A season as weeks × regions, on the viewer's clock or else on those by which they were agreed.
public struct SeasonGrid: Sendable {
    /// One region's turn in one week.
    public struct Turn: Sendable {
        /// Whose turn it is.
        public let region: Region
        /// The session, where there is one.
        public let session: LocalSession?
        /// Why nothing is held, where the days are frozen, and what becomes of the meeting.
        public let freeze: String?
        /// Whether the region has no meeting that week, frozen or not, and no session either.
        public let rests: Bool
    }

    /// A week of the season, Monday to Sunday.
    public struct Week: Sendable {
        /// The week of the season, from 1.
        public let number: Int
        /// Its first day.
        public let monday: LocalDate
        /// One a region, in the program's order.
        public let turns: [Turn]
        /// When the viewer's clocks are changed in it.
        public let clockChanges: [ClockChange]

        /// Its last day.
        public var sunday: LocalDate { monday.adding(days: 6) }

        /// Whether a day lies in it.
        public func contains(_ day: LocalDate) -> Bool { monday <= day && day <= sunday }
    }

    /// The viewer's clocks go forward, or back when the minutes are negative.
    public struct ClockChange: Sendable {
        /// The day, as the clocks have it until they are changed.
        public let date: LocalDate
        /// How far they go forward.
        public let minutes: Int
    }

    /// The program.
    public let program: ProgramView
    /// The viewer's zone, where it is known.
    public let zone: TimeZoneID?
    /// The moment at which it is looked at.
    public let now: Instant
    /// The day that it then is, on the viewer's clock or in UTC.
    public let today: LocalDate
    /// The weeks of the season.
    public let weeks: [Week]
    /// Every session, by start.
    public let sessions: [LocalSession]
    /// Whose hour will move on the viewer's clock, whoever's clocks are changed; empty where no zone is known.
    public let hourMoves: [HourMove]

    /// Lays a season out.
    ///
    /// - Parameters:
    ///   - program: the program.
    ///   - sessions: those of its season, in any order.
    ///   - freezes: the program's.
    ///   - zone: on whose clock; nil shows each session on the one by which it was agreed.
    ///   - now: the moment at which it is looked at.
    ///   - zones: the tz database.
    /// - Throws: what a zone throws that cannot be read.
    public init(
        _ program: ProgramView, sessions: [SessionView], freezes: [FreezeView], zone: TimeZoneID?, now: Instant,
        zones: TimeZoneCatalog
    ) throws {
        self.program = program
        self.zone = zone
        self.now = now
        let viewer = try zone.map { try zones.rules(for: $0) }
        today = try (viewer ?? zones.rules(for: .utc)).local(at: now).date
        let season = try Season(start: program.seasonStart, weeks: program.weeks)
        let changes = viewer.map { Self.clockChanges(in: season, $0) } ?? []
        let locals = try sessions.map { LocalSession($0, in: try viewer ?? zones.rules(for: $0.zone)) }
        self.sessions = locals.sorted {
            ($0.session.start, $0.session.region) < ($1.session.start, $1.session.region)
        }
        hourMoves =
            try viewer.map { rules in
                let occasions = try sessions.filter { $0.isOnOrHeld(at: now) }.map {
                    try $0.occasion(by: zones, calling: program.regionTitles)
                }
                return HourMove.all(of: occasions, on: rules, after: now)
            } ?? []
        let ofWeek = Dictionary(grouping: locals, by: \.session.week)
        let grid = try MeetingGrid(
            season, meets: program.meets ?? .everyWeek, whenFrozen: program.whenFrozen ?? .skip,
            cadence: program.cadence, regions: program.regions, freezes: freezes.map { try $0.asFreeze })
        weeks = (1...season.weeks).map { number in
            let monday = season.monday(ofWeek: number)
            let days = monday...monday.adding(days: 6)
            let turns = program.regions.map { region in
                let session = ofWeek[number]?.first { $0.session.region == region }
                let freeze = freezes.first { freeze in
                    freeze.from <= days.upperBound && days.lowerBound <= freeze.to
                        && (freeze.regions.isEmpty || freeze.regions.contains(region))
                }
                // A week that is frozen in part may still be met in; why it is not may be that part.
                let (reason, isMeetingWeek) = Self.frozen(grid[region, number], inPart: freeze?.reason) { later in
                    ofWeek[later]?.contains { $0.session.region == region && $0.isOn } ?? false
                }
                return Turn(
                    region: region, session: session, freeze: session?.isOn == true ? nil : reason,
                    rests: session == nil && !isMeetingWeek)
            }
            return Week(
                number: number, monday: monday, turns: turns, clockChanges: changes.filter { days.contains($0.date) })
        }
    }

    /// Why nothing is held in a week, if it is frozen, and whether it is a meeting week at all.
    private static func frozen(
        _ week: MeetingGrid.Week, inPart reason: String?, isHeld: (_ week: Int) -> Bool
    ) -> (String?, isMeetingWeek: Bool) {
        switch week {
        case .meets, .meetsInstead: (reason, true)
        case .noMeeting: (nil, false)
        case .skipped(let reason, let loss): (reason + loss.clause, true)
        case .postponed(let reason, let later):
            ("\(reason); \(MeetingGrid.words(postponedTo: later, isHeld: isHeld(later)))", true)
        }
    }

    /// The sessions that are under way or to come, by start.
    public var ahead: [LocalSession] {
        sessions.filter { $0.session.end > now && ($0.session.status == .announced || $0.session.status == .tentative) }
    }

    /// How many sessions of a region lie in the day, at its edge and in the night; cancelled ones do not count.
    public func tally(of region: Region) -> [Hours: Int] {
        sessions.filter { $0.session.region == region && $0.isOn }.reduce(into: [:]) { $0[$1.hours, default: 0] += 1 }
    }

    private static func clockChanges(in season: Season, _ rules: ZoneRules) -> [ClockChange] {
        let begin = rules.zoned(LocalDateTime(date: season.start, time: .midnight)).instant
        let end = rules.zoned(LocalDateTime(date: season.end.adding(days: 1), time: .midnight)).instant
        return rules.transitions(from: begin, to: end).compactMap { transition in
            let seconds = transition.after.offset.seconds - transition.before.offset.seconds
            guard seconds != 0 else { return nil }
            // The day as the clocks have it until they are changed.
            let date = rules.local(at: transition.instant).adding(seconds: -Int64(seconds)).date
            return ClockChange(date: date, minutes: seconds / 60)
        }
    }
}

extension SeasonGrid.ClockChange {
    /// `your clocks go forward by an hour on Sun 28 Mar`.
    public var inWords: String {
        let amount = abs(minutes) == 60 ? "an hour" : "\(abs(minutes)) minutes"
        return "your clocks go \(minutes > 0 ? "forward" : "back") by \(amount) on \(date.inShort)"
    }
}
