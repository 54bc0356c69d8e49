import CivilTime
import Mentoring

extension StoreWriting {
    /// Adds the person who is to take part in a program, or finds the one with the address.
    ///
    /// What people say of themselves is theirs. What an organizer says of somebody holds in that program alone, and there until
    /// they speak themself; of whoever has said nothing anywhere, the only program that names them gives name and clock.
    ///
    /// - Returns: the person, as the program shows them.
    /// - Throws: as `checkName`.
    func enter(_ given: Person, into program: Program.Name, isTheirOwnWord: Bool = false, at now: Instant) throws
        -> Person
    {
        if isTheirOwnWord { return try hear(given, in: program, at: now) }
        guard var known = try person(given.email) else {
            try checkName(of: given, joining: program)
            let added = try addNew(given, at: now)
            try save(Introduction(program: program, person: added.id, name: given.name, zone: given.zone))
            return added
        }
        let before = try introduction(of: known.id, to: program)
        guard try before != nil || membership(of: known.id, in: program) == nil else { return known }
        let said = Introduction(program: program, person: known.id, name: given.name, zone: given.zone)
        if said != before {
            try checkName(of: given, before: before?.name, joining: program)
            try save(said)
        }
        if try (known.name, known.zone) != (given.name, given.zone) && isSpokenFor(known, by: program) {
            (known.name, known.zone) = (given.name, given.zone)
            try update(known)
        }
        return try shown(known, in: program)
    }

    /// Takes what somebody says of themself, which holds everywhere.
    private func hear(_ given: Person, in program: Program.Name, at now: Instant) throws -> Person {
        var known = try person(given.email) ?? given
        let isNew = known.id == .unassigned
        let shown = isNew ? nil : try introduction(of: known.id, to: program)?.name ?? known.name
        try checkName(of: given, before: shown, joining: program)
        if !isNew {
            for other in try programs() where try other.name != program && showsOwnName(of: known, other) {
                try checkName(of: given, before: known.name, joining: other.name)
            }
        }
        if isNew {
            known = try addNew(given, at: now)
        } else if (known.name, known.zone) != (given.name, given.zone) {
            (known.name, known.zone) = (given.name, given.zone)
            try update(known)
        }
        return try speak(known, in: program)
    }

    /// Notes that somebody speaks in a program themself, which shows them from then on as they are.
    func speak(_ person: Person, in program: Program.Name) throws -> Person {
        try setSpoken(person.id)
        try removeIntroduction(of: person.id, to: program)
        return try self.person(person.email) ?? person
    }

    /// A mentor who says when they can lead, which they say by their own clock, whatever the program was told of it.
    func ownClock(of mentor: Person, in program: Program.Name) throws -> Person {
        mentor.givenZone == nil ? mentor : try speak(mentor, in: program)
    }
}

extension StoreReading {
    /// Whether a program shows somebody who takes part in it by the name that they gave themself.
    fileprivate func showsOwnName(of person: Person, _ program: Program) throws -> Bool {
        try isIn(person, program) && introduction(of: person.id, to: program.name) == nil
    }

    /// Whether a program's organizers are all that is known of somebody: they have said nothing themself, and no other program
    /// knows them.
    func isSpokenFor(_ person: Person, by program: Program.Name) throws -> Bool {
        guard try !hasSpoken(person.id), try introductions(of: person.id).allSatisfy({ $0.program == program }) else {
            return false
        }
        return try !programs().contains { try $0.name != program && role(of: person.email, in: $0.name) != nil }
    }

    /// A person as a program shows them, whether or not they take part in it.
    func shown(_ person: Person, in program: Program.Name) throws -> Person {
        guard let told = try introduction(of: person.id, to: program) else { return person }
        var shown = person
        (shown.name, shown.givenZone) = (told.name, told.zone)
        return shown
    }
}
