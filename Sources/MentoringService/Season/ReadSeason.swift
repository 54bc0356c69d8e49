import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

// What is stored, as planning needs it: the only place where planning meets the database.

extension SeasonFacts {
    /// What the database says of a program's season, for the ears of whoever asks.
    init(
        of program: Program, in transaction: any StoreReading, by zones: TimeZoneCatalog, now: Instant,
        told principal: Principal
    ) throws {
        let mentors = try transaction.mentors(of: program.name)
        let all = try transaction.sessions(of: program.name, by: zones)
        let earlier = all.filter { $0.season < program.season.start }
        let engagements = try transaction.engagements(of: mentors, besides: program, by: zones)
        let others = Set(engagements.values.joined().map(\.session.code.program)).subtracting([program.name])
        self.init(
            program: program, freezes: try transaction.freezes(of: program.name), mentors: mentors,
            slots: try transaction.slots(of: program.name),
            absences: Dictionary(
                uniqueKeysWithValues: try mentors.map {
                    ($0.person.id, try transaction.absences(of: $0.person.id, in: program.name))
                }),
            engagements: engagements,
            walls: try Walls(of: mentors.map(\.person), by: zones),
            sessions: Dictionary(
                uniqueKeysWithValues: all.filter { $0.season == program.season.start }.map { (Turn($0.code), $0) }),
            earlier: earlier, audience: try transaction.audience(of: program.name),
            duties: try DutyFacts.all(of: program, in: transaction), now: now,
            seen: try others.filter { try transaction.mayName(principal, in: $0) },
            // A token for one program does not reach what its owner does in others.
            reader: principal.onlyProgram == nil ? try principal.email.flatMap { try transaction.person($0)?.id } : nil)
    }
}

extension DutyFacts {
    /// What the database says about each of a program's duties, in their order.
    static func all(of program: Program, in transaction: any StoreReading) throws -> [DutyFacts] {
        let duties = try transaction.duties(of: program.name)
        guard !duties.isEmpty else { return [] }
        let volunteers = try transaction.volunteers(of: program.name)
        let absences = try Dictionary(
            volunteers.map { ($0.person.id, try transaction.absences(of: $0.person.id, in: program.name)) },
            uniquingKeysWith: { first, _ in first }
        )
        let elsewhere = try Dictionary(
            volunteers.map { volunteer in
                let turns = try transaction.dutyTurns(of: volunteer.person.id).filter {
                    $0.code.program != program.name && $0.status != .cancelled
                }
                return (volunteer.person.id, Set(turns.map(\.monday)))
            }, uniquingKeysWith: { first, _ in first })
        let turns = try transaction.dutyTurns(of: program.name)
        return duties.map { duty in
            let own = turns.filter { $0.code.duty == duty.name }
            let current = own.filter { $0.season == program.season.start }
            let those = volunteers.filter { $0.duty == duty.name }
            return DutyFacts(
                duty: duty, volunteers: those,
                absences: absences.filter { id, _ in those.contains { $0.person.id == id } },
                weeksElsewhere: elsewhere.filter { id, _ in those.contains { $0.person.id == id } },
                turns: Dictionary(uniqueKeysWithValues: current.map { ($0.code.week, $0) }),
                earlier: own.filter { $0.season < program.season.start },
                later: own.filter { $0.season > program.season.start })
        }
    }
}

extension SeasonHistory {
    init(of program: Program.Name, in transaction: any StoreReading, by zones: TimeZoneCatalog) throws {
        self.init(
            sessions: try transaction.sessions(of: program, by: zones).filter { $0.status != .cancelled }.map {
                session in
                Held(
                    session: session,
                    seated: try transaction.enrollments(in: session.id).filter { $0.state == .enrolled }.map(\.person),
                    attendance: try transaction.attendance(in: session.id))
            }, trainees: try transaction.trainees(of: program))
    }
}

extension TrainingHealth {
    init(
        of program: Program, in transaction: any StoreReading, zones: TimeZoneCatalog,
        recurrence: any RecurrenceExpanding, now: Instant, told principal: Principal
    ) throws {
        let facts = try SeasonFacts(of: program, in: transaction, by: zones, now: now, told: principal)
        let attendance = Dictionary(grouping: try transaction.attendance(of: program.name), by: \.session)
        let answers = Dictionary(grouping: try transaction.answers(of: program.name), by: \.session)
        let visitors = Dictionary(
            grouping: try transaction.visitors(of: program.name).without(program.bots), by: \.session)
        func meetings(_ sessions: some Collection<Session>) throws -> [Meeting] {
            try sessions.filter { $0.status != .cancelled }.sorted { ($0.start, $0.code) < ($1.start, $1.code) }
                .map { session in
                    Meeting(
                        session: session, enrollments: try transaction.enrollments(in: session.id),
                        attendance: attendance[session.id] ?? [], answers: answers[session.id] ?? [],
                        visitors: visitors[session.id] ?? [])
                }
        }
        let seasonBefore = facts.earlier.map(\.season).max()
        self.init(
            facts: facts, meetings: try meetings(facts.sessions.values),
            before: try meetings(facts.earlier.filter { $0.season == seasonBefore }),
            standing: try transaction.standingEnrollments(of: program.name).filter {
                $0.season == program.season.name
            },
            offers: try transaction.swapOffers(of: program.name),
            fairShare: FairShare(facts),
            mails: HealthView.Mails(
                week: try transaction.countWrittenMail(to: program.name, since: now.adding(seconds: -7 * 86_400)),
                season: try transaction.countWrittenMail(to: program.name, since: program.season.start.midnightUTC),
                readers: try transaction.mailReaders(of: program.name).count),
            zones: zones, recurrence: recurrence)
    }
}

extension StoreReading {
    /// What mentors lead or attend beside what they lead in a program's season, as far as it may bear on that season: while
    /// it lasts, and before and after it as long as a gap between turns or a month may reach.
    func engagements(
        of mentors: [Mentor], besides program: Program, by zones: TimeZoneCatalog
    ) throws -> [Identifier<Person>: [Engagement]] {
        let reach = max(7 * Mentor.gaps.upperBound, 31) + 2
        let span =
            program.season.start.adding(days: -reach).midnightUTC..<program.season.end.adding(days: reach).midnightUTC
        return try mentors.reduce(into: [:]) { all, mentor in
            let person = mentor.person.id
            let found = try engagements(of: person, starting: span, by: zones).filter { engagement in
                let session = engagement.session
                guard engagement.leads, session.code.program == program.name else { return true }
                // What is only planned of a later season gives way to this one.
                let givesWay = session.season > program.season.start && session.status == .tentative
                return session.season != program.season.start && !givesWay
            }
            if !found.isEmpty { all[person] = found }
        }
    }

    /// When a person leads nothing in a program, by first day.
    func absences(of person: Identifier<Person>, in program: Program.Name) throws -> [Away] {
        try absences(of: person).filter { $0.holds(in: program) }
    }
}
