import CivilTime
import Mentoring

extension StoreWriting {
    /// Makes a person a trainee of a program, if they are none: the one way in, whoever opens the door.
    /// - Throws: `Refusal` not-allowed for who is blocked; conflict for the name of one of those who lead it.
    func admit(_ person: Person, to program: Program.Name, at now: Instant) throws {
        guard try !isTrainee(person.id, of: program) else { return }
        try refuseBlocked(person.email, in: program)
        try refuseImpersonation(person.name, by: person.email, in: program)
        try addTrainee(person.id, to: program, at: now)
    }

    /// Makes somebody an organizer of a program: the one way to that, too.
    /// - Throws: `Refusal` not-allowed for who is blocked.
    func admitOrganizer(_ email: EmailAddress, to program: Program.Name) throws {
        try email.refuseErased()
        try refuseBlocked(email, in: program)
        try addOrganizer(email, to: program)
    }

    /// Gives rights of one address to another.
    ///
    /// Those that came from a program's file are the file's still, under the new one; others are an organizer's by that and not by
    /// any file.
    func carryRights(from old: EmailAddress, to new: EmailAddress) throws {
        let programs = try programNames().filter {
            let organizers = try organizers(of: $0)
            return organizers.contains(old) && !organizers.contains(new)
        }
        try moveRights(from: old, to: new)
        let (before, after) = (FiledThing.organizer(old), FiledThing.organizer(new))
        for program in programs {
            let facts = try fileFacts(of: program)
            guard FileMemory(facts).isOfFile(before.key, of: before.owner) else {
                try noteEnteredByPeople([after], in: program)
                continue
            }
            // What the file said of the old one stays known: as long as it says so, that is who is meant.
            let own = FileFact(owner: after.owner, key: FileMemory.own(after.key))
            try save(facts.union([FileFact(owner: after.owner, key: after.key)]).subtracting([own]), of: program)
        }
    }
}

extension StoreReading {
    /// Refuses whoever takes no part in a program, or was merely named there: somebody else may act for them, who may not let them
    /// in, nor find out by trying when they have time.
    /// - Throws: `Refusal` not-allowed.
    func requireMembership(of person: Person, in program: Program.Name) throws {
        if try membership(of: person.id, in: program) != nil, try introduction(of: person.id, to: program) == nil {
            return
        }
        throw Refusal(
            .notAllowed,
            "\(program) does not know you yet, and a token for one program may be somebody else's; join first with one of your own: meridian trainee join \(program)"
        )
    }

    /// Whether the owner of an address is blocked, in a program or on the whole server, by whichever of their addresses.
    ///
    /// Those which they have left by moving count, too: nobody gets rid of a block by moving, or by undoing it.
    func isBlocked(_ email: EmailAddress, in program: Program.Name?) throws -> Bool {
        let owner = try person(email) ?? addressMoves(from: email).last { $0.undone == nil }?.person
        let others = try owner.map { try [$0.email] + formerAddresses(of: $0) } ?? []
        return try Set(others + [email]).contains { own in
            try blockedAddresses(holding: program, like: own).contains { $0.isReadWith(own) }
        }
    }

    /// The addresses from which somebody has moved, but for those that are another's by now.
    func formerAddresses(of person: Person) throws -> [EmailAddress] {
        try addressMoves(of: person.id).filter { $0.undone == nil }.map(\.old).filter { try self.person($0) == nil }
    }

    /// Refuses whoever is blocked, without saying who blocked them or where.
    func refuseBlocked(_ email: EmailAddress, in program: Program.Name) throws {
        guard try isBlocked(email, in: program) else { return }
        let contact = try requireProgram(program).contact
        throw Refusal(.notAllowed, "\(email) cannot take part in \(program); ask \(contact)")
    }

    /// Refuses what a program does not take in while it pauses; `what` says what that is, such as "sign-up".
    func refuseWhilePaused(_ program: Program, _ what: String) throws {
        try refuseArchived(program.name)
        guard try pause(of: program.name) != nil else { return }
        throw Refusal(.notAllowed, "\(program.name) pauses, and \(what) is closed meanwhile; ask \(program.contact)")
    }

    /// Refuses a name that a reader would take for the program's own, or for that of another person who leads it.
    func refuseImpersonation(_ name: String, by email: EmailAddress, in program: Program.Name) throws {
        let look = PersonName.look(name)
        let own = try self.program(program).map { [$0.title, $0.name, $0.contact.description] } ?? []
        guard !own.contains(where: { PersonName.look($0) == look }) else {
            throw Refusal(
                .conflict, "\(OneLine.shown(name)) is what \(program) itself is called; give the name of a person")
        }
        let leaders =
            try mentors(of: program).map(\.person)
            + organizers(of: program).compactMap { try person($0) }.map { try shown($0, in: program) }
        // Who is found by the same words could be named by neither.
        let words = PersonName.spokenWords(name)
        let others = leaders.filter { $0.email != email }
        guard others.contains(where: { PersonName.look($0.name) == look || PersonName.spokenWords($0.name) == words })
        else { return }
        throw Refusal(
            .conflict,
            "somebody who leads \(program) is called \(OneLine.shown(name)), or so that nobody could tell; add a second name or a place"
        )
    }

    /// Checks the name of somebody who is to take part in a program, if it is not what the program calls them already: the one
    /// place that every name passes.
    /// - Throws: `BadInput` as `PersonName` does; `Refusal` conflict for the name of another person who leads the program.
    func checkName(of person: Person, before: String? = nil, joining program: Program.Name) throws {
        guard before != person.name else { return }
        _ = try PersonName.validated(person.name)
        try refuseImpersonation(person.name, by: person.email, in: program)
    }
}
