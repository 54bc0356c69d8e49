import CivilTime
import Mentoring
import TimeZoneCatalog

extension StoreReading {
    /// The program, or a refusal with the nearest names.
    func requireProgram(_ name: Program.Name) throws -> Program {
        if let program = try program(name) { return program }
        throw Refusal.notFound("program", name, nearest: nearest(to: name, among: try programs().map(\.name)))
    }

    /// The person, or a refusal that does not tell whose addresses are known.
    func requirePerson(_ email: EmailAddress) throws -> Person {
        if let person = try person(email) { return person }
        throw Refusal(
            .notFound,
            "nobody here has the address \(email); join first: meridian trainee join PROGRAM --name … --email \(email) --zone …"
        )
    }

    /// The one of a program's mentors and trainees who is called so; see `NamedPeople`.
    func requirePerson(called text: String, in program: Program) throws -> Person {
        try NamedPeople(of: program, in: self).require(text)
    }

    /// The one with the address who takes part in a program, or a refusal that is the same for an address that nobody has and
    /// for somebody of another program.
    func requirePerson(_ email: EmailAddress, in program: Program) throws -> Person {
        if let person = try person(email, in: program) { return person }
        throw Refusal(.notFound, "nobody here has the address \(email), among the people of \(program.name)")
    }

    /// The one with the address if they take part in a program, as the program shows them.
    func person(_ email: EmailAddress, in program: Program) throws -> Person? {
        guard let person = try person(email), try isIn(person, program) else { return nil }
        return try shown(person, in: program.name)
    }

    /// A program's mentor, or a refusal, which suggests addresses only where the program's organizers ask.
    func requireMentor(
        _ email: EmailAddress, of program: Program.Name, suggesting: Bool = false
    ) throws -> Mentor {
        let mentors = try mentors(of: program)
        if let mentor = mentors.first(where: { $0.person.email == email }) { return mentor }
        throw Refusal.notFound(
            "mentor of \(program) with the address", email.description,
            nearest: suggesting ? nearest(to: email.description, among: mentors.map(\.person.email.description)) : [])
    }

    /// A program's sessions in every season, by season, week, region; those to come at the instants that the tz data in
    /// force give them.
    func sessions(of program: Program.Name, by zones: TimeZoneCatalog) throws -> [Session] {
        try sessions(of: program).map { $0.timed(by: zones) }
    }

    /// The sessions of the season that the program is in now, by start, then code.
    func currentSessions(of program: Program, by zones: TimeZoneCatalog) throws -> [Session] {
        try sessions(of: program.name, by: zones).filter { $0.season == program.season.start }
            .sorted { ($0.start, $0.code) < ($1.start, $1.code) }
    }

    /// The weeks of a duty in the current season, in their order.
    func dutyTurns(of duty: Duty.Name, in program: Program) throws -> [DutyTurn] {
        try dutyTurns(of: program.name).filter { $0.season == program.season.start && $0.code.duty == duty }
    }

    /// The session of the current season with the code, or a refusal: with what is so of a turn of the season that has none,
    /// with the nearest codes for any other text.
    func requireSession(_ text: String, by zones: TimeZoneCatalog) throws -> Session {
        guard let code = SessionCode(text), let program = try program(code.program) else {
            let codes = try programs().flatMap { try currentSessions(of: $0, by: zones) }.map(\.code.description)
            throw Refusal.notFound("session", text, nearest: nearest(to: text, among: codes))
        }
        if let session = try session(code, season: program.season.start) { return session.timed(by: zones) }
        if code.week <= program.season.weeks, program.regions.contains(code.region) {
            throw try noSession(for: code, in: program)
        }
        let codes = try currentSessions(of: program, by: zones).map(\.code.description)
        throw Refusal.notFound("session", text, nearest: nearest(to: text, among: codes))
    }

    /// Why a turn of the season has no session: no other one is meant by its code.
    private func noSession(for code: SessionCode, in program: Program) throws -> Refusal {
        let grid = MeetingGrid(of: program, try freezes(of: program.name))
        switch grid[code.region, code.week] {
        case .skipped(let reason, _):
            return Refusal(.frozen, "\(code) is not held: its week is frozen (\(OneLine.shown(reason)))")
        case .postponed(let reason, let later):
            return Refusal(
                .frozen,
                "\(code) is not held: its week is frozen (\(OneLine.shown(reason))), and its session postponed to week \(later)"
            )
        case .noMeeting:
            let reason = grid.reason(against: code.region, in: code.week, of: program.name)
            return Refusal(.notFound, "\(code) is not held: \(reason ?? "")")
        case .meets, .meetsInstead: break
        }
        return Refusal(.notFound, "no session is planned for \(code); to see why: meridian why \(code)")
    }
}
