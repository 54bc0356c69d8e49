import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog
import Wording

extension MovePerson: HandledRequest {
    /// Moves somebody to another address: themself, an organizer who takes part with them in no other program than theirs, or an
    /// administrator.
    ///
    /// - Throws: `Refusal` not-allowed for somebody else's matter; not-found for an address that is nobody's; conflict for a new
    ///   one that is somebody's, is blocked, or to which nothing is sent; `BadInput` for one that is no person's.
    public func carryOut(for client: Client) async throws -> MoveView {
        let service = client.service
        let (caller, principal, old, new, merge, keep) = (
            client.caller, client.principal, try old.address, new, merge ?? false, keep
        )
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        guard caller.role == .organizer || caller.speaks(for: old) else { throw Caller.notTheirs }
        // What becomes of the two is said beforehand, and done once the other says so, too.
        var joined: [MergeEffect] = []
        if merge {
            joined = try await service.store.rehearse { transaction in
                let person = try transaction.requirePerson(old)
                let isAdministrator = try transaction.requireMayMove(caller, person).administers
                let effects = try service.merge(
                    at: new, into: person, by: caller, tellingWhyNot: isAdministrator, keeping: keep, at: now,
                    in: transaction, mayName: { try transaction.mayName(principal, in: $0) })
                // With two of their own they know the other already.
                _ = try transaction.isFree(
                    new, for: person, telling: isAdministrator ? .whyNot : .whetherNot, at: now)
                return effects
            }
        }
        let effects = joined.map { MoveEffect.onceProved(new, $0).text }
        // Its program's organizers read of it, too.
        let program = try await service.store.read { transaction in
            try transaction.person(old).flatMap(transaction.correspondent)?.name
        }
        return try await service.writingDown(in: program).store.write(forGood: !dryRun) { transaction in
            let person = try transaction.requirePerson(old)
            let (administers, knownIn) = try transaction.requireMayMove(caller, person)
            var view = try service.move(
                person, to: new, merging: merge ? .init(keeping: keep) : nil, knownIn: knownIn,
                telling: administers ? .whyNot : .nothing, isDone: !dryRun, at: now, in: transaction)
            view.effects = effects + view.effects
            return view
        }
    }
}

extension TrainingService {
    /// Makes whoever has the new address the same person, where an administrator wants it, or an organizer of two of their own.
    fileprivate func merge(
        at new: EmailAddress, into person: Person, by caller: Caller, tellingWhyNot: Bool, keeping choice: KeptSeat?,
        at now: Instant, in transaction: any StoreWriting, mayName: (Program.Name) throws -> Bool
    ) throws -> [MergeEffect] {
        guard !caller.speaks(for: person.email) || caller.isOnThisMachine else {
            throw Refusal(
                .notAllowed, "two people are made one by an administrator, or by an organizer whom alone both know")
        }
        guard let other = try transaction.person(new), other.id != person.id else {
            // Whom else the server knows is not a program's organizers' to find out.
            guard tellingWhyNot else { throw Refusal.notYours(new) }
            throw Refusal(
                .notFound, "nobody here has the address \(new), so there is nobody to merge; leave out --merge")
        }
        _ = try transaction.requireMayMove(caller, other)
        return try PeopleMerge(service: self, staying: person, going: other, now: now, transaction: transaction)
            .carryOut(keeping: choice, mayName: mayName)
    }
}

extension ConfirmMove: HandledRequest {
    public func carryOut(for client: Client) async throws -> MoveSettled {
        try await client.service.confirmMove(secret)
    }
}

extension UndoMove: HandledRequest {
    public func carryOut(for client: Client) async throws -> MoveSettled {
        try await client.service.undoMove(secret)
    }
}

extension StoreReading {
    /// Whether somebody acts for the whole server, and so may know of everybody.
    func administers(_ caller: Caller) throws -> Bool {
        guard !caller.isOnThisMachine else { return true }
        guard let email = caller.email, caller.onlyProgram == nil else { return false }
        return try isAdministrator(email)
    }

    /// Refuses whoever may not move somebody.
    ///
    /// An organizer decides on whom only their own programs know, so that no program reaches into another.
    /// - Returns: whether they administer the server, and so may know of everybody; and the programs that alone know whoever is moved,
    ///   where it is one of their organizers who asks.
    fileprivate func requireMayMove(
        _ caller: Caller, _ person: Person
    ) throws -> (administers: Bool, knownIn: [Program.Name]?) {
        if try administers(caller) { return (true, nil) }
        guard let email = caller.email else { throw Caller.notTheirs }
        if caller.speaks(for: person.email) { return (false, nil) }
        let own = try programs(organizedBy: email, only: caller.onlyProgram, with: person.email)
        guard !own.isEmpty, try !isKnown(person, besides: own) else {
            throw Refusal.notYours(person.email)
        }
        return (false, own)
    }

