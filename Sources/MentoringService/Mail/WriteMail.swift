import CivilTime
import Mentoring

extension TrainingService {
    /// The mail of a notice, with the links that its words ask for.
    ///
    /// Each is its reader's alone, with a secret of its own, of which only the digest is kept: the mail holds it until it has left.
    func mail(of notice: Notice, in transaction: any StoreWriting) throws -> OutboxMessage {
        guard let person = notice.person, let addresses = try transaction.publicAddress() else {
            return try correspondence.message(notice, with: .none)
        }
        let date = notice.date
        var made: [MailLink.Matter: String] = [:]
        let links = MailLinks(to: addresses) { matter in
            if let known = made[matter] { return known }
            let secret = try secrets.newSecret(for: "mail link")
            try transaction.add(
                MailLink(person: person, matter: matter, made: date), digest: secrets.digest(of: secret))
            let link = addresses.matter(secret)
            made[matter] = link
            return link
        }
        var message = try correspondence.message(notice, with: links)
        message.holdsLinks = !made.isEmpty
        return message
    }

    /// How long links are kept about what is over, in seconds.
    static let secondsOfOldLinks: Int64 = 7 * 86_400
}

extension Notice {
    /// Who reads it, where it is about something that they can do by a link.
    fileprivate var person: Person? {
        switch self {
        case .session(let notice): notice.invitation.person
        case .duty(let notice): notice.person
        case .letter(let letter): letter.reader
        case .reply(let reply): reply.reader
        case .token, .joining, .confirmation, .signIn, .asking, .forwarded, .moving: nil
        }
    }
}
