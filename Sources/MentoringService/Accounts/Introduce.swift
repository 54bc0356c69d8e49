import CivilTime
import Mentoring

/// Whose word a name and a zone are, and so what they change of somebody who is known: the rule for every way into a program.
enum WhoseWord {
    /// Their own, of themself: it holds everywhere.
    case own
    /// What was said when they joined, by them or an administrator: their own for who is new, and of nobody else. Whoever has spoken stays as
    /// they said, and whom only its organizers introduced as the program knows them; of whom only another program was told
    /// is new here, and shown there as before.
    case joining
    /// An organizer's, or their file's: it holds in that program alone, and there until they speak themself.
    case organizers
}

extension StoreWriting {
    /// Adds the person who is to take part in a program, or finds the one with the address.
    ///
    /// Of whoever has said nothing anywhere, the only program that names them gives name and clock.
    ///
    /// - Returns: the person, as the program shows them.
    /// - Throws: as `checkName`.
    func enter(_ given: Person, into program: Program.Name, by word: WhoseWord, at now: Instant) throws -> Person {
        switch word {
        case .own: try hear(given, in: program, at: now)
        case .joining: try hear(asKnown(given, joining: program), in: program, at: now)
        case .organizers: try introduce(given, to: program, at: now)
        }
    }

    /// Takes what an organizer says of somebody.
    private func introduce(_ given: Person, to program: Program.Name, at now: Instant) throws -> Person {
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
    /// Whoever joins a program as somebody: as they are known already, or as was said of who is new.
    func asKnown(_ given: Person, joining program: Program.Name) throws -> Person {
        guard let known = try person(given.email) else { return given }
        if try hasSpoken(known.id) { return known }
        let isKnownHere =
            try introduction(of: known.id, to: program) != nil || membership(of: known.id, in: program) != nil
        guard isKnownHere else { return given }
        let shown = try self.shown(known, in: program)
        return Person(name: shown.name, email: known.email, zone: shown.shownZone)
    }

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
        return try !programNames().contains { try $0 != program && role(of: person.email, in: $0) != nil }
    }

    /// A person as a program shows them, whether or not they take part in it.
    func shown(_ person: Person, in program: Program.Name) throws -> Person {
        guard let told = try introduction(of: person.id, to: program) else { return person }
        var shown = person
        (shown.name, shown.givenZone) = (told.name, told.zone)
        return shown
    }
}
