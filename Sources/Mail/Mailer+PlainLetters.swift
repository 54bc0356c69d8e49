import AppResources
import CivilTime
import Mentoring
import TimeZoneCatalog
import Wording

// The letters of plain text: what each says is Wording's; here is what tells it from others, and whether it is forgotten when it has left.

extension Mailer {
    /// The whole message that asks somebody whether they signed up.
    func message(_ request: ConfirmationRequest) throws -> OutboxMessage {
        try plainMessage(
            request.words, .signUpText, to: request.email, from: request.program, at: request.date,
            identity: Self.identity("sign-up", request.email.description, request.secret), holdsSecret: true)
    }

    /// The whole message by which somebody signs in.
    func message(_ letter: SignInLetter) throws -> OutboxMessage {
        try plainMessage(
            letter.words, .signInText, to: letter.reader, from: letter.program, at: letter.date,
            identity: Self.identity("sign-in", letter.reader.description, letter.secret), holdsSecret: true)
    }

    /// The whole message about a move to another address.
    func message(_ letter: MoveLetter) throws -> OutboxMessage {
        try plainMessage(
            letter.words, .moveText, to: letter.reader, from: letter.program, at: letter.date,
            identity: Self.identity("move", letter.reader.description, letter.secret), holdsSecret: true)
    }

    /// The whole message that tells somebody of a token that was made for them.
    func message(_ notice: TokenNotice) throws -> OutboxMessage {
        let token = notice.token
        return try plainMessage(
            notice.words(in: zones.rules(for: token.person.zone)), .tokenText, to: token.person.email,
            from: notice.program, at: token.created,
            identity: Self.identity("token", "\(token.id)", token.created.rfc3339))
    }

    /// The whole message about somebody's joining, or going on.
    func message(_ letter: JoinLetter) throws -> OutboxMessage {
        try plainMessage(
            letter.words, .joinText, to: letter.reader, from: letter.program, at: letter.date,
            identity: Self.identity("join", letter.reader.description, letter.program.name, letter.matter),
            holdsSecret: letter.holdsSecret)
    }

    /// The whole message that asks somebody whether they want what a mail seems to say for them.
    func message(_ letter: AskingLetter) throws -> OutboxMessage {
        let person = letter.matter.person
        return try plainMessage(
            letter.words(in: zones.rules(for: person.zone)), .askingText, to: person.email, from: letter.program,
            at: letter.date,
            identity: Self.identity(
                "asking", person.email.description, letter.session.uid, letter.matter.wish.description,
                letter.date.rfc3339),
            holdsSecret: letter.link != nil)
    }

    /// The whole message that passes on what somebody wrote, or names what else they wrote.
    ///
    /// It comes from the program and is answered to whoever wrote; it is marked so that no program answers it, and no Meridian
    /// passes it on.
    func message(_ mail: ForwardedMail) throws -> OutboxMessage {
        try plainMessage(
            mail.words, .forwardedText, to: mail.reader, from: mail.program, at: mail.date,
            identity: Self.identity("forwarded", mail.reader.description, mail.program.name, mail.content.numbers),
            replies: mail.sender, isForwarded: true)
    }

    /// The whole message that says what became of what somebody asked for in the first line of a mail.
    func message(_ reply: MailReply, with links: MailLinks) throws -> OutboxMessage {
        let person = reply.reader
        return try plainMessage(
            reply.words(in: zones.rules(for: person.zone), with: links), .replyText, to: person.email,
            from: reply.program, at: reply.date,
            identity: Self.identity("reply", person.email.description, reply.request, reply.date.rfc3339))
    }
}

extension JoinLetter {
    /// Whether its link can be acted with by whoever has it; a page behind which one signs in is everybody's.
    fileprivate var holdsSecret: Bool { link != nil && occasion != .timesWanted }

    /// What tells it from another of the same moment: somebody may be asked about two regions at once.
    fileprivate var matter: String {
        let moment = date.rfc3339
        return switch occasion {
        case .goOn(let region, after: _): "\(moment) \(region.rawValue)"
        case .nicknameLost(let lost, toSomebody: _): "\(moment) \(lost.nickname)"
        case .seasonGivenUp(let region): "\(moment) \(region.rawValue) \(program.season.name)"
        default: moment
        }
    }
}

extension ForwardedMail.Content {
    /// The numbers of the mails.
    fileprivate var numbers: String {
        switch self {
        case .whole(let mail): "\(mail.id)"
        case .rest(let mails): "rest " + mails.map(\.id.description).joined(separator: " ")
        }
    }
}
