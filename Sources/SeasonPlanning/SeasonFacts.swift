package import CivilTime
package import Mentoring
package import TimeZoneCatalog

/// Everything that a program's database says about its season, as the planner needs it.
package struct SeasonFacts: Equatable, Sendable {
    package let program: Program
    package let freezes: [Freeze]
    /// The weeks in which each region may meet.
    package let grid: MeetingGrid
    package let mentors: [Mentor]
    package let slots: [Slot]
    package let absences: [Identifier<Person>: [Away]]
    /// What mentors lead, or attend, beside what they lead this season, in whichever program; see `Hindrance`.
    package let engagements: [Identifier<Person>: [Engagement]]
    /// The mentors' own clocks.
    package let walls: Walls
    /// Of the current season, by turn.
    package let sessions: [Turn: Session]
    /// Of the seasons before this one, by season.
    package let earlier: [Session]
    /// How many trainees live by which clock.
    package let audience: [TimeZoneID: Int]
    /// In the order of the program's file.
    package let duties: [DutyFacts]
    package let now: Instant
    /// The other programs whose sessions whoever asks organizes, and so is told of.
    private var seen: Set<Program.Name>
    /// Who asks, if it is somebody: of what they do themself they are told all.
    private var reader: Identifier<Person>?

    package init(
        program: Program, freezes: [Freeze], mentors: [Mentor], slots: [Slot], absences: [Identifier<Person>: [Away]],
        engagements: [Identifier<Person>: [Engagement]] = [:], walls: Walls, sessions: [Turn: Session],
        earlier: [Session], audience: [TimeZoneID: Int], duties: [DutyFacts], now: Instant,
        seen: Set<Program.Name> = [], reader: Identifier<Person>? = nil
    ) {
        self.seen = seen
        self.reader = reader
        self.program = program
        self.freezes = freezes
        grid = MeetingGrid(of: program, freezes)
        self.mentors = mentors
        self.slots = slots
        self.absences = absences
        self.engagements = engagements
        self.walls = walls
        self.sessions = sessions
        self.earlier = earlier
        self.audience = audience
        self.duties = duties
        self.now = now
    }

    /// The same with one more freeze.
    package func frozen(by freeze: Freeze) -> SeasonFacts {
        SeasonFacts(
            program: program, freezes: freezes + [freeze], mentors: mentors, slots: slots, absences: absences,
            engagements: engagements, walls: walls, sessions: sessions, earlier: earlier, audience: audience,
            duties: duties, now: now, seen: seen, reader: reader)
    }

    /// The same with a mentor away for the whole season: what they led stays led, the rest is others'.
    package func without(_ mentor: Identifier<Person>) throws -> SeasonFacts {
        let season = try DayRange(from: program.season.start, to: program.season.end)
        return SeasonFacts(
            program: program, freezes: freezes, mentors: mentors, slots: slots,
            absences: absences.merging([mentor: [Away(person: mentor, days: season)]]) { $0 + $1 },
            engagements: engagements, walls: walls, sessions: sessions, earlier: earlier, audience: audience,
            duties: duties, now: now, seen: seen, reader: reader)
    }

    /// The same for the ears of somebody.
    package func told(to person: Identifier<Person>) -> SeasonFacts {
        var facts = self
        facts.reader = person
        return facts
    }

    /// The same for everybody's ears: what is kept and mailed is not told as to whoever planned.
    package func toldToEverybody() -> SeasonFacts {
        var facts = self
        (facts.seen, facts.reader) = ([], nil)
        return facts
    }

    /// The programs of which whoever asks is told what somebody does there: of their own matters, all.
    package func seen(of person: Identifier<Person>) -> Set<Program.Name> {
        person == reader ? Set((engagements[person] ?? []).map(\.session.code.program)) : seen
    }

    /// Whether whoever asks may know what a mentor does elsewhere.
    package func isTold(_ other: Engagement, of mentor: Person) -> Bool {
        other.isTold(of: mentor, in: program.name) || seen(of: mentor.id).contains(other.session.code.program)
    }

    /// Whether whoever asks may know on which days a mentor is away.
    func isTold(_ away: Away, of mentor: Person) -> Bool { away.isTold(of: mentor) || mentor.id == reader }

    /// Whether a mentor of a region may not lead at a time: its day is frozen where it was agreed, or they are away.
    package func isBarred(_ mentor: Identifier<Person>, of region: Region, at time: ZonedDateTime) -> Bool {
        isBarred(mentor, of: region, on: time.local.date, from: time.instant, minutes: program.minutes)
    }

    /// The same of a session.
    package func isBarred(_ mentor: Identifier<Person>, from session: Session) -> Bool {
        isBarred(
            mentor, of: session.code.region, on: session.localStart.date, from: session.start, minutes: session.minutes)
    }

    private func isBarred(
        _ mentor: Identifier<Person>, of region: Region, on day: LocalDate, from start: Instant, minutes: Int
    ) -> Bool {
        freezes.contains { $0.covers(region, on: day) } || absence(of: mentor, from: start, minutes: minutes) != nil
    }

    /// The absence of a mentor, on their own wall, in which a session would lie.
    package func absence(of mentor: Identifier<Person>, from start: Instant, minutes: Int) -> Away? {
        walls.absence(of: mentor, among: absences[mentor] ?? [], from: start, minutes: minutes)
    }

    /// Whether a session stands: it was announced, or two mentors agreed on it, and what has happened since does not take
    /// it away.
    ///
    /// What has begun is history and stands whatever happens; what is to come stands unless its mentor leads no more or is
    /// away on the day, or the day is frozen. Whoever moves to another region keeps what was announced; what was only agreed
    /// on follows them.
    package func stands(_ session: Session) -> Bool {
        switch session.status {
        case .announced, .held: break
        case .tentative: guard session.isAgreed else { return false }
        case .cancelled: return false
        }
        guard isLed(session), !wasMissed(session) else { return false }
        return session.start <= now || !isBarred(session.mentor.id, from: session)
    }

    /// Whether the hour of a session has passed without its having been announced: it was not held.
    package func wasMissed(_ session: Session) -> Bool { session.wasMissed(at: now) }

    /// Whether a session that was led, or is being led, is history: its turn is no longer to be planned, whoever leads
    /// sessions by now.
    func isHistory(_ session: Session) -> Bool {
        (session.status == .announced || session.status == .held) && session.start <= now
    }

    /// Whether a turn is still to come: its week is not over, and no session of it has begun.
    package func isToCome(_ turn: Turn) -> Bool {
        !isOver(turn.week) && !(sessions[turn].map(isHistory) ?? false)
    }

    /// Whether a session that begins then is far enough ahead to be planned; what has begun is not, whatever the notice.
    package func isPlannable(at start: Instant) -> Bool {
        start > now && start >= now.adding(seconds: Int64(program.noticeHours) * 3600)
    }

    /// Whether a day lies within the weeks that are announced, counted from today or the season's start if that is later.
    package func isWithinReach(_ day: LocalDate, announceWeeks: Int) -> Bool {
        let today = Int(now.secondsSinceEpoch / 86_400)
        return day.epochDay < max(today, program.season.start.epochDay) + 7 * announceWeeks
    }

    /// Whether whoever leads a session is still a mentor who may: of its region, or of any once it is announced.
    func isLed(_ session: Session) -> Bool {
        mentors.contains {
            $0.person.id == session.mentor.id && ($0.region == session.code.region || session.status != .tentative)
        }
    }
}

extension SeasonFacts {
    /// The code of a turn of the season.
    package func code(of turn: Turn) -> SessionCode {
        SessionCode(program: program.name, season: program.season.name, week: turn.week, region: turn.region)
    }
}

/// One week × region that wants a session.
package struct Turn: Hashable, Comparable, Sendable {
    package let week: Int
    package let region: Region

    package init(week: Int, region: Region) {
        self.week = week
        self.region = region
    }

    package init(_ code: SessionCode) { self.init(week: code.week, region: code.region) }

    package static func < (left: Turn, right: Turn) -> Bool { (left.week, left.region) < (right.week, right.region) }
}
