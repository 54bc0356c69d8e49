import CivilTime
import TimeZoneCatalog

/// Everything that a program's books say about its season, as the planner needs it.
struct SeasonFacts: Equatable, Sendable {
    let program: Program
    let freezes: [Freeze]
    let mentors: [Mentor]
    let slots: [Slot]
    let absences: [Identifier<Person>: [Away]]
    /// Of the current season, by turn.
    let sessions: [Turn: Session]
    /// Of the season before this one.
    let lastSeason: [Session]
    let trainees: [Person]
    /// In the order of the program's file.
    let duties: [DutyFacts]
    let now: Instant

    init(of program: Program, in books: any StoreReading, by zones: TimeZoneCatalog, now: Instant) throws {
        self.program = program
        self.now = now
        freezes = try books.freezes(of: program.name)
        mentors = try books.mentors(of: program.name)
        slots = try books.slots(of: program.name)
        absences = Dictionary(
            uniqueKeysWithValues: try mentors.map {
                ($0.person.id, try books.absences(of: $0.person.id, in: program.name))
            })
        trainees = try books.trainees(of: program.name)
        duties = try DutyFacts.all(of: program, in: books)
        let all = try books.sessions(of: program.name, by: zones)
        sessions = Dictionary(
            uniqueKeysWithValues: all.filter { $0.season == program.season.start }.map { (Turn($0.code), $0) })
        let earlier = all.filter { $0.season < program.season.start }
        let last = earlier.map(\.season).max()
        lastSeason = earlier.filter { $0.season == last }
    }

    /// Whether a mentor of a region may not lead on a day, on their own wall.
    func isBarred(_ mentor: Identifier<Person>, of region: Region, on day: LocalDate) -> Bool {
        freezes.contains { $0.covers(region, on: day) } || (absences[mentor] ?? []).contains { $0.days.contains(day) }
    }

    /// Whether a session stands: it was announced, or two mentors agreed on it, and what has happened since does not take
    /// it away.
    ///
    /// What has begun is history and stands whatever happens; what is to come stands unless its mentor has left the
    /// region or is away on the day, or the day is frozen.
    func stands(_ session: Session) -> Bool {
        switch session.status {
        case .announced, .held: break
        case .tentative: guard session.isAgreed else { return false }
        case .cancelled: return false
        }
        guard isMentor(session.mentor.id, of: session.code.region) else { return false }
        return session.start <= now
            || !isBarred(session.mentor.id, of: session.code.region, on: session.localStart.date)
    }

    /// Whether a day lies within the weeks that are announced, counted from today or the season's start if that is later.
    func isWithinReach(_ day: LocalDate, announceWeeks: Int) -> Bool {
        let today = Int(now.secondsSinceEpoch / 86_400)
        return day.epochDay < max(today, program.season.start.epochDay) + 7 * announceWeeks
    }

    private func isMentor(_ person: Identifier<Person>, of region: Region) -> Bool {
        mentors.contains { $0.person.id == person && $0.region == region }
    }
}

extension StoreReading {
    /// When a person leads nothing in a program, by first day.
    func absences(of person: Identifier<Person>, in program: Program.Name) throws -> [Away] {
        try absences(of: person).filter { $0.holds(in: program) }
    }
}

/// One week × region that wants a session.
struct Turn: Hashable, Comparable, Sendable {
    let week: Int
    let region: Region

    init(week: Int, region: Region) {
        self.week = week
        self.region = region
    }

    init(_ code: SessionCode) { self.init(week: code.week, region: code.region) }

    static func < (left: Turn, right: Turn) -> Bool { (left.week, left.region) < (right.week, right.region) }
}
