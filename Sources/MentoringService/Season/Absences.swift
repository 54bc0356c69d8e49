import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension AddAway: HandledRequest {
    /// Adds an absence; adding the same days again changes nothing.
    ///
    /// One that is over is kept for the record, and said to be.
    /// - Returns: the absence, and what it touches.
    /// - Throws: `Refusal` not-found for an unknown person, or one who takes no part in the program; `BadInput` when it is not
    ///   clear which program an organizer means.
    public func carryOut(for client: Client) async throws -> AwayView {
        let (service, caller) = (client.service, client.caller)
        let email = try caller.ownOr(email?.address)
        let days = try await service.absence(from: from, to: to, of: email, in: program, for: caller)
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let person = try transaction.requirePerson(email)
            let place = try transaction.say(of: caller, over: person).place(
                of: person, named: program, by: caller, in: transaction)
            let known = Set(try transaction.absences(of: person.id).map(\.id))
            let away = try transaction.enter(Away(person: person.id, days: days, program: place), of: person)
            // What holds everywhere is no matter of a file.
            if let place, !known.contains(away.id) {
                try transaction.noteEnteredByPeople([.absence(away)], in: place)
            }
            let name = try transaction.say(of: caller, over: person).name(of: person, in: transaction)
            var view = try transaction.view(of: away, named: name, for: caller, by: service.zones, now: now)
            view.wasKnown = known.contains(away.id)
            if away.days.to.isOver(at: now) { view.wasOver = true }
            return view
        }
    }
}

extension ListAbsences: HandledRequest {
    /// Those of a person's absences that whoever asks may know, by first day.
    public func carryOut(for client: Client) async throws -> [AwayView] {
        let (service, caller) = (client.service, client.caller)
        let email = try caller.ownOr(email?.address)
        let now = service.clock.now()
        return try await service.store.read { transaction in
            let person = try transaction.requirePerson(email)
            let say = try transaction.say(of: caller, over: person)
            let name = try say.name(of: person, in: transaction)
            return try transaction.absences(of: person.id).filter { try say.includes($0, of: person, in: transaction) }
                .map {
                    try transaction.view(of: $0, named: name, for: caller, by: service.zones, now: now)
                }
        }
    }
}

extension RemoveAway: HandledRequest {
    /// Removes an absence.
    /// - Throws: `Refusal` not-found when there is none of that number, or none that whoever asks may know of; not-allowed for
    ///   what only the person can take back.
    public func carryOut(for client: Client) async throws -> AwayRemoved {
        let service = client.service
        let id = away
        let caller = client.caller
        return try await service.store.write { transaction in
            guard let person = try transaction.person(absence: id),
                let away = try transaction.absences(of: person.id).first(where: { $0.id == id }),
                case let say = try transaction.say(of: caller, over: person),
                try say.includes(away, of: person, in: transaction)
            else { throw Refusal.notFound("absence", "\(id)") }
            guard say.decides(away) else {
                throw Refusal(
                    .notAllowed,
                    "it was not entered for your program alone; only whoever is away can remove it, or an administrator"
                )
            }
            _ = try transaction.remove(id)
            let names = try transaction.namesInsteadOfAddresses(for: client.principal)
            return AwayRemoved(
                away, of: person.email, name: names[person.email], isOwn: caller.speaks(for: person.email))
        }
    }
}

// What people say of their own days holds in every program, and so does what an administrator says of them, once they have said
// anything themselves; what an organizer says of somebody holds in the program that they organize.

extension TrainingService {
    /// The days of an absence: without a last one, to the end of the seasons that the first is in, or before.
    ///
    /// - Throws: `Refusal` not-found for an unknown person; `BadInput` where no season of a program that whoever asks may look
    ///   into ends later.
    fileprivate func absence(
        from first: LocalDate, to last: LocalDate?, of email: EmailAddress, in program: Program.Name?,
        for caller: Caller
    ) async throws -> DayRange {
        if let last { return try DayRange(from: first, to: last) }
        return try await store.read { transaction in
            let person = try transaction.requirePerson(email)
            let programs = try transaction.programs(of: person.email).filter {
                try program ?? $0.name == $0.name && transaction.membership(of: person.id, in: $0.name) != nil
                    && (caller.isOnThisMachine || transaction.mayLook(caller, into: $0.name, of: person.id))
            }
            return try programs.days(toSeasonEndFrom: first)
        }
    }
}

extension StoreWriting {
    /// Adds an absence, or finds the one that says the same.
    /// - Throws: `Refusal` conflict when there are as many as there may be.
    func enter(_ away: Away, of person: Person) throws -> Away {
        let stored = try absences(of: person.id).filter { $0.program == away.program }
        if let known = stored.first(where: { $0.days == away.days }) { return known }
        guard stored.count < Limits.absences else {
            throw Refusal(
                .conflict,
                "\(person.email) has \(Limits.absences) absences, the most there may be; remove some that are over (away remove)"
            )
        }
        return try add(away)
    }
}

