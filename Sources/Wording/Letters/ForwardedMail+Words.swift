import CivilTime
package import Mentoring

extension ForwardedMail {
    /// What passes on what somebody wrote, or names what else they wrote.
    package var words: PlainLetter {
        var fields: [String: Any] = [
            "program": OneLine.shown(program.title), "name": program.name, "contact": program.contact.description,
        ]
        let subject: String
        switch content {
        case .whole(let written):
            fields["mail"] = Self.fields(of: written)
            subject = "Fwd: \(written.subject)"
        case .rest(let rest):
            fields["rest"] = Self.fields(of: rest)
            let senders = Set(rest.map(\.sender))
            let whose = senders.count == 1 ? sender?.description ?? "one sender" : "\(senders.count) senders"
            subject = "\(rest.count) more mails of \(whose) to \(program.title)"
        }
        return PlainLetter(subject: subject, fields: fields)
    }

    /// Who wrote, where that is one and known.
    package var sender: EmailAddress? {
        switch content {
        case .whole(let written): written.sender
        case .rest(let rest): Set(rest.map(\.sender)).count == 1 ? rest.first?.sender : nil
        }
    }

    private static func fields(of mail: WrittenMail) -> [String: Any] {
        var fields: [String: Any] = [
            "author": mail.author.isEmpty ? "Somebody" : mail.author,
            "subject": mail.subject, "received": mail.received.rfc3339,
            "hasAttachments": !mail.attachments.isEmpty, "attachments": mail.attachments.joined(separator: ", "),
            "text": mail.text.isEmpty ? "(The mail holds no text.)" : mail.text, "number": "\(mail.id)",
        ]
        fields["sender"] = mail.sender?.description
        return fields
    }

    /// The most mails that are named.
    private static let mostNumbers = 200

    private static func fields(of rest: [WrittenMail]) -> [String: Any] {
        guard let first = rest.first, let last = rest.last else { return [:] }
        let senders = Set(rest.map(\.sender))
        let days = [first, last].map { String($0.received.rfc3339.prefix(10)) }
        let numbers = rest.prefix(mostNumbers).map(\.id.description).joined(separator: ", ")
        let author = first.author.isEmpty ? "Somebody" : first.author
        var fields: [String: Any] = [
            "author": senders.count == 1 ? author : "\(senders.count) senders", "count": "\(rest.count)",
            "mails": rest.count == 1 ? "mail" : "mails",
            "day": days[0] == days[1] ? days[0] : "\(days[0]) to \(days[1])",
            "numbers": numbers + (rest.count > mostNumbers ? " and \(rest.count - mostNumbers) more" : ""),
            "first": "\(first.id)",
        ]
        if senders.count == 1, let sender = first.sender { fields["sender"] = ShellWord.quoted(sender.description) }
        return fields
    }
}
