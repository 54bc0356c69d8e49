import CivilTime
package import Mentoring
import Templates

extension ForwardedMail {
    /// What passes on what somebody wrote, or names what else they wrote.
    package var words: PlainLetter {
        var fields: [String: Field] = [
            "program": .text(OneLine.shown(program.title)), "name": .text(program.name),
            "contact": .text(program.contact.description),
        ]
        let subject: String
        switch content {
        case .whole(let written):
            fields["mail"] = .fields(Self.fields(of: written))
            subject = "Fwd: \(written.subject)"
        case .rest(let rest):
            fields["rest"] = .fields(Self.fields(of: rest))
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

    private static func fields(of mail: WrittenMail) -> [String: Field] {
        var fields: [String: Field] = [
            "author": .text(mail.author.isEmpty ? "Somebody" : mail.author),
            "subject": .text(mail.subject), "received": .text(mail.received.rfc3339),
            "hasAttachments": .truth(!mail.attachments.isEmpty),
            "attachments": .text(mail.attachments.joined(separator: ", ")),
            "text": .text(mail.text.isEmpty ? "(The mail holds no text.)" : mail.text), "number": .text("\(mail.id)"),
        ]
        fields["sender"] = mail.sender.map { .text($0.description) }
        return fields
    }

    /// The most mails that are named.
    private static let mostNumbers = 200

    private static func fields(of rest: [WrittenMail]) -> [String: Field] {
        guard let first = rest.first, let last = rest.last else { return [:] }
        let senders = Set(rest.map(\.sender))
        let days = [first, last].map { String($0.received.rfc3339.prefix(10)) }
        let numbers = rest.prefix(mostNumbers).map(\.id.description).joined(separator: ", ")
        let author = first.author.isEmpty ? "Somebody" : first.author
        var fields: [String: Field] = [
            "author": .text(senders.count == 1 ? author : "\(senders.count) senders"), "count": .text("\(rest.count)"),
            "mails": .text(rest.count == 1 ? "mail" : "mails"),
            "day": .text(days[0] == days[1] ? days[0] : "\(days[0]) to \(days[1])"),
            "numbers": .text(numbers + (rest.count > mostNumbers ? " and \(rest.count - mostNumbers) more" : "")),
            "first": .text("\(first.id)"),
        ]
        if senders.count == 1, let sender = first.sender {
            fields["sender"] = .text(ShellWord.quoted(sender.description))
        }
        return fields
    }
}
