import Mentoring
import MentoringAPI

extension FormerAddresses {
    /// Finds whoever has moved since from an address that an entry has: theirs stays, and is told, as whatever people change.
    ///
    /// - Returns: the address under which the entry is to be read.
    mutating func follow(
        _ name: String, _ email: EmailAddress, _ formerly: [EmailAddress], of program: Program
    ) throws -> EmailAddress {
        if let known = fileAddresses.first(where: { $0.value == email }) { return known.key }
        if let person = try whoIsAsked(at: email, in: program) { return read(email, as: person.email) }
        guard
            try !([email] + formerly).contains(where: {
                try transaction.person($0).map { try isOfHere($0, program) } ?? false
            }),
            let person = try whoMoved(from: [email] + formerly, in: program),
            // Whoever has an entry under their own address needs no other.
            !named.contains(person.email),
            // What the file itself said last is its own to change, by `formerly`.
            !memory.said(Self.key, of: person.id, person.email.description)
        else { return email }
        guard override else {
            note(.kept, "\(person.name)’s own address \(person.email); the file says \(email)")
            return read(email, as: person.email)
        }
        return try read(email, as: move(person, called: name, to: email, of: program))
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
