import ICalendar
import Mentoring

/// From whom a mail is, to whom, and what about, as its header has it.
struct Envelope {
    /// The one address of the one From.
    let sender: EmailAddress?
    /// To, Cc, then the fields in which hosts note whom they delivered to; each address once.
    let recipients: [EmailAddress]
    /// The only address in To; nil when there are several or none.
    let onlyTo: EmailAddress?
    /// One line, safe to show, at most 500 bytes.
    let subject: String
    /// Whether a program sent it by itself (RFC 3834).
    let isAutomatic: Bool
    /// Why what is in it may have been here before, or comes from no person; nil for most.
    let goneRound: String?
    /// From as it is written, one line, safe to show, at most 300 bytes.
    let author: String
    /// The Message-ID, or, without one, the date.
    let identity: String
    /// The code in a subject that is exactly `leave CODE`, perhaps after one `Re:`, in any case.
    let sessionToLeave: String?

    init(_ header: HeaderFields) {
        let from = header.all("from")
        sender = from.count == 1 ? AddressList(from[0]).single : nil
        let to = header.all("to").map(AddressList.init)
        onlyTo = to.count == 1 ? to[0].single : nil
        let others = ["cc", "delivered-to", "x-original-to", "envelope-to"].flatMap(header.all).map(AddressList.init)
        var seen: Set<EmailAddress> = []
        recipients = (to + others).flatMap(\.all).filter { seen.insert($0).inserted }
        let subjects = header.all("subject")
        let words = EncodedWords.decoded(subjects.first ?? []).split { $0 == " " || $0 == "\t" }
        subject = OneLine.excerpt(words.joined(separator: " "), bytes: 500)
        sessionToLeave = subjects.count == 1 ? Self.sessionToLeave(subject) : nil
        isAutomatic = Self.isAutomatic(header)
        let isFromNobody = sender == nil && from.contains(where: Self.namesNobody)
        goneRound = Self.goneRound(header, sender, isFromNobody: isFromNobody)
        let name = EncodedWords.decoded(from.first ?? []).split { $0 == " " || $0 == "\t" }
        author = OneLine.excerpt(name.joined(separator: " "), bytes: 300)
        let traits = (header.all("message-id") + header.all("date")).first ?? []
        identity = String(decoding: traits.prefix(1000), as: UTF8.self)
    }

    /// The most hosts that a mail comes by, which RFC 5321 §6.3 wants to be at least 100.
    private static let mostHops = 100

    /// Whether a From is that of a mail system: the empty address of reports (RFC 5321 §4.5.5), or its name without a host.
    private static func namesNobody(_ from: [UInt8]) -> Bool {
        let text = String(decoding: from, as: UTF8.self).lowercased()
        let dense = text.filter { !$0.isWhitespace }
        let name = dense.trimmingPrefix("\"")
        return dense.contains("<>") || dense.contains("<mailer-daemon>") || name.hasPrefix("mailer-daemon")
    }

    private static func goneRound(_ header: HeaderFields, _ sender: EmailAddress?, isFromNobody: Bool) -> String? {
        func has(_ names: String...) -> Bool { names.contains { !header.all($0).isEmpty } }
        if has(OutboxMessage.forwardedField.lowercased()) {
            return "it is a mail that a Meridian has passed on already"
        }
        if has("list-id", "list-post", "x-beenthere", "x-loop", "x-mailing-list")
            || header.all("precedence").first.map({ String(decoding: $0, as: UTF8.self).lowercased() }) == "list"
        {
            return "it came over a mailing list"
        }
        if has("x-failed-recipients") || sender?.localPart == "mailer-daemon" || isFromNobody {
            return "it reports that a mail was not delivered"
        }
        return header.all("received").count > mostHops ? "it has gone by more than \(mostHops) hosts" : nil
    }

    private static func sessionToLeave(_ subject: String) -> String? {
        var words = subject.lowercased().split(separator: " ")
        if words.first == "re:" { words.removeFirst() }
        guard words.count == 2, words[0] == "leave" else { return nil }
        return WrittenCode(String(words[1])).flatMap { $0.region == nil ? nil : $0.description }
    }

    private static func isAutomatic(_ header: HeaderFields) -> Bool {
        func word(_ name: String) -> String? {
            header.all(name).first.map {
                FieldToken.all(in: $0, marks: FieldToken.assignmentMarks)?.first?.word?.lowercased() ?? ""
            }
        }
        return word("auto-submitted").map { $0 != "no" } ?? false
            || ["bulk", "junk", "auto_reply"].contains(word("precedence"))
            || word("x-autoreply") != nil || word("x-autorespond") != nil
            || header.all("return-path").first.map { $0.filter { $0 > 0x20 } == Array("<>".utf8) } ?? false
    }
}
