import CivilTime
import Mentoring
import TimeZoneCatalog

extension StoreReading {
    /// The program, or a refusal with the nearest names.
    func requireProgram(_ name: Program.Name) throws -> Program {
        if let program = try program(name) { return program }
        throw Refusal.notFound("program", name, nearest: nearest(to: name, among: try programNames()))
    }

    /// The program with one of its seasons in focus, or a refusal with the nearest names; without a name the one that is meant
    /// now.
    func requireProgram(_ name: Program.Name, season: Season.Name?) throws -> Program {
        let program = try requireProgram(name)
        guard let season = season?.lowercased() else { return program }
        guard program.season(named: season) != nil else {
            try refuseGivenUp(season, of: name)
            throw Refusal.notFound("season", "\(season) of \(name)", nearest: program.seasons.map(\.name))
        }
        return program.focused(on: season)
    }

    /// The same to read what there is of a season, also of one that was given up.
    func requireProgram(_ name: Program.Name, reading season: Season.Name?) throws -> Program {
        try season.flatMap { try program(name, everHaving: $0.lowercased()) } ?? requireProgram(name, season: season)
    }

    /// The program with one of its seasons in focus, also one that was given up; nil when it never had one of that name.
    func program(_ name: Program.Name, everHaving season: Season.Name) throws -> Program? {
        guard let program = try program(name) else { return nil }
        if program.season(named: season) != nil { return program.focused(on: season) }
        return try givenUpSeasons(of: name).first { $0.name == season }.map(program.lookingBack)
    }

    /// The seasons that were given up and of which people know codes, by start: their names stay taken.
    func givenUpSeasonsThatPeopleKnow(of name: Program.Name) throws -> [Season] {
        let known = try spokenSeasons(of: name).union(announcedSeasons(of: name))
        return try givenUpSeasons(of: name).filter { known.contains($0.name) }
    }

    /// Refuses to do anything in a season that was given up.
    func refuseGivenUp(_ season: Season.Name, of name: Program.Name) throws {
        guard let left = try givenUpSeasons(of: name).first(where: { $0.name == season }) else { return }
        throw Refusal(
            .conflict,
            "the season \(season) of \(name), from \(left.start), was given up: the program's file leaves it out; its sessions can still be read (meridian session list \(name) --season \(season)), and the file takes it up again by naming it"
        )
    }

    /// The person, or a refusal that does not tell whose addresses are known.
    func requirePerson(_ email: EmailAddress) throws -> Person {
        if let person = try person(email) { return person }
        try refuseWhileMoving(email)
        throw Refusal.unknown(email)
    }

    /// Refuses the address of somebody who is about to move away from it: neither that nor the other acts.
    func refuseWhileMoving(_ email: EmailAddress) throws {
        guard try addressMoves(from: email).last(where: { $0.undone == nil })?.isOpen == true else { return }
        throw Refusal(
            .conflict,
            "\(email) is being moved to another address, and until that has proved itself nobody acts by either: wait for the mail that went there, or undo it by the one that came to \(email)"
        )
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

    /// The sessions of the season in focus, by start, then code.
    func currentSessions(of program: Program, by zones: TimeZoneCatalog) throws -> [Session] {
        try sessions(of: program.name, by: zones).filter { $0.season == program.season.start }
            .sorted { ($0.start, $0.code) < ($1.start, $1.code) }
    }

    /// The weeks of a duty in the season in focus, in their order.
    func dutyTurns(of duty: Duty.Name, in program: Program) throws -> [DutyTurn] {
        try dutyTurns(of: program.name).filter { $0.season == program.season.start && $0.code.duty == duty }
    }

    /// The sessions of a program that are to come in any of its seasons, by start, then code.
    func sessionsToCome(of program: Program.Name, by zones: TimeZoneCatalog, at now: Instant) throws -> [Session] {
        try sessions(of: program, by: zones).filter { $0.isUpcoming(at: now) }
            .sorted { ($0.start, $0.code) < ($1.start, $1.code) }
    }

    /// The weeks of a duty in every season, in their order.
    func dutyTurns(of duty: Duty.Name, inEverySeasonOf program: Program.Name) throws -> [DutyTurn] {
        try dutyTurns(of: program).filter { $0.code.duty == duty }
    }
}

extension Refusal {
    /// Nobody has an address; the nearest are for those alone who may see all.
    static func unknown(_ email: EmailAddress, nearest: [EmailAddress] = []) -> Refusal {
        let names = nearest.prefix(3).map(\.description).inWords(joinedBy: "or")
        let near = nearest.isEmpty ? "" : "did you mean \(names)? Else "
        return Refusal(
            .notFound,
            "nobody here has the address \(email); \(near)join first: meridian trainee join PROGRAM --name … --email \(email) --zone …"
        )
    }
}
