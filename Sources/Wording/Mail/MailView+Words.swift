package import CivilTime
import Mentoring
package import MentoringAPI

extension WrittenMailView {
    /// What people wrote in words, a mail a line.
    package static func table(of mails: [WrittenMailView], on clock: ZoneRules) -> Table {
        var table = Table([
            .init(title: "Mail", alignedRight: true), .init(title: "Received"),
            .init(title: "From", isFlexible: true), .init(title: "Subject", isFlexible: true),
            .init(title: "", name: "State"),
        ])
        for mail in mails {
            table.add([
                "\(mail.id)", When.dayAndTime(clock.local(at: mail.received)), mail.sender, mail.subject,
                mail.state == .forwarded ? "sent on" : "not sent on",
            ])
        }
        return table
    }
}

extension OutboxView {
    /// What waits, has left or was refused, a mail a line; never what is in it, since that has somebody's links.
    package static func table(of mails: [OutboxView], on clock: ZoneRules) -> Table {
        var table = Table([
            .init(title: "Mail", alignedRight: true), .init(title: "Written"),
            .init(title: "To", isFlexible: true), .init(title: "Subject", isFlexible: true, keepsEnd: true),
            .init(title: "State"),
        ])
        for mail in mails {
            table.add([
                "\(mail.id)", When.dayAndTime(clock.local(at: mail.created)), "\(mail.to)",
                mail.lastError ?? mail.subject, mail.heldSince == nil ? mail.state.rawValue : "held",
            ])
        }
        return table
    }
}

extension MailView {
    /// What came in: when, from whom, about what, and its text.
    package func text(on clock: ZoneRules, quoting sign: String = "") -> String {
        let facts: [(String, String)?] = [
            ("Mail", "\(id)"), program.map { ("Program", $0) },
            ("Received", When.dayAndTime(clock.local(at: received))), ("From", sender), ("Subject", subject),
            reason.map { ("Set aside", $0) },
            attachments.isEmpty ? nil : ("Attached", attachments.joined(separator: ", ")),
        ]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { sign + $0 }
        return Facts(facts.compactMap(\.self)).text + "\n\n"
            + (text.isEmpty ? "(The mail holds no text.)" : lines.joined(separator: "\n"))
    }
}
