import ICalendar
import Mentoring

/// What became of a mail of ours (RFC 3464).
struct DeliveryReport {
    /// Who does not get it.
    let recipient: EmailAddress
    /// The status code, and what the last host said.
    let text: String

    /// Whether a message is such a report.
    static func isReport(_ message: MessagePart) -> Bool {
        message.type?.name == "multipart/report"
            && message.type?.parameter("report-type")?.lowercased() == "delivery-status"
    }

    /// Reads a report.
    /// - Throws: `Unreadable` when it does not say of exactly one recipient that delivery failed for good.
    init(_ message: MessagePart) throws(Unreadable) {
        let types: Set = ["message/delivery-status", "message/global-delivery-status"]
        let parts = message.children.filter { types.contains($0.type?.name ?? "") }
        guard let part = parts.first, parts.count == 1 else {
            throw Unreadable("it is a delivery report that reports nothing")
        }
        // Blocks of fields: one on the message, then one for each recipient.
        var (rest, blocks): (ArraySlice<UInt8>, [HeaderFields]) = (try part.content(), [])
        while !rest.isEmpty, blocks.count <= MessagePart.countLimit {
            let (block, body) = try HeaderFields.read(rest)
            if !block.fields.isEmpty { blocks.append(block) }
            rest = body
        }
        let recipients = blocks.filter { !$0.all("final-recipient").isEmpty }
        guard let block = recipients.first, recipients.count == 1 else {
            throw Unreadable(
                "it is a delivery report on \(recipients.isEmpty ? "nobody" : "several recipients at once")")
        }
        let action = Self.words(try block.only("action"))?.lowercased()
        let status = Self.words(try block.only("status")) ?? ""
        guard action != "delayed", !status.hasPrefix("4.") else {
            throw Unreadable("it reports that a mail is only delayed")
        }
        guard action == "failed", Self.isPermanent(status) else {
            throw Unreadable("it is a delivery report, but not of a failure")
        }
        guard let recipient = try block.only("final-recipient").flatMap(Self.address) else {
            throw Unreadable("it is a delivery report on somebody whose address cannot be read")
        }
        self.recipient = recipient
        let said = try block.only("diagnostic-code").map { String(decoding: $0, as: UTF8.self) }
        let words = [status, said].compactMap(\.self).joined(separator: " ").split { $0 == " " || $0 == "\t" }
        text = OneLine.excerpt(words.joined(separator: " "), bytes: 500)
    }

    /// `5.1.1`.
    private static func isPermanent(_ status: String) -> Bool {
        let parts = status.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "5"
            && parts.allSatisfy { (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// The first word of a field, without comments.
    private static func words(_ value: [UInt8]?) -> String? {
        value.flatMap { FieldToken.all(in: $0, marks: FieldToken.assignmentMarks)?.first?.word }
    }

    /// `rfc822; name@example.org`.
    private static func address(_ value: [UInt8]) -> EmailAddress? {
        let parts = value.split(separator: UInt8(ascii: ";"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = words(Array(parts[0]))?.lowercased(), kind == "rfc822" || kind == "utf-8"
        else {
            return nil
        }
        return AddressList(Array(parts[1])).single
    }
}
