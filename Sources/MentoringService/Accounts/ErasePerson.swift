import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ErasePerson: HandledRequest {
    /// Erases somebody: themself, or anybody for an administrator.
    ///
    /// It is whole or not at all: what they are ends, and what tells who they were goes, in one transaction. What they lead next opens
    /// as if they had left, and what they had a seat in goes to whoever waits. Once it is done, nothing of it is left in the file.
    ///
    /// - Throws: `Refusal` not-allowed for somebody else's matter; not-found for an address that is nobody's; conflict for the only
    ///   organizer or contact of a program, or the only administrator.
    public func carryOut(for client: Client) async throws -> ErasureView {
        let (service, caller, way) = (client.service, client.caller, client.way)
        let email = try email.address
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        let view = try await service.store.write(forGood: !dryRun) { transaction in
            let person = try transaction.requireOwnOrAnybody(email, for: caller)
            try transaction.refuseIndispensable(person)
            let oneself = caller.email == person.email
            let actor = oneself ? try ErasedPerson.address(of: person.id) : caller.email
            var ending = Farewell(
                of: person, service: service, isOwn: oneself, letsMailLeave: true, at: now, in: transaction)
            try ending.carryOut()
            try transaction.writeDownErasure(of: person.id, by: actor, way: way, at: now)
            return ending.view(isDone: !dryRun)
        }
        // It is done, whether or not this is: the next round does it then.
        if !dryRun { try? await service.store.sweep() }
        return view
    }
}

extension TrainingService {
    /// Erases again whoever had been erased when a backup from before was restored.
    ///
    /// Nobody but others is told, and what would be sent to them is forgotten at once. Each is erased alone, so that who cannot be keeps nobody else in the database.
    /// - Returns: how many were erased, and whom something keeps from it that a person is to mend; they are tried again the next time.
    /// - Throws: the first failure, such as of a full disk, once everybody was tried.
    @discardableResult
    public func repeatErasures() async throws -> (erased: Int, left: [DueErasure]) {
        let now = clock.now()
        var (erased, left) = (0, [DueErasure]())
        var failure: (any Error)?
        for due in try await store.read({ try $0.erasuresDue() }) {
            do {
                let number = try await store.write { transaction -> Int in
                    // Another process may have been first.
                    guard let person = try transaction.erasuresDue().first(where: { $0.id == due.id }) else { return 0 }
                    try transaction.refuseIndispensable(person)
                    var ending = Farewell(of: person, service: self, letsMailLeave: false, at: now, in: transaction)
                    try ending.carryOut()
                    try transaction.writeDownErasure(of: person.id, by: nil, way: .itself, at: now)
                    return 1
                }
                erased += number
            } catch let error as CancellationError {
                throw error
            } catch let refusal as Refusal {
                left.append(DueErasure(person: due.email, hindrance: "\(refusal)"))
            } catch {
                failure = failure ?? error
            }
        }
        if erased > 0 { try? await store.sweep() }
        if let failure { throw failure }
        return (erased, left)
    }

    /// Whom a restored backup had brought back and who is not erased again yet, with what keeps them.
    /// - Returns: all of them.
    /// - Throws: `StorageFailure`.
    public func erasuresDue() async throws -> [DueErasure] {
        try await store.read { transaction in
            try transaction.erasuresDue().map { person in
                do {
                    try transaction.refuseIndispensable(person)
                    return DueErasure(person: person.email)
                } catch let refusal as Refusal {
                    return DueErasure(person: person.email, hindrance: "\(refusal)")
                }
            }
        }
    }
}

extension StoreReading {
    /// Somebody, if it is for whoever asks to decide on all that is theirs.
    func requireOwnOrAnybody(_ email: EmailAddress, for caller: Caller) throws -> Person {
        guard try administers(caller) || caller.speaks(for: email) else {
            throw Refusal(
                .notAllowed,
                "that is somebody else's; only they and an administrator of the server can do it, and no organizer")
        }
        return try requirePerson(email)
    }

    /// Refuses whoever a program, or the server, would be without anybody for.
    fileprivate func refuseIndispensable(_ person: Person) throws {
        let own = try addresses(of: person).all
        for program in try programs() {
            let isArchived = try archive(of: program.name) != nil
            let organizers = try organizers(of: program.name)
            // One that is archived needs nobody, and an administrator can reopen it.
            if !isArchived, organizers.contains(where: own.contains),
                !organizers.contains(where: { !own.contains($0) })
            {
                throw Refusal(
                    .conflict,
                    "nobody else organizes \(program.name); make somebody an organizer first: meridian organizer add \(program.name) WHO"
                )
            }
            if own.contains(program.contact) {
                let reopen = isArchived ? "reopen it with meridian program archive \(program.name) --undo, and " : ""
                throw Refusal(
                    .conflict,
                    "people write to \(program.name) at this address; \(reopen)change contact: in its file first: meridian program export \(program.name)"
                )
            }
        }
        let administrators = try administrators()
        if administrators.contains(where: own.contains), !administrators.contains(where: { !own.contains($0) }) {
            throw Refusal(
                .conflict,
                "nobody else administers this server; make somebody an administrator first: meridian organizer add --everywhere WHO"
            )
        }
    }
}

extension StoreWriting {
    /// Writes down that somebody was erased, by their number, and not who.
    fileprivate func writeDownErasure(
        of person: Identifier<Person>, by actor: EmailAddress?, way: LogEntry.Way, at now: Instant
    ) throws {
        try add(
            LogEntry(
                moment: now, actor: actor, role: nil, way: way, action: ErasePerson.name, program: nil,
                subject: try ErasedPerson.address(of: person).description, fields: []))
    }
}
