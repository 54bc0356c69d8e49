import Mentoring

// Where somebody gets mail who has moved to an address that has not proved itself yet: at the old one.

extension StoreReading {
    /// Where a person gets mail, and from where they write.
    func mailAddress(of person: Person) throws -> EmailAddress {
        guard let move = try addressMoves(of: person.id).last(where: { $0.undone == nil }), move.isOpen else {
            return person.email
        }
        return move.old
    }

    /// Where mail to an address goes instead; nil when it goes there.
    func mailAddress(of email: EmailAddress) throws -> EmailAddress? {
        guard let person = try person(email) else { return nil }
        let address = try mailAddress(of: person)
        return address == email ? nil : address
    }

    /// Who gets mail at an address, and so writes from it.
    func person(writingFrom email: EmailAddress) throws -> Person? {
        if let person = try person(email) { return try mailAddress(of: person) == email ? person : nil }
        guard let move = try addressMoves(from: email).last(where: { $0.undone == nil }), move.isOpen else {
            return nil
        }
        return move.person
    }
}

extension Notice {
    /// The same to another address of its reader.
    func addressed(to email: EmailAddress) -> Notice {
        switch self {
        case .joining(var letter):
            letter.reader = email
            return .joining(letter)
        case .forwarded(var mail):
            mail.reader = email
            return .forwarded(mail)
        case .session, .duty, .letter, .token, .asking, .reply, .confirmation, .moving, .signIn:
            return changing { $0.email = email }
        }
    }

    /// The same to its reader by their name, be they told to others as somebody who is to come.
    func named(by transaction: any StoreReading) throws -> Notice {
        let own = try transaction.person(reader)?.name
        return changing { if $0.name == PersonName.nobodyYet { $0.name = own ?? $0.name } }
    }

    /// The same to its reader as they are after a change, where it is written to a person.
    private func changing(_ change: (inout Person) -> Void) -> Notice {
        switch self {
        case .session(var notice):
            change(&notice.invitation.person)
            if var before = notice.before {
                change(&before.person)
                notice.before = before
            }
            return .session(notice)
        case .duty(var notice):
            change(&notice.person)
            return .duty(notice)
        case .letter(var letter):
            change(&letter.reader)
            return .letter(letter)
        case .token(var notice):
            change(&notice.token.person)
            return .token(notice)
        case .asking(var letter):
            change(&letter.matter.person)
            return .asking(letter)
        case .reply(var reply):
            change(&reply.reader)
            return .reply(reply)
        // What is to prove an address, or undo that it was left, goes there and nowhere else.
        case .joining, .forwarded, .confirmation, .moving, .signIn: return self
        }
    }
}
