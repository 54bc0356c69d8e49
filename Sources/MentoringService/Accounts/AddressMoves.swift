import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog
import Wording

// Who somebody is stays when their address becomes another; what they act with does not. Until the new address has proved itself by
// mail it gets nothing and does nothing, and rights and mail stay with the old one.

extension TrainingService {
    /// Moves somebody to another address.
    ///
    /// Their tokens and the secret address of their calendar end at once. Both addresses are written to: the new one to prove itself,
    /// the old one, or the last that was proved, to undo it. Where it is not told whether the new one can be used, one that cannot is
    /// answered and written to like any other, and every one is theirs only once it has proved itself; whoever reads its mail learns that it
    /// is not to be had. So is that of somebody who is to become the same person: nobody is, before they say so themself.
    func move(
        _ person: Person, to new: EmailAddress, for program: Program? = nil, merging merge: AddressMove.Merge? = nil,
        knownIn: [Program.Name]? = nil, telling: WhatIsTold, isDone: Bool, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> MoveView {
        let isAtOnce =
            try merge == nil && transaction.isFree(new, for: person, telling: telling, at: now) && telling != .nothing
        guard let program = try program ?? transaction.correspondent(of: person) else {
            throw Refusal(.conflict, "there is no program on this server that could write to \(new)")
        }
        let mailbox = try transaction.mailAddress(of: person)
        // An address that never proved itself was never theirs.
        for move in try transaction.addressMoves(of: person.id) where move.isOpen {
            try transaction.update(move.undone(at: now))
        }
        let old = person.email
        var effects = try endAccess(of: person, at: now, in: transaction)
        if isAtOnce { try transaction.changeAddress(of: person, to: new) }
        var moved = person
        moved.email = new
        let end = now.adding(seconds: AddressMove.validity)
        if new == mailbox {
            effects.append(.provedBefore(new))
        } else {
            let (proof, undo) = (try secrets.newSecret(for: "address"), try secrets.newSecret(for: "address"))
            try transaction.add(
                AddressMove(person: moved, old: mailbox, new: new, made: now, merge: merge, knownIn: knownIn),
                proof: secrets.digest(of: proof),
                undo: secrets.digest(of: undo))
            for (reader, purpose, secret) in [(new, MoveLetter.Purpose.prove, proof), (mailbox, .undo, undo)] {
                try tell(
                    .moving(
                        MoveLetter(
                            reader: reader, purpose: purpose, merges: merge != nil, program: program,
                            link: try transaction.publicAddress()?.matter(secret), secret: secret, end: end, date: now)),
                    in: transaction)
            }
            effects += [
                merge == nil ? .asked(new, mail: mailbox) : .askedToMerge(new),
                .undoable(by: mailbox, until: LocalDate(containing: end), merges: merge != nil),
            ]
            let invitations = try calendarEntries(of: moved, at: now, in: transaction)
            if invitations > 0 { effects.append(.invitationsMove(invitations)) }
        }
        return MoveView(
            person: person.name, old: old, new: new, done: isDone, end: new == mailbox ? nil : end,
            effects: effects.map(\.text))
    }

    /// Lets the address to which somebody has moved act: it has shown that its owner reads it.
    /// - Throws: `Refusal` not-found for a secret that is nobody's, or not any more.
    package func confirmMove(_ secret: String, way: LogEntry.Way? = nil) async throws -> MoveSettled {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.write { transaction in
            guard let move = try transaction.addressMove(proof: digest), move.isOpen, move.end > now else {
                throw Refusal.noMove
            }
            return try transaction.writingDown(
                way.map { Deed(way: $0, action: "confirmMove", worksInArchive: true) }, at: now
            ) {
                try prove(move, at: now, in: transaction)
            }
        }
    }

    /// Gives somebody the address back from which they were moved, and ends what was given out since.
    /// - Throws: `Refusal` not-found for a secret that is nobody's, or not any more.
    package func undoMove(_ secret: String, way: LogEntry.Way? = nil) async throws -> MoveSettled {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.write { transaction in
            guard let move = try transaction.addressMove(undo: digest), move.undone == nil, move.end > now else {
                throw Refusal.noMove
            }
            return try transaction.writingDown(
                way.map { Deed(way: $0, action: "undoMove", worksInArchive: true) }, at: now
            ) {
                try undo(move, at: now, in: transaction)
            }
        }
    }

    /// What the link with that secret does; nil when there is none, or it is over.
    package func moveMatter(_ secret: String) async throws -> (purpose: MoveLetter.Purpose, program: Program)? {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.read { transaction in
            let proof = try transaction.addressMove(proof: digest).map { ($0, MoveLetter.Purpose.prove) }
            let undo = try transaction.addressMove(undo: digest).map { ($0, MoveLetter.Purpose.undo) }
            guard let (move, purpose) = proof ?? undo, move.undone == nil, move.end > now,
                let program = try transaction.correspondent(of: move.person)
            else { return nil }
            return (purpose, program)
        }
    }

    /// Who is known by an address of which somebody has shown that they read its mail: if they are moving there, that proves it.
    func proved(_ email: EmailAddress, at now: Instant, in transaction: any StoreWriting) throws -> Person? {
        let known = try transaction.person(email)
        let move =
            try known.flatMap { try transaction.addressMoves(of: $0.id).last { $0.isOpen && $0.new == email } }
            ?? transaction.moveProvedBySigningUp(email, at: now)
        guard let move else { return known }
        try prove(move, at: now, in: transaction)
        return try transaction.person(email)
    }

    /// Takes note that an address to which somebody has moved is theirs, however it was proved.
    @discardableResult
    func prove(_ move: AddressMove, at now: Instant, in transaction: any StoreWriting) throws -> MoveSettled {
        let other = try move.merge == nil ? nil : transaction.person(move.new)
        if try transaction.isOvertaken(move, with: other) {
            throw Refusal(
                .conflict,
                "this cannot be done any more as it was asked, since more than one program knows who it is about; whoever it is moves themself, or an administrator of this server moves them: meridian person move"
            )
        }
        if move.person.email != move.new {
            if let merge = move.merge, let other {
                _ = try PeopleMerge(
                    service: self, staying: move.person, going: other, now: now, transaction: transaction
                ).carryOut(keeping: merge.keeping) { _ in false }
            }
            // Of one that was not to be had when it was asked for nobody was told but whoever reads its mail.
            guard try transaction.isFree(move.new, for: move.person, telling: .nothing, at: now) else {
                throw Refusal(
                    .conflict,
                    "this address is somebody's here already, or cannot be used; if two people here are you, ask an administrator of this server to make them one"
                )
            }
            try transaction.changeAddress(of: move.person, to: move.new)
            // Until now the other address could be acted by.
            _ = try endAccess(of: move.person, at: now, in: transaction)
        }
        var proved = move
        proved.proved = max(now, move.made)
        try transaction.update(proved)
        var person = move.person
        person.email = move.new
        return try follow(person, from: move.old, isUndone: false, at: now, in: transaction)
    }

    /// Undoes a move and all that came after it.
    ///
    /// What somebody acts with ends by it; one that lapsed without having had any effect leaves that to them.
    func undo(
        _ move: AddressMove, hasLapsed: Bool = false, at now: Instant, in transaction: any StoreWriting
    ) throws -> MoveSettled {
        let before = try transaction.mailAddress(of: move.person)
        let moves = try transaction.addressMoves(of: move.person.id).filter {
            $0.id.rawValue >= move.id.rawValue && $0.undone == nil
        }
        for later in moves { try transaction.update(later.undone(at: now)) }
        var person = move.person
        if !hasLapsed || person.email != move.old { _ = try endAccess(of: person, at: now, in: transaction) }
        if person.email != move.old {
            if try transaction.person(move.old) != nil {
                throw Refusal(
                    .conflict, "\(move.old) is somebody else's here by now; ask an administrator of this server")
            }
            try transaction.carryBlocks(of: person.email, to: move.old, at: now)
            try transaction.changeAddress(of: person, to: move.old)
            person.email = move.old
        }
        return try follow(person, from: before, isUndone: true, at: now, in: transaction)
    }

    /// Undoes the moves whose new address did not prove itself in time, and lets the others stand for good.
    func settleMoves(at now: Instant, in transaction: any StoreWriting) throws {
        for move in try transaction.undoableAddressMoves(madeUntil: AddressMove.lastOver(at: now)) {
            guard move.isOpen else {
                var settled = move
                settled.isUndoable = false
                try transaction.update(settled)
                continue
            }
            let deed = Deed(
                way: .itself, action: "undoMove", subject: [move.old.description, move.new.description])
            try transaction.writingDown(deed, at: now) { _ = try undo(move, hasLapsed: true, at: now, in: transaction) }
        }
    }

    /// Lets rights and calendars follow somebody from where they got mail before to where they get it now.
    private func follow(
        _ person: Person, from before: EmailAddress, isUndone: Bool, at now: Instant, in transaction: any StoreWriting
    ) throws -> MoveSettled {
        let address = try transaction.mailAddress(of: person)
        guard address != before else {
            return MoveSettled(email: address, undone: isUndone, invitations: 0, waiting: 0)
        }
        try transaction.carryRights(from: before, to: address)
        // What was asked since by a link at the old address is asked there no more.
        try transaction.removeMailMatters(of: person.id)
        var reader = person
        reader.email = address
        let moved = try moveInvitations(of: reader, from: before, at: now, in: transaction)
        let asleep = try transaction.pausedPrograms().union(transaction.archivedPrograms())
        return MoveSettled(
            email: address, undone: isUndone, invitations: moved.count, waiting: moved.count(where: asleep.contains))
    }

    /// Ends what somebody acts and reads with; links in mails that they got so far do nothing any more, too.
    private func endAccess(
        of person: Person, at now: Instant, in transaction: any StoreWriting
    ) throws -> [MoveEffect] {
        try transaction.removeMailMatters(of: person.id)
        var ended = 0
        for var token in try transaction.accessTokens(of: person.id) where token.revoked == nil {
            token.revoked = now
            try transaction.update(token)
            ended += 1
        }
        let feed = try transaction.feedAddress(of: person.id)
        if let feed {
            // Another in its place, which nobody has seen: without one the next would be the first again.
            try transaction.removeFeedAddresses(of: person.id)
            _ = try newAddress(of: person, generation: feed.generation + 1, .local, transaction)
        }
        return (ended == 0 ? [] : [.tokensEnd(ended)]) + (feed == nil ? [] : [.feedEnds])
    }
}

extension StoreReading {
    /// Whoever is known by an address, or would be by proving it.
    func whoReads(_ email: EmailAddress, at now: Instant) throws -> Person? {
        try person(email) ?? moveProvedBySigningUp(email, at: now)?.person
    }

