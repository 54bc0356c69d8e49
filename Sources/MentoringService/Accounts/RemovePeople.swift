import CivilTime
public import Mentoring
public import MentoringAPI

extension RemoveMentor: HandledRequest {
    /// Takes a mentor out of a program; a person who is its trainee too stays one.
    ///
    /// - Returns: what it does to each person.
    /// - Throws: `Refusal` not-found for an unknown program or mentor.
    public func carryOut(for client: Client) async throws -> DepartureView {
        let service = client.service
        let name = program
        let email = try email.address
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        return try await service.store.write(forGood: !dryRun) { transaction in
            let program = try transaction.requireProgram(name)
            let mentor = try transaction.requireMentor(email, of: name)
            var departure = try Departure(of: mentor.person, from: program, service: service, at: now, in: transaction)
            try departure.endMentoring()
            if try !transaction.isTrainee(mentor.person.id, of: name) { try departure.endTakingPart() }
            return DepartureView([departure], of: departure.name, isDone: !dryRun)
        }
    }
}

extension RemoveTrainee: HandledRequest {
    /// Takes a trainee out of a program, or who only takes turns at its duties; a person who is its mentor too stays one.
    ///
    /// - Returns: what it does to each person.
    /// - Throws: `Refusal` not-found for an unknown program, or who is none of its trainees.
    public func carryOut(for client: Client) async throws -> DepartureView {
        let service = client.service
        let name = program
        let email = try email.address
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        return try await service.store.write(forGood: !dryRun) { transaction in
            let program = try transaction.requireProgram(name)
            let hasAsked = try transaction.joinRequest(of: email, in: name) != nil
            if hasAsked { try transaction.removeJoinRequest(of: email, in: name) }
            if let departure = try service.departure(of: email, from: program, at: now, in: transaction) {
                return DepartureView([departure], of: departure.name, isDone: !dryRun)
            }
            guard hasAsked else {
                throw Refusal.notFound("trainee of \(name) with the address", email.description)
            }
            return DepartureView([], of: email.description, isDone: !dryRun)
        }
    }
}

extension LeaveProgram: HandledRequest {
    /// Takes whoever asks out of a program's trainees, or of those who only take turns at its duties; a mentor stays one.
    ///
    /// What has been stays: attendance, progress and its evidence.
    /// - Returns: what it does to each person.
    /// - Throws: `Refusal` not-found for an unknown program; conflict for who only leads sessions there, or organizes it.
    public func carryOut(for client: Client) async throws -> DepartureView {
        let service = client.service
        let name = program
        let email = try client.caller.person()
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        return try await service.store.write(forGood: !dryRun) { transaction in
            let program = try transaction.requireProgram(name)
            let departure = try service.departure(
                of: email, from: program, showingAddresses: false, at: now, in: transaction)
            guard let departure else {
                let isOrganizer = try transaction.isOrganizer(email, of: name)
                let isMentor = try transaction.person(email, in: program) != nil
                let part = isMentor ? "mentor" : isOrganizer ? "organizer" : nil
                let way = part.map {
                    "; its \($0)s are taken out by an organizer: meridian \($0) remove \(name) \(email)"
                }
                throw Refusal(.conflict, "you are no trainee of \(name), so there is nothing to leave\(way ?? "")")
            }
            return DepartureView([departure], of: departure.name, isDone: !dryRun)
        }
    }
}

extension BlockPerson: HandledRequest {
    public func carryOut(for client: Client) async throws -> DepartureView {
        try await client.service.block(email.address, in: program, by: client.caller, dryRun: dryRun ?? false)
    }
}

extension UnblockPerson: HandledRequest {
    public func carryOut(for client: Client) async throws -> BlockView {
        try await client.service.unblock(email.address, in: program)
    }
}

extension ListBlocks: HandledRequest {
    public func carryOut(for client: Client) async throws -> [BlockView] {
        try await client.service.blocks(in: program)
    }
}

extension BlockEverywhere: HandledRequest {
    public func carryOut(for client: Client) async throws -> DepartureView {
        try await client.service.block(email.address, in: nil, by: client.caller, dryRun: dryRun ?? false)
    }
}