extension [Program] {
    /// The days from one to the last of the seasons that it is in, or that come next after it.
    /// - Throws: `BadInput` where all are over by then.
    func days(toSeasonEndFrom first: LocalDate) throws(BadInput) -> DayRange {
        guard let last = map({ $0.focused(at: first.midnightUTC).season.end }).max(), last >= first else {
            throw BadInput("no season goes on after \(first), so that the last day has to be said: \(first)..TO")
        }
        return try DayRange(from: first, to: last)
    }
}

/// Over which of somebody's days off one has a say.
private enum Say {
    /// All: they are one's own, or one administers the server.
    case everywhere
    /// What is said in these programs.
    case programs([Program.Name])

    /// Where it holds what is said: in one program, or everywhere.
    func place(
        of person: Person, named program: Program.Name?, by caller: Caller, in transaction: any StoreWriting
    ) throws -> Program.Name? {
        switch self {
        case .everywhere:
            let isOwn = caller.speaks(for: person.email)
            guard let program else {
                let only = try transaction.onlyProgram(speakingFor: person)
                guard isOwn else { return only }
                if let only { _ = try transaction.speak(person, in: only) }
                return nil
            }
            guard !isOwn else { throw BadInput("your own days off hold in every program; leave the program out") }
            guard try transaction.membership(of: person.id, in: transaction.requireProgram(program).name) != nil else {
                throw Refusal(.notFound, "\(person.email) takes no part in \(program)")
            }
            return program
        case .programs(let own):
            if let program {
                guard own.contains(program) else { throw Caller.notTheirs }
                return program
            }
            guard let only = own.first else { throw Caller.notTheirs }
            guard own.count == 1 else {
                throw BadInput(
                    "\(person.email) takes part in several programs of yours (\(own.joined(separator: ", "))); say in which with --program"
                )
            }
            return only
        }
    }

    /// What one knows the person by.
    func name(of person: Person, in transaction: any StoreReading) throws -> String {
        switch self {
        case .everywhere: person.name
        case .programs(let own): try own.first.map { try transaction.shown(person, in: $0).name } ?? person.name
        }
    }

    /// Whether one may know of an absence: it was said in one's program, or by somebody who has spoken there.
    func includes(_ away: Away, of person: Person, in transaction: any StoreReading) throws -> Bool {
        switch self {
        case .everywhere: true
        case .programs(let own):
            try own.contains { try away.holds(in: $0) && away.isTold(of: transaction.shown(person, in: $0)) }
        }
    }

    /// Whether one may take an absence back.
    func decides(_ away: Away) -> Bool {
        switch self {
        case .everywhere: true
        case .programs(let own): away.program.map(own.contains) ?? false
        }
    }
}

extension StoreReading {
    /// The program that somebody who has said nothing themself is in, if it is the only one that knows them.
    fileprivate func onlyProgram(speakingFor person: Person) throws -> Program.Name? {
        try programNames().first {
            try membership(of: person.id, in: $0) != nil && isSpokenFor(person, by: $0)
        }
    }

    fileprivate func say(of caller: Caller, over person: Person) throws -> Say {
        if caller.isOnThisMachine || caller.speaks(for: person.email) { return .everywhere }
        guard let email = caller.email else { return .programs([]) }
        if caller.role == .organizer {
            if try caller.onlyProgram == nil && isAdministrator(email) { return .everywhere }
            return .programs(try programs(organizedBy: email, only: caller.onlyProgram, with: person.email))
        }
        guard email == person.email, let only = caller.onlyProgram, try membership(of: person.id, in: only) != nil
        else {
            return .programs([])
        }
        return .programs([only])
    }

    /// An absence, and what it touches in the programs that whoever asks may look into.
    fileprivate func view(
        of away: Away, named name: String, for caller: Caller, by zones: TimeZoneCatalog, now: Instant
    ) throws -> AwayView {
        let visible = try programNames().filter {
            try away.holds(in: $0) && mayLook(caller, into: $0, of: away.person)
        }.compactMap { try program($0) }
        let led = try visible.flatMap { try sessionsToCome(of: $0.name, by: zones, at: now) }.filter { session in
            session.start > now && session.mentor.id == away.person
        }
        let walls = try Walls(of: led.map(\.mentor), by: zones)
        let sessions = led.filter { session in
            walls.absence(of: away.person, among: [away], from: session.start, minutes: session.minutes) != nil
        }
        let weeks = try dutyTurns(of: away.person).filter {
            $0.start > now && $0.monday <= away.days.to && away.days.from <= $0.sunday
        }.filter { turn in visible.contains { $0.name == turn.code.program } }
        func codes(_ status: Session.Status) -> [String] {
            sessions.filter { $0.status == status }.map(\.code.description)
                + weeks.filter { $0.status == status }.map(\.code.description)
        }
        return AwayView(
            id: away.id, person: name, from: away.days.from, to: away.days.to, program: away.program,
            affects: codes(.announced), replanned: codes(.tentative))
    }

    /// Whether somebody may be told what a person does in a program: themself, and its organizers.
    fileprivate func mayLook(
        _ caller: Caller, into program: Program.Name, of person: Identifier<Person>
    ) throws -> Bool {
        guard let email = caller.email else { return caller.role == .organizer }
        guard (caller.onlyProgram ?? program) == program else { return false }
        return try isOrganizer(email, of: program) || self.person(email)?.id == person
    }
}
