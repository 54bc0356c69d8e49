import Crypto
import ICalendar
import Mentoring
public import MentoringService
public import TimeZoneCatalog

/// Reads mail that comes in: answers to invitations (RFC 6047), `leave CODE`, reports of failed delivery (RFC 3464), and what
/// people write in words.
///
/// A strict reader of RFC 5322 and MIME: what programs would read differently is not read at all. At most 10 MB, headers of
/// 256 KiB and 1,000 fields, 100 parts that lie at most 8 deep, 4 calendar parts of 1 MiB; every step takes time in
/// proportion to the message.
public struct MailReader: MailReading {
    /// The most bytes that a message may have: 10 MB.
    public static let limit = 10_000_000

    private let calendar: CalendarReader
    private let receivingHost: String?

    /// - Parameters:
    ///   - zones: the rules for times that somebody proposes.
    ///   - receivingHost: the name by which the host that receives our mail signs its Authentication-Results; it must take
    ///     off those that come with that name. Without it no mail is authentic.
    public init(zones: TimeZoneCatalog, receivingHost: String? = nil) {
        calendar = CalendarReader(zones: zones)
        self.receivingHost = receivingHost
    }

    /// What a message says, however broken it is.
    public func read(_ message: [UInt8]) -> IncomingMail {
        guard message.count <= Self.limit else {
            return IncomingMail(
                sender: nil, content: .unusable("it has more than \(Self.limit) bytes, the most that is read of a mail")
            )
        }
        let (header, body): (HeaderFields, ArraySlice<UInt8>)
        do {
            (header, body) = try HeaderFields.read(message[...])
        } catch {
            return IncomingMail(sender: nil, content: .unusable(error.reason))
        }
        let envelope = Envelope(header)
        let content: IncomingMail.Content
        var part: MessagePart?
        var texts: [AnswerText] = []
        do {
            let whole = try MessagePart.read(header, body)
            part = whole
            content = try self.content(of: whole, envelope, &texts)
        } catch {
            // What cannot be taken apart may be an answer all the same.
            content =
                part == nil && MisplacedAnswer.isThere(in: body)
                ? .damagedAnswer(error.reason) : .unusable(error.reason)
        }
        let words = words(in: part, body, envelope, content, texts)
        return IncomingMail(
            sender: envelope.sender, isAuthentic: isAuthentic(envelope.sender, header), recipients: envelope.recipients,
            subject: envelope.subject, content: content, words: words,
            identity: (envelope.identity.isEmpty ? Self.digest(of: body) : envelope.identity)
                + (words.map { "\n\(envelope.subject)\n\($0.text)" } ?? ""))
    }

    /// SHA-256 of a whole body, with whichever line ends, where a header tells nothing.
    private static func digest(of body: ArraySlice<UInt8>) -> String {
        SHA256.hash(data: body.filter { $0 != UInt8(ascii: "\r") }).hexadecimal
    }

    /// What somebody wrote in a mail; nil where it was no person, or it has gone round.
    private func words(
        in message: MessagePart?, _ body: ArraySlice<UInt8>, _ envelope: Envelope, _ content: IncomingMail.Content,
        _ texts: [AnswerText]
    ) -> WrittenWords? {
        guard envelope.goneRound == nil, message?.type?.name != "multipart/report" else { return nil }
        switch content {
        case .bounce: return nil
        case .answer, .damagedAnswer:
            // A calendar that answers by itself, as Google's does, holds what its owner wrote.
            let text = envelope.isAutomatic ? nil : message.map { WrittenText($0) }
            return AnswerWords(calendars: texts, author: envelope.author)
                .words(beside: text)?.words(by: envelope.author)
        case .leave, .unusable:
            guard !envelope.isAutomatic else { return nil }
            let text = message.map { WrittenText($0) } ?? WrittenText(unreadable: body)
            // A program that unsubscribes its owner, or answers for them, writes nothing.
            if case .unusable = content { return text.words(by: envelope.author) }
            return text.isEmpty ? nil : text.words(by: envelope.author)
        }
    }

    private func isAuthentic(_ sender: EmailAddress?, _ header: HeaderFields) -> Bool {
        guard let sender, let receivingHost else { return false }
        return AuthenticationResults(of: receivingHost, in: header)?.vouch(for: sender) ?? false
    }

    /// What a mail wants; `texts` is what the calendars of an answer hold beside it.
    private func content(
        of message: MessagePart, _ envelope: Envelope, _ texts: inout [AnswerText]
    ) throws(Unreadable) -> IncomingMail.Content {
        let leaves = message.leaves
        let calendars = leaves.compactMap { CalendarPart($0) }
        guard calendars.count <= CalendarPart.countLimit else {
            throw Unreadable("it has more than \(CalendarPart.countLimit) calendar parts")
        }
        var answers: Set<CalendarAnswer> = []
        var refusal: Unreadable?
        var isDamaged = false
        for part in calendars {
            do throws(Unreadable) {
                let read = try part.answer(calendar, sentTo: envelope.onlyTo, by: envelope.sender)
                answers.insert(read.answer)
                texts.append(read.text)
            } catch {
                refusal = refusal ?? error
                isDamaged = isDamaged || !part.isNoAnswer
            }
        }
        guard answers.count <= 1 else { return .damagedAnswer("it holds several answers that differ") }
        if let answer = answers.first { return .answer(answer) }
        if DeliveryReport.isReport(message) {
            let report = try DeliveryReport(message)
            return .bounce(of: report.recipient, report.text)
        }
        if let code = envelope.sessionToLeave, !envelope.isAutomatic { return .leave(session: code) }
        if let refusal {
            guard isDamaged else { throw refusal }
            return .damagedAnswer(refusal.reason)
        }
        // Calendars answer by themselves, and mark it.
        if let reason = MisplacedAnswer.reason(in: leaves) { return .damagedAnswer(reason) }
        if envelope.isAutomatic { throw Unreadable("it is an automatic reply") }
        if let reason = envelope.goneRound { throw Unreadable(reason) }
        if let reason = MisplacedAnswer.reason(forwardedIn: leaves) { return .damagedAnswer(reason) }
        guard leaves.allSatisfy({ $0.type != nil }) else {
            throw Unreadable("it holds no answer to an invitation, and a part whose Content-Type cannot be read")
        }
        throw Unreadable("it holds no answer to an invitation")
    }
}