extension ListBlocksEverywhere: HandledRequest {
    public func carryOut(for client: Client) async throws -> [BlockView] {
        try await client.service.blocks(in: nil)
    }
}

extension UnblockEverywhere: HandledRequest {
    public func carryOut(for client: Client) async throws -> BlockView {
        try await client.service.unblock(email.address, in: nil)
    }
}

extension TrainingService {
    /// Takes somebody out of a program's trainees, or of those who only take turns at its duties; a mentor stays one.
    ///
    /// - Returns: nil where there is nothing to take them out of: they are a mentor alone, or nobody there.
    fileprivate func departure(
        of email: EmailAddress, from program: Program, showingAddresses: Bool = true, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> Departure? {
        guard let person = try transaction.person(email, in: program) else { return nil }
        let isTrainee = try transaction.isTrainee(person.id, of: program.name)
        let isMentor = try transaction.isMentor(person.id, of: program.name)
        guard isTrainee || !isMentor else { return nil }
        var departure = try Departure(
            of: person, from: program, service: self, showingAddresses: showingAddresses, at: now, in: transaction)
        if isTrainee { try departure.endTraining() }
        if !isMentor { try departure.endTakingPart() }
        return departure
    }

    /// Lets the owner of an address take part no more, in one program or on the whole server.
    ///
    /// All that they are there ends, and they are let in no more. They are not told who did it. Doing it again changes nothing.
    ///
    /// - Parameters:
    ///   - email: the address, which need not be anybody's yet, or is one from which somebody has moved.
    ///   - name: the program; nil means the whole server, where their tokens and feed addresses end too.
    ///   - caller: who does it; nobody blocks themself, or an organizer.
    ///   - dryRun: whether only to say what would happen.
    /// - Returns: what it does to each person.
    /// - Throws: `Refusal` not-found for an unknown program; conflict for oneself.
    public func block(
        _ email: EmailAddress, in name: Program.Name?, by caller: Caller, dryRun: Bool = false
    ) async throws -> DepartureView {
        let now = clock.now()
        if let own = caller.email, own.isReadWith(email) { throw Refusal.oneself }
        return try await store.write(forGood: !dryRun) { transaction in
            let programs = try name.map { [try transaction.requireProgram($0)] } ?? transaction.programs()
            let owners = try transaction.owners(of: email)
            guard !owners.contains(where: { $0.email == caller.email }) else { throw Refusal.oneself }
            for own in try [email] + owners.map(transaction.mailAddress) {
                try transaction.refuseOrganizer(own, asked: email, in: programs, everywhere: name == nil)
            }
            let blocks = try transaction.blockedAddresses(in: name)
            guard blocks.count < Limits.blocks || blocks.contains(where: { $0.email == email }) else {
                throw Refusal(
                    .full, "\(Limits.blocks) addresses are blocked there; end those that are of no use any more")
            }
            try transaction.add(BlockedAddress(email: email, program: name, since: now))
            // Of somebody who takes no part here nothing is said but what was typed.
            let known = try owners.lazy.compactMap { owner in
                try programs.lazy.compactMap { try transaction.person(owner.email, in: $0) }.first
            }.first
            for program in programs {
                for request in try transaction.joinRequests(of: program.name)
                where ([email] + owners.map(\.email)).contains(where: request.email.isReadWith) {
                    try transaction.writingDown(name == nil ? deed(in: program, to: request.email) : nil, at: now) {
                        try transaction.removeJoinRequest(of: request.email, in: program.name)
                    }
                }
            }
            var departures: [Departure] = []
            for person in owners {
                for program in programs {
                    let shown = try transaction.shown(person, in: program.name)
                    var departure = try Departure(of: shown, from: program, service: self, at: now, in: transaction)
                    // What ends in a program by a block on the whole server is in that program's log, too.
                    try transaction.writingDown(name == nil ? deed(in: program, to: person.email) : nil, at: now) {
                        if try transaction.isMentor(person.id, of: program.name) { try departure.endMentoring() }
                        if try transaction.isTrainee(person.id, of: program.name) { try departure.endTraining() }
                        try departure.endTakingPart()
                    }
                    departures.append(departure)
                }
                guard name == nil else { continue }
                for var token in try transaction.accessTokens(of: person.id) where token.revoked == nil {
                    token.revoked = now
                    try transaction.update(token)
                }
                try transaction.removeFeedAddresses(of: person.id)
                try transaction.removeMailMatters(of: person.id)
            }
            let name = departures.first { $0.person.id == known?.id && $0.person.name == known?.name }?.name
            return DepartureView(departures, of: name ?? known?.name ?? email.description, isDone: !dryRun)
        }
    }

    /// Lets the owner of an address take part again; what they were before has ended, and they join anew.
    ///
    /// A block of whichever of their addresses ends by it: each of them would keep them out.
    /// - Throws: `Refusal` not-found when the address is not blocked there.
    public func unblock(_ email: EmailAddress, in name: Program.Name?) async throws -> BlockView {
        try await store.write { transaction in
            if let name { _ = try transaction.requireProgram(name) }
            let own = try [email] + transaction.owners(of: email).flatMap(transaction.addresses)
            let blocks = try transaction.blockedAddresses(in: name).filter { own.contains(where: $0.email.isReadWith) }
            for block in blocks { _ = try transaction.removeBlock(of: block.email, in: name) }
            guard !blocks.isEmpty else {
                let there = name ?? "the whole server"
                throw Refusal(.notFound, "\(email) is not blocked \(name == nil ? "on" : "in") \(there)")
            }
            return BlockView(email: email, program: name)
        }
    }

    /// Who may take part in a program no more, by address; without one, who may do so nowhere on the server.
    public func blocks(in name: Program.Name?) async throws -> [BlockView] {
        try await store.read { transaction in
            try transaction.blockedAddresses(in: name.map { try transaction.requireProgram($0).name })
                .map { BlockView(email: $0.email, program: $0.program) }
        }
    }
}

extension StoreReading {
    /// Those who are written to where an address is read, or were before they moved.
    fileprivate func owners(of email: EmailAddress) throws -> [Person] {
        try people().filter { try addresses(of: $0).contains(where: email.isReadWith) }
    }

