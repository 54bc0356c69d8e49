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
        case .session(var notice):
            notice.invitation.person.email = email
            notice.before?.person.email = email
            return .session(notice)
        case .duty(var notice):
            notice.person.email = email
            return .duty(notice)
        case .letter(var letter):
            letter.reader.email = email
            return .letter(letter)
        case .token(var notice):
            notice.token.person.email = email
            return .token(notice)
        case .joining(var letter):
            letter.reader = email
            return .joining(letter)
        case .asking(var letter):
            letter.matter.person.email = email
            return .asking(letter)
        case .reply(var reply):
            reply.reader.email = email
            return .reply(reply)
        case .forwarded(var mail):
            mail.reader = email
            return .forwarded(mail)
        // What is to prove an address, or undo that it was left, goes there and nowhere else.
        case .confirmation, .moving, .signIn: return self
        }
    }
}