    /// Whether any but some programs know somebody, or the server as one of its administrators: now, or by what they did there.
    func isKnown(_ person: Person, besides own: [Program.Name]) throws -> Bool {
        let addresses = [person.email, try mailAddress(of: person)]
        if try addresses.contains(where: isAdministrator) { return true }
        let sessions = try sessions(of: person.id, starting: .distantPast..<(.distantFuture))
        if sessions.contains(where: { !own.contains($0.asStored.code.program) }) { return true }
        return try programNames().filter { !own.contains($0) }.contains { program in
            try membership(of: person.id, in: program) != nil
                || organizers(of: program).contains(where: addresses.contains)
                || introduction(of: person.id, to: program) != nil
                || joinRequest(of: person.email, in: program) != nil
                || !attendance(of: person.id, in: program).isEmpty
        }
    }

    /// Whether somebody can move to an address.
    ///
    /// Whether it is somebody's, blocked or silent is told to those alone who may know of everybody.
    /// - Throws: `BadInput` for one that is no person's; `Refusal` for one to which nobody can move, as far as that is told.
    func isFree(_ new: EmailAddress, for person: Person, telling: WhatIsTold, at now: Instant) throws -> Bool {
        do {
            try refuseAsNewAddress(new, of: person, at: now)
            return true
        } catch let refusal as Refusal {
            switch telling {
            case .whyNot: throw refusal
            case .whetherNot:
                throw Refusal(
                    .conflict,
                    "\(new) cannot be used for this; take another address, or ask an administrator of this server")
            case .nothing: return false
            }
        }
    }

    private func refuseAsNewAddress(_ new: EmailAddress, of person: Person, at now: Instant) throws {
        guard new != person.email else { throw BadInput("\(new) is the address that they have") }
        try new.refuseErased()
        guard try new.isOfAPerson && !contacts().contains(where: new.isOf) else {
            throw BadInput("\(new) is no person's address; give one at which they read their own mail")
        }
        // Neither address gets rid of a block by the other, wherever it is; which it is, and where, is not said.
        for program in [nil] + (try programNames().map(Optional.some)) {
            for email in [person.email, new] where try isBlocked(email, in: program) {
                throw Refusal(
                    .notAllowed, "\(person.email) cannot be moved to \(new); ask an administrator of this server")
            }
        }
        if try suppressedAddresses().contains(where: { $0.address == new }) {
            throw Refusal(
                .conflict,
                "nothing is sent to \(new), since a mail to it was refused, so it cannot prove itself; first: meridian outbox allow \(new)"
            )
        }
        if try self.person(new) != nil {
            throw Refusal(
                .conflict,
                "\(new) is somebody's here already; if it is the same person: meridian person move \(person.email) \(new) --merge"
            )
        }
        try refuseReserved(new, but: person.id, at: now)
    }

    /// Refuses an address that is kept for whoever has moved away from it, while they can come back to it.
    func refuseReserved(_ email: EmailAddress, but owner: Identifier<Person>? = nil, at now: Instant) throws {
        let kept = try addressMoves(from: email).first {
            $0.person.id != owner && $0.undone == nil && ($0.isOpen || $0.isUndoable && $0.end > now)
        }
        guard let kept else { return }
        // One that nobody confirmed in time is undone by the next round.
        let until = kept.end > now ? " until \(LocalDate(containing: kept.end))" : ""
        throw Refusal(
            .conflict,
            "\(email) is kept\(until) for its owner, who was moved to another address; "
                + (kept.end > now
                    ? "take another address, or wait: whoever reads its mail can undo that"
                    : "nobody confirmed that, so that they get it back: meridian outbox send")
        )
    }
}

extension StoreWriting {
    /// Adds somebody whom nobody here knows yet, at an address that is nobody else's.
    func addNew(_ person: Person, at now: Instant) throws -> Person {
        try person.email.refuseErased()
        try refuseReserved(person.email, at: now)
        return try add(person)
    }
}

/// What whoever moves somebody is told of a new address to which nobody can move.
enum WhatIsTold {
    /// Why it cannot be used.
    case whyNot
    /// That it cannot be used.
    case whetherNot
    /// Nothing: it is answered for like a stranger's, and the rest goes by mail.
    case nothing
}

extension Refusal {
    /// Somebody whom not only the organizer who asks knows, or nobody.
    fileprivate static func notYours(_ email: EmailAddress) -> Refusal {
        Refusal(
            .notAllowed,
            "\(email) is nobody whom you alone organize; who takes part elsewhere, too, moves themself, or an administrator moves them: meridian person move \(email) NEW --as \(email)"
        )
    }
}

extension MoveSettled: SaysWhatWasDone {
    var provedActor: EmailAddress? { email }
}
