import CivilTime
import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension JoinProgram: HandledRequest {
    /// Lets somebody into a program, or invites them, as whoever asks may.
    ///
    /// An administrator lets anybody in at once. Everybody else lets in themself, where the program does; its organizers and
    /// mentors let in who asks, and invite by mail whoever is not there yet: what they are answered, and what they see
    /// afterwards, is what they said themselves, whether or not somebody with the address takes part in another program.
    /// Nobody who is known is renamed, or has their clock changed, by it (`WhoseWord.joining`).
    ///
    /// - Throws: `Refusal` not-found for an unknown program; not-allowed for who may not; `BadInput` for a name or zone that is
    ///   none.
    public func carryOut(for client: Client) async throws -> JoinResult {
        let service = client.service
        let name = try PersonName.validated(name)
        let given = Person(name: name, email: email, zone: try service.zones.knownZone(zone))
        let now = service.clock.now()
        let secret = try service.secrets.newSecret(for: "sign-up")
        return try await service.store.write { transaction in
            let wasKnown = try transaction.person(email).map { try transaction.isTrainee($0.id, of: program) } ?? false
            var result = try letIn(given, by: client, inviting: secret, at: now, in: transaction)
                .saying(given.name, given.zone)
            if wasKnown { result.wasKnown = true }
            return result
        }
    }

    private func letIn(
        _ given: Person, by client: Client, inviting secret: String, at now: Instant, in transaction: any StoreWriting
    ) throws -> JoinResult {
        let (service, principal, fallback) = (client.service, client.principal, client.door.joining)
        let program = try transaction.requireProgram(program)
        if try transaction.role(of: principal, about: .server) == .organizer {
            try transaction.refuseAwaited(given.email, at: now)
            return try service.join(
                program, service.enter(given, into: program.name, by: .joining, at: now, in: transaction), at: now,
                in: transaction)
        }
        let subject = Subject.program(program.name)
        let role = try transaction.role(of: principal, about: subject)
        if principal.email == given.email {
            if let only = principal.onlyProgram, only != program.name { throw Refusal.goodOnly(for: only) }
            // A token for one program may have been made by somebody else, and a name is seen in all.
            let isNarrow = principal.onlyProgram != nil
            let known = try isNarrow ? transaction.person(given.email, in: program) : nil
            let person =
                try known
                ?? service.enter(
                    given, into: program.name, by: isNarrow ? .organizers : .joining, at: now, in: transaction)
            return try service.letIn(person, to: program, joining: fallback, at: now, in: transaction)
        }
        try principal.require(.mentor, of: role, about: subject)
        if let known = try transaction.person(given.email, in: program) {
            guard role == .organizer else {
                throw Refusal(
                    .notAllowed,
                    "\(given.email) is in \(program.name) already; name and zone are theirs to change")
            }
            return try service.join(program, known, at: now, in: transaction)
        }
        if let request = try transaction.joinRequest(of: given.email, in: program.name), request.kind == .asked,
            let asker = try transaction.person(given.email)
        {
            let letter = JoinLetter(reader: asker.email, program: program, occasion: .letIn, date: now)
            try service.tell(.joining(letter), in: transaction)
            return try service.join(program, asker, at: now, in: transaction)
        }
        return try service.invite(
            given, to: program, secret: secret, at: now, addresses: client.addresses, in: transaction)
    }
}

extension TrainingService {
    /// Makes somebody a trainee who has shown that the address is theirs, as far as the program lets them; else notes that they
    /// ask, and tells its contact, once a day.
    func letIn(
        _ person: Person, to program: Program, joining fallback: Joining, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> JoinResult {
        if try transaction.isIn(person, program) { return try join(program, person, at: now, in: transaction) }
        try transaction.refuseBlocked(person.email, in: program.name)
        try transaction.refuseWhilePaused(program, "sign-up")
        if try transaction.joinRequest(of: person.email, in: program.name)?.kind == .invited {
            return try join(program, person, at: now, in: transaction)
        }
        switch program.joining(else: fallback) {
        case .open: return try join(program, person, at: now, in: transaction)
        case .invited: throw Refusal.byInvitation(to: program)
        case .asked:
            if try transaction.joinRequest(of: person.email, in: program.name) == nil {
                try transaction.save(
                    JoinRequest(
                        program: program.name, email: person.email, kind: .asked, name: person.name,
                        zone: person.zone, made: now))
                try tellContact(of: program, at: now, in: transaction)
            }
            return try result(.asked, for: person, in: program, at: now, transaction)
        }
    }

    private func tellContact(of program: Program, at now: Instant, in transaction: any StoreWriting) throws {
        let told = Told.askedToJoin(program)
        if let last = try transaction.lastTold(told), last.adding(seconds: SignUp.validity) > now { return }
        let letter = JoinLetter(reader: program.contact, program: program, occasion: .asked, date: now)
        try tell(.joining(letter), once: [told], at: now, in: transaction)
    }

    fileprivate func invite(
        _ given: Person, to program: Program, secret: String, at now: Instant, addresses: FeedAddresses,
        in transaction: any StoreWriting
    ) throws -> JoinResult {
        try transaction.refuseBlocked(given.email, in: program.name)
        try transaction.refuseTooManyInvitations(to: program, at: now)
        try transaction.save(
            JoinRequest(
                program: program.name, email: given.email, kind: .invited, name: given.name, zone: given.zone,
                made: now))
        try transaction.removeSignUps(madeBefore: now.adding(seconds: 1 - SignUp.validity))
        let signUp = SignUp(
            email: given.email, program: program.name, name: given.name, zone: given.zone,
            digest: secrets.digest(of: secret), made: now, countedFor: nil)
        try write(signUp, secret: secret, of: program, addresses: addresses, in: transaction)
        return try result(.invited, for: given, in: program, at: now, transaction)
    }
}

extension StoreReading {
    /// Refuses to make a second person of whoever is moving to an address, which they have not proved yet: what an administrator may know.
    fileprivate func refuseAwaited(_ email: EmailAddress, at now: Instant) throws {
        guard let move = try moveAwaiting(email, at: now) else { return }
        throw Refusal(
            .conflict,
            "\(email) is to be the address of \(move.person.name), known as \(move.person.email), once its owner has opened the link that was mailed there; let them in by the one that they have, or wait"
        )
    }

    /// Refuses to write to more strangers than a program has reason to within a day, whoever of its people asks.
    fileprivate func refuseTooManyInvitations(to program: Program, at now: Instant) throws {
        let dayAgo = now.adding(seconds: -SignUp.validity)
        let invited = try joinRequests(of: program.name).count { $0.kind == .invited && $0.made > dayAgo }
        guard invited < Limits.invitations else {
            throw Refusal(
                .full,
                "\(program.name) has invited \(invited) people within a day; invite more tomorrow, or let them sign up")
        }
    }

    /// Whether somebody takes part in a program.
    func isIn(_ person: Person, _ program: Program) throws -> Bool {
        try membership(of: person.id, in: program.name) != nil
    }
}
