import CivilTime
import Foundation
import Mail
import Mentoring
import MentoringService
import Testing

@Suite("A mail that passes words on")
struct ForwardedMailTests {
    private let organizer = "grace@example.org"

    private func written(_ id: Int64 = 7, text: String = "May I come?\n\nPriya", with attachments: [String] = []) throws
        -> WrittenMail
    {
        WrittenMail(
            id: Identifier(id), program: "nova", sender: try EmailAddress("priya@example.net"),
            author: "Priya Raman <priya@example.net>", subject: "Tuesday, 火曜日", received: try moment(), text: text,
            attachments: attachments, digest: [], state: .forwarded)
    }

    private func moment() throws -> Instant { try #require(Instant(rfc3339: "2027-01-05T12:00:00Z")) }

    private func message(_ content: ForwardedMail.Content) throws -> OutboxMessage {
        let letterbox = try Letterbox()
        return try letterbox.mailer.message(
            .forwarded(
                ForwardedMail(
                    reader: EmailAddress(organizer), program: letterbox.program, content: content, date: moment())))
    }

    private func header(_ message: OutboxMessage) -> String {
        let text = String(decoding: message.bytes, as: UTF8.self)
        return String(text.prefix(upTo: text.range(of: "\r\n\r\n")?.lowerBound ?? text.endIndex))
            .replacing("\r\n ", with: " ")
    }

    private func body(_ message: OutboxMessage) throws -> String {
        let text = String(decoding: message.bytes, as: UTF8.self)
        let start = try #require(text.range(of: "\r\n\r\n")?.upperBound)
        let data = try #require(Data(base64Encoded: text[start...].filter { !$0.isWhitespace }))
        return String(decoding: data, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    @Test("comes from the program and is answered to who wrote, with all that they wrote in it")
    func whole() throws {
        let message = try message(.whole(written(with: ["plan.pdf (application/pdf)"])))
        let header = header(message)
        #expect(header.contains("\r\nFrom: \"Nova core reviewer training\" <nova-training@example.org>\r\n"))
        #expect(header.contains("\r\nReply-To: <priya@example.net>\r\n"))
        #expect(header.contains("\r\nTo: grace@example.org\r\n"))
        #expect(header.contains("\r\nAuto-Submitted: auto-generated\r\n"))
        #expect(header.contains("\r\nX-Meridian-Forwarded: nova.meridian.example.org\r\n"))
        #expect(message.isForwarded)
        #expect(message.subject == "Fwd: Tuesday, 火曜日")
        #expect(message.sender?.description == "nova-training@example.org")
        let text = try body(message)
        #expect(text.contains("Priya Raman <priya@example.net> wrote to Nova core reviewer training"))
        #expect(text.contains("\nMay I come?\n\nPriya\n"))
        #expect(text.contains("\nAttached, and not sent along: plan.pdf (application/pdf)\n"))
        #expect(text.contains("meridian mail show 7\n"))
        #expect(!text.contains("{{"))
        #expect(try self.message(.whole(written(with: ["plan.pdf (application/pdf)"]))).bytes == message.bytes)
    }

    @Test("begins no header field with what somebody wrote, and no HTML")
    func hostile() throws {
        var mail = try written(text: "a\r\nBcc: x@example.org\n<b>&amp;</b>")
        mail.subject = "Hello\r\nBcc: x@example.org"
        mail.author = "X\r\nBcc: x@example.org"
        let message = try message(.whole(mail))
        #expect(!header(message).contains("\r\nBcc:"))
        #expect(try body(message).contains("<b>&amp;</b>"))
    }

    @Test("is passed on by no Meridian, and answered by no program")
    func loop() throws {
        let mail = Incoming.read(try message(.whole(written())).bytes)
        #expect(mail.words == nil)
        #expect(mail.content == .unusable("it is an automatic reply"))
        // A list may take that mark off.
        let text = String(decoding: try message(.whole(written())).bytes, as: UTF8.self)
            .replacing("Auto-Submitted: auto-generated\r\n", with: "")
        let listed = Incoming.read(Array(text.utf8))
        #expect(listed.words == nil)
        #expect(listed.content == .unusable("it is a mail that a Meridian has passed on already"))
    }

    @Test("names the rest of a day with its numbers, two hundred at most")
    func rest() throws {
        let few = try message(.rest([written(21), written(24)]))
        #expect(few.subject == "2 more mails of priya@example.net to Nova core reviewer training")
        let text = try body(few)
        #expect(text.contains("not sent to you one by one"))
        #expect(text.contains("wrote 2 more mails to Nova core reviewer training on 2027-01-05 (UTC)"))
        #expect(text.contains("\n  21, 24\n") && text.contains("meridian mail show 21\n"))
        #expect(text.contains("meridian person block priya@example.net nova"))
        var other = try written(25)
        other.sender = try EmailAddress("eve@example.net")
        let several = try message(.rest([written(21), other]))
        #expect(several.subject == "2 more mails of 2 senders to Nova core reviewer training")
        #expect(!header(several).contains("Reply-To"))
        let both = try body(several)
        #expect(both.contains("2 senders wrote 2 more mails") && !both.contains("person block"))
        let many = try body(message(.rest((1...500).map { try written($0) })))
        #expect(many.contains(", 200 and 300 more\n") && !many.contains("201"))
    }

    @Test(
        "answers what was asked for, in the reader's own hours",
        arguments: [
            (
                MailReply.Outcome.seated, "You have a seat: enroll nova-202701-w03-asia", "You have a seat.\n",
                "meridian leave nova-202701-w03-asia"
            ),
            (
                .waiting(2), "You wait for a seat: enroll nova-202701-w03-asia", "number 2 on the list",
                "meridian leave nova-202701-w03-asia"
            ),
            (
                .left, "You left: enroll nova-202701-w03-asia", "no seat and no place on the list",
                "meridian enroll nova-202701-w03-asia"
            ),
            (.refused("it is full"), "Not done: enroll nova-202701-w03-asia", "It was not done: it is full.", nil),
        ] as [(MailReply.Outcome, String, String, String?)])
    func reply(outcome: MailReply.Outcome, subject: String, words: String, command: String?) throws {
        let letterbox = try Letterbox()
        let message = try letterbox.mailer.message(
            .reply(
                MailReply(
                    reader: letterbox.reader, request: "enroll nova-202701-w03-asia", outcome: outcome,
                    session: letterbox.session, program: letterbox.program, date: moment())))
        #expect((message.subject, message.recipient.description) == (subject, "priya@example.net"))
        let text = try body(message)
        #expect(text.contains(words), "\(text)")
        #expect(text.contains("Thursday 21 January 2027, 17:00, Asia/Kolkata time"))
        #expect(command.map(text.contains) ?? !text.contains("meridian "), "\(text)")
        #expect(!text.contains("akira@"))
    }

    @Test(
        "answers an answer that came too late, and says whom an answer to it reaches",
        arguments: [
            (MailReply.Source.calendar, "you answered:\n"), (.unproven, "a mail came that seems to say for you:\n"),
        ])
    func late(source: MailReply.Source, lead: String) throws {
        let letterbox = try Letterbox()
        let message = try letterbox.mailer.message(
            .reply(
                MailReply(
                    reader: letterbox.reader, request: "declined nova-202701-w03-asia",
                    outcome: .refused("it has begun"), session: letterbox.session, program: letterbox.program,
                    date: moment(), source: source)))
        #expect(message.subject == "Not done: declined nova-202701-w03-asia")
        let text = try body(message)
        #expect(text.contains(lead) && text.contains("\n  declined nova-202701-w03-asia\n"), "\(text)")
        #expect(text.contains("It was not done: it has begun.\n"))
        #expect(text.contains("answer this mail: it reaches those who organize Nova core reviewer training."))
    }
}