    /// The move of somebody to an address that signing up there proves: one that an organizer asked for.
    ///
    /// Who asks for their own may name a stranger's address, who would be them by signing up, until they take it back.
    func moveProvedBySigningUp(_ email: EmailAddress, at now: Instant) throws -> AddressMove? {
        try moveAwaiting(email, at: now).flatMap { $0.knownIn == nil ? nil : $0 }
    }

    /// The move of somebody to an address that is nobody's yet, as long as its owner has not proved it.
    ///
    /// Of two who would both have it none is meant: only the link that each was mailed says which.
    func moveAwaiting(_ email: EmailAddress, at now: Instant) throws -> AddressMove? {
        let moves = try undoableAddressMoves(madeUntil: now).filter { $0.isOpen && $0.new == email && $0.end > now }
        guard let move = moves.first, moves.count == 1, try person(email) == nil, try !isOvertaken(move),
            try isFree(email, for: move.person, telling: .nothing, at: now)
        else { return nil }
        return move
    }

    /// Whether more programs than those whose organizer asked for a move know by now whom it is about.
    fileprivate func isOvertaken(_ move: AddressMove, with other: Person? = nil) throws -> Bool {
        guard let own = move.knownIn else { return false }
        return try [move.person, other].compactMap(\.self).contains { try isKnown($0, besides: own) }
    }

