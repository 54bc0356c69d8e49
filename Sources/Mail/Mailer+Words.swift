import AppResources
import CivilTime
import Mentoring
import MentoringService
import Mustache
import TimeZoneCatalog

extension Mailer {
    /// The whole message that passes on what somebody wrote, or names what else they wrote.
    ///
    /// It comes from the program and is answered to whoever wrote; it is marked so that no program answers it, and no Meridian
    /// passes it on.
    func message(_ mail: ForwardedMail) throws -> OutboxMessage {
        let program = mail.program
        var words: [String: Any] = [
            "program": OneLine.shown(program.title), "name": program.name, "contact": program.contact.description,
        ]
        let (subject, sender): (String, EmailAddress?)
        switch mail.content {
        case .whole(let written):
            words["mail"] = Self.words(of: written)
            (subject, sender) = ("Fwd: \(written.subject)", written.sender)
        case .rest(let rest):
            words["rest"] = Self.words(of: rest)
            let senders = Set(rest.map(\.sender))
            sender = senders.count == 1 ? rest.first?.sender : nil
            let whose = senders.count == 1 ? sender?.description ?? "one sender" : "\(senders.count) senders"
            subject = "\(rest.count) more mails of \(whose) to \(program.title)"
        }
        return plainMessage(
            try MustacheTemplate(string: AppResources.template(.forwardedText)).render(words), to: mail.reader,
            subject: subject, from: program, at: mail.date,
            identity: Self.identity("forwarded", mail.reader.description, program.name, mail.content.numbers),
            replies: sender, isForwarded: true)
    }

    private static func words(of mail: WrittenMail) -> [String: Any] {
        var words: [String: Any] = [
            "author": mail.author.isEmpty ? "Somebody" : mail.author,
            "subject": mail.subject, "received": mail.received.rfc3339,
            "hasAttachments": !mail.attachments.isEmpty, "attachments": mail.attachments.joined(separator: ", "),
            "text": mail.text.isEmpty ? "(The mail holds no text.)" : mail.text, "number": "\(mail.id)",
        ]
        words["sender"] = mail.sender?.description
        return words
    }

    /// The most mails that are named.
    private static let mostNumbers = 200

    private static func words(of rest: [WrittenMail]) -> [String: Any] {
        guard let first = rest.first, let last = rest.last else { return [:] }
        let senders = Set(rest.map(\.sender))
        let days = [first, last].map { String($0.received.rfc3339.prefix(10)) }
        let numbers = rest.prefix(mostNumbers).map(\.id.description).joined(separator: ", ")
        let author = first.author.isEmpty ? "Somebody" : first.author
        var words: [String: Any] = [
            "author": senders.count == 1 ? author : "\(senders.count) senders", "count": "\(rest.count)",
            "mails": rest.count == 1 ? "mail" : "mails",
            "day": days[0] == days[1] ? days[0] : "\(days[0]) to \(days[1])",
            "numbers": numbers + (rest.count > mostNumbers ? " and \(rest.count - mostNumbers) more" : ""),
            "first": "\(first.id)",
        ]
        if senders.count == 1, let sender = first.sender { words["sender"] = ShellWord.quoted(sender.description) }
        return words
    }

    /// The whole message that says what became of what somebody asked for in the first line of a mail.
    func message(_ reply: MailReply, with links: MailLinks) throws -> OutboxMessage {
        let (program, person) = (reply.program, reply.reader)
        var words: [String: Any] = [
            "reader": OneLine.shown(person.name), "lead": reply.lead, "request": reply.request, "outcome": reply.words,
            "isRefused": reply.source != .words && reply.heading == "Not done",
            "program": OneLine.shown(program.title), "contact": program.contact.description,
        ]
        if let session = reply.session {
            let start = try zones.rules(for: person.zone).local(at: session.start)
            words["session"] = [
                "code": session.code.description,
                "when": "\(start.date.inWords), \(start.time), \(person.zone) time",
                "mentor": OneLine.shown(session.mentor.name), "location": OneLine.shown(session.location),
            ]
            if let (advice, command) = reply.advice {
                words["advice"] = advice
                if let link = try links.link(to: .attend(session.id)) {
                    words["link"] = link
                } else {
                    words["command"] = "meridian \(command) \(session.code) \(MailText.identity(person))"
                }
            }
        }
        return plainMessage(
            try MustacheTemplate(string: AppResources.template(.replyText)).render(words), to: person.email,
            subject: "\(reply.heading): \(reply.request)", from: program, at: reply.date,
            identity: Self.identity("reply", person.email.description, reply.request, reply.date.rfc3339))
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

extension MailReply {
    fileprivate var heading: String {
        switch outcome {
        case .seated: "You have a seat"
        case .waiting: "You wait for a seat"
        case .left: "You left"
        case .offered: "Offered"
        case .refused: "Not done"
        }
    }

    /// What stands before the request.
    fileprivate var lead: String {
        switch source {
        case .words: "you wrote"
        case .calendar: "you answered"
        case .unproven: "a mail came that seems to say for you"
        }
    }

    fileprivate var words: String {
        let tentative =
            session?.status == .tentative && outcome == .seated
            ? " It is planned and not fixed yet; you are invited once it is announced." : ""
        return switch outcome {
        case .seated: "You have a seat.\(tentative)"
        case .waiting(let position): "All seats are taken: you wait for one, number \(position) on the list."
        case .left: "You have no seat and no place on the list any more."
        case .offered(let count):
            "\(count == 1 ? "One other volunteer is" : "\(count) other volunteers are") asked to take the week. It is yours until "
                + "somebody has; should you be able to after all, accept it in your calendar."
        case .refused(let reason): "It was not done: \(OneLine.shown(reason))."
        }
    }

    /// What they can do next.
    fileprivate var advice: (text: String, command: String)? {
        switch outcome {
        case .seated, .waiting: ("If you cannot come, please leave it to somebody else:", "leave")
        case .left: ("Should you want to come after all:", "enroll")
        case .refused, .offered: nil
        }
    }
}
