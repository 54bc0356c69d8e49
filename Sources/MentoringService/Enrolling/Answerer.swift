import Mentoring

/// Finds out for whom a mail may speak (CALENDAR.md rule 15).
///
/// For the person to whom an invitation was sent, and nobody else, when the mail comes from their own address and either went
/// to the organizer address that was made for that person and session, or the receiving host vouches for its sender.
enum Answerer {
    /// Whose answer it is.
    /// - Throws: `Useless` when nothing proves that the sender may give it.
    static func author(
        of answer: CalendarAnswer, in mail: IncomingMail, _ transaction: any StoreReading
    ) throws -> Invitation {
        let proven = try invitation(tokenIn: [answer.organizer].compactMap(\.self) + mail.recipients, transaction)
        /// Whoever has the token's address has read the invitation; so the one whom it was sent to is asked. Of what came to nobody's
        /// own address the one for whom it speaks is, since it may be their only word.
        func untrusted(_ reason: String, because: AskingLetter.Reason = .sender) throws -> Useless {
            let wish = answer.wish
            if let proven { return Useless(reason, asking: Question(proven, wish, because: because)) }
            let named = try spokenFor(by: answer, transaction)
            return Useless(reason, asking: named.map { Question($0, wish, because: .unproven) })
        }
        guard let sender = mail.sender else { throw try untrusted("it does not come from one address") }
        guard answer.attendee == sender else {
            let isOwn = try proven.map { try transaction.mailAddress(of: $0.person) == sender } ?? false
            throw try untrusted(
                "it comes from \(sender), and answers for \(answer.attendee)", because: isOwn ? .otherPerson : .sender)
        }
        let invitation =
            if let proven {
                proven
            } else if mail.isAuthentic {
                try invitation(to: sender, uid: answer.uid, transaction)
            } else {
                throw try untrusted(
                    "nothing proves that \(sender) sent it: no address with our token, no host that vouches")
            }
        guard try transaction.mailAddress(of: invitation.person) == sender else {
            throw try untrusted("it comes from \(sender), and was sent to the address made for somebody else")
        }
        guard try transaction.session(invitation.session)?.uid == answer.uid else {
            throw try untrusted("its UID is not that of the session whose address it was sent to", because: .misfit)
        }
        return invitation
    }

    /// Who wrote a mail that holds no calendar.
    /// - Throws: `Useless` when its address was not made for its sender.
    static func author(of mail: IncomingMail, _ transaction: any StoreReading) throws -> Invitation {
        guard let invitation = try invitation(tokenIn: mail.recipients, transaction),
            try transaction.mailAddress(of: invitation.person) == mail.sender
        else { throw Useless("nothing proves who sent it: it did not go to the address made for its sender") }
        return invitation
    }

    /// Who wrote a mail in words, as far as that is known, and whether it is proved.
    ///
    /// The address made for its sender proves it, of the session that it was made for; and of others of their programs to enroll
    /// in, too, which takes nothing from anybody and is told to them. Whoever has the address of somebody else has read their invitation, so
    /// that it seems to speak for them.
    static func writer(
        of mail: IncomingMail, wanting command: WordsCommand, _ transaction: any StoreReading
    ) throws -> (person: Person, proof: Proof)? {
        if mail.isAuthentic, let sender = try mail.sender.flatMap(transaction.person(writingFrom:)) {
            return (sender, .proved)
        }
        if let invitation = try invitation(tokenIn: mail.recipients, transaction) {
            guard try transaction.mailAddress(of: invitation.person) == mail.sender else {
                return (invitation.person, .otherSender)
            }
            let isItsOwn =
                try transaction.session(invitation.session).map { command.code.mayMean($0.asStored.code) } ?? false
            let isMember =
                try transaction.role(
                    of: invitation.person.email, in: transaction.program(meantBy: command.code)?.name ?? "") != nil
            return (invitation.person, isItsOwn || isMember && command.wish == .enroll ? .proved : .ownAddress)
        }
        return try mail.sender.flatMap(transaction.person(writingFrom:)).map { ($0, .ownAddress) }
    }

    /// Whether it is proved that a mail's sender wrote it, whom the server knows.
    static func isProved(_ mail: IncomingMail, _ transaction: any StoreReading) throws -> Bool {
        guard let sender = mail.sender else { return false }
        if mail.isAuthentic, try transaction.person(writingFrom: sender) != nil { return true }
        return try invitation(tokenIn: mail.recipients, transaction).map { try transaction.mailAddress(of: $0.person) }
            == sender
    }

    /// What speaks for it that somebody wrote a mail.
    enum Proof {
        case proved
        /// It says to come from their address, as anybody can.
        case ownAddress
        /// It came from somebody else, to the address made for them.
        case otherSender
    }

    /// What the first address with a token of ours belongs to.
    static func invitation(tokenIn addresses: [EmailAddress], _ transaction: any StoreReading) throws -> Invitation? {
        for token in addresses.withTokens.compactMap(ReplyAddress.token) {
            if let invitation = try transaction.invitation(token: token) { return invitation }
        }
        return nil
    }

    /// The invitation of whom an answer names, to what it answers.
    private static func spokenFor(
        by answer: CalendarAnswer, _ transaction: any StoreReading
    ) throws -> Invitation? {
        guard let person = try transaction.person(writingFrom: answer.attendee),
            let session = try transaction.session(uid: answer.uid)
        else { return nil }
        return try transaction.invitation(to: person.id, for: session.id)
    }

    private static func invitation(
        to sender: EmailAddress, uid: String, _ transaction: any StoreReading
    ) throws -> Invitation {
        guard let person = try transaction.person(writingFrom: sender), let session = try transaction.session(uid: uid),
            let invitation = try transaction.invitation(to: person.id, for: session.id)
        else { throw Useless("\(sender) was never invited to what it answers") }
        return invitation
    }
}

extension [EmailAddress] {
    /// Those that may have been made for somebody; of many the first only.
    ///
    /// Our mails have one each, and nobody else can write while each is looked up: a forged mail names thousands.
    var withTokens: [EmailAddress] {
        Array(lazy.filter { ReplyAddress.token(in: $0) != nil }.prefix(Self.mostWithTokens))
    }

    private static var mostWithTokens: Int { 20 }
}