    /// The addresses of somebody, those of before, too.
    fileprivate func addresses(of person: Person) throws -> [EmailAddress] {
        try [person.email] + formerAddresses(of: person)
    }

    /// Refuses whoever organizes one of the programs: that is taken from them first, by who may.
    ///
    /// Of another address than was asked for nothing is said to who may not know it.
    fileprivate func refuseOrganizer(
        _ email: EmailAddress, asked: EmailAddress, in programs: [Program], everywhere: Bool
    ) throws {
        if let administrator = try administrators().first(where: { $0.isReadWith(email) }) {
            // Who administers the server is not a program's organizers' to know.
            throw Refusal(
                .conflict,
                everywhere
                    ? "\(administrator) is an administrator of this server; end that first: meridian organizer remove \(administrator) --everywhere"
                    : "\(asked) cannot be blocked by an organizer; ask an administrator of this server")
        }
        for program in programs {
            guard let organizer = try organizers(of: program.name).first(where: { $0.isReadWith(email) }) else {
                continue
            }
            throw Refusal(
                .conflict,
                "\(organizer) organizes \(program.name); end that first: meridian organizer remove \(program.name) \(organizer)"
            )
        }
    }

    /// Whether a person is one of a program's mentors.
    func isMentor(_ person: Identifier<Person>, of program: Program.Name) throws -> Bool {
        try membership(of: person, in: program) == .mentor
    }
}

extension Refusal {
    fileprivate static var oneself: Refusal { Refusal(.conflict, "that is yourself; ask another organizer") }
}

extension DepartureView {
    /// What the departures do together; the effects on who leaves first.
    init(_ departures: [Departure], of name: String, isDone: Bool) {
        let effects = departures.flatMap(\.effects)
        self.init(
            person: name, done: isDone,
            effects: effects.filter { $0.person == name } + effects.filter { $0.person != name },
            told: Set(departures.flatMap(\.told)).count)
    }
}