    /// The program that writes to somebody of matters that are no single program's: one that they take part in, one that does not
    /// pause if there is any.
    func correspondent(of person: Person) throws -> Program? {
        let all = try programs()
        let known = try all.filter { try role(of: person.email, in: $0.name) != nil }
        let asleep = try pausedPrograms().union(archivedPrograms())
        return known.first { !asleep.contains($0.name) } ?? known.first ?? all.first { !asleep.contains($0.name) }
            ?? all.first
    }
}

extension StoreWriting {
    /// Lets whoever is blocked by one address be blocked by that to which they go back, too.
    fileprivate func carryBlocks(of email: EmailAddress, to old: EmailAddress, at now: Instant) throws {
        for program in [nil] + (try programNames().map(Optional.some))
        where try blockedAddresses(in: program).contains(where: { $0.email.isReadWith(email) }) {
            try add(BlockedAddress(email: old, program: program, since: now))
        }
    }
}

extension AddressMove {
    /// When the last was made whose links have ended.
    static func lastOver(at now: Instant) -> Instant { now.adding(seconds: -validity) }

    func undone(at now: Instant) -> AddressMove {
        var move = self
        move.undone = max(now, made)
        return move
    }
}

extension Refusal {
    fileprivate static var noMove: Refusal {
        Refusal(.notFound, "that link is not valid any more, or never was; nothing was changed")
    }
}
