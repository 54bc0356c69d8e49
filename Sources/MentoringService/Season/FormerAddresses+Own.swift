import Mentoring
import MentoringAPI
import ProgramFile
import Wording

extension FormerAddresses {
    /// Finds whoever has moved since from an address that an entry has: theirs stays, and is told, as whatever people change.
    ///
    /// - Returns: the address under which the entry is to be read.
    mutating func follow(
        _ name: String, _ email: EmailAddress, _ formerly: [EmailAddress], of program: Program
    ) throws -> EmailAddress {
        if let known = fileAddresses.first(where: { $0.value.contains(email) }) { return known.key }
        if let person = try whoIsAsked(at: email, in: program) { return read(email, as: person.email) }
        guard try !isOfHere(formerly, program) else { return email }
        if let person = try whomTheFileSaid(email) { return try read(name, email, as: person, of: program) }
        guard try !isOfHere([email], program), let person = try whoMoved(from: [email] + formerly, in: program),
            // Whoever has an entry under their own address needs no other.
            !named.contains(person.email),
            // What the file itself said last is its own to change, by `formerly`.
            !memory.said(Self.key, of: person.id, person.email.description)
        else { return email }
        return try read(name, email, as: person, of: program)
    }

    /// Reads an entry as that of somebody who has another address.
    ///
    /// Two who are one since have two entries, neither of which changed by that.
    private mutating func read(
        _ name: String, _ email: EmailAddress, as person: Person, of program: Program
    ) throws -> EmailAddress {
        let (isSecond, isOfHere) = (named.contains(person.email), try isOfHere(person, program))
        if override, isSecond {
            throw Refusal(
                .conflict,
                "\(email) and \(person.email) are both \(person.name)’s, so that --override cannot tell which entry counts; take one of them out"
            )
        }
        if override, isOfHere { return try read(email, as: move(person, called: name, to: email, of: program)) }
        // Where they take part no more, nobody is told where they are now.
        if isOfHere {
            note(.kept(.address(of: person.name, person.email, file: email, isSecond: isSecond)))
        }
        return read(email, as: person.email)
    }

    /// Reads each organizer under the address at which they act by now: what they may do went there with them, and the one that they
    /// left, or that has not proved itself, gets none of it, whatever the file overrides.
    mutating func readOrganizers(of document: inout ProgramDocument) throws {
        let program = document.program
        let stored = Set(try transaction.organizers(of: program.name))
        var read: [EmailAddress] = []
        for email in document.organizers {
            var own = email
            if !stored.contains(email), let person = try whoActsElsewhere(than: email, stored, of: program) {
                own = try transaction.mailAddress(of: person)
                note(.kept(.organizer(own, file: email)))
            }
            if !read.contains(own) { read.append(own) }
        }
        document.organizers = read
    }

    /// Who of a program, or of its organizers, had an address, is asked at it or has left it again, and acts at another.
    private func whoActsElsewhere(
        than email: EmailAddress, _ organizers: Set<EmailAddress>, of program: Program
    ) throws -> Person? {
        // An address that was left may be somebody else's by now; what the file says of it since before is none of theirs.
        let isMeantAsBefore = memory.knew(FiledThing.organizer(email).key, of: nil)
        let known = try transaction.person(email)
        let people =
            try transaction.addressMoves(from: email).reversed().filter { $0.undone == nil }.map(\.person)
            + organizers.sorted().compactMap { try transaction.person(writingFrom: $0) } + leaders(of: program)
        return try people.first { person in
            let address = try transaction.mailAddress(of: person)
            // To say that one moves to an address proves nothing: whoever does is not given what the file means for its owner.
            let wasTheirs = try transaction.addressMoves(of: person.id).contains { move in
                move.undone == nil
                    && (move.old == email || move.new == email && (move.proved != nil || organizers.contains(address)))
            }
            return try address != email && (isMeantAsBefore || known == nil || known?.id == person.id) && wasTheirs
                && (organizers.contains(address) || isOfHere(person, program))
        }
    }

    /// Of whom else than its owner the file said last that they have an address: whatever became of them, its entry is theirs as
    /// long as it says so.
    private func whomTheFileSaid(_ email: EmailAddress) throws -> Person? {
        let owners = memory.owners(of: Self.key, said: email.description)
        guard !owners.isEmpty, try transaction.person(email).map({ !owners.contains($0.id) }) ?? true else {
            return nil
        }
        return try owners.compactMap { try transaction.person($0) }.min { $0.email < $1.email }
    }

    /// Whether a program knows somebody at one of these addresses.
    private func isOfHere(_ emails: [EmailAddress], _ program: Program) throws -> Bool {
        try emails.contains { try transaction.person($0).map { try isOfHere($0, program) } ?? false }
    }

    /// Who of a program was moved to an address that has not proved itself, and keeps theirs until it does, since it could not be had.
    private func whoIsAsked(at email: EmailAddress, in program: Program) throws -> Person? {
        try leaders(of: program).first { person in
            try person.email != email
                && transaction.addressMoves(of: person.id).contains { $0.isOpen && $0.new == email }
        }
    }

    private func leaders(of program: Program) throws -> [Person] {
        try transaction.mentors(of: program.name).map(\.person) + transaction.volunteers(of: program.name).map(\.person)
    }

    /// Who of a program had one of these addresses, or undid a move to one of them, and has another now.
    private func whoMoved(from emails: [EmailAddress], in program: Program) throws -> Person? {
        for email in emails {
            let moves = try transaction.addressMoves(from: email)
            if let move = try moves.last(where: { try $0.undone == nil && isOfHere($0.person, program) }) {
                return move.person
            }
        }
        return try leaders(of: program).first { person in
            try transaction.addressMoves(of: person.id).contains { emails.contains($0.new) && $0.undone != nil }
        }
    }
}
