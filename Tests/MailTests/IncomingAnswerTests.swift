import CivilTime
import Foundation
import Mentoring
import MentoringService
import Testing

@Suite("An answer that comes in")
struct IncomingAnswerTests {
    /// How a program answers, and what is to be read of it.
    struct Program: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let message: String
        var sender = "priya@example.net"
        var method = CalendarAnswer.Method.reply
        let participation: ParticipationStatus
        var comment: String?
        var proposed: String?
    }

    @Test(
        "is read as its program writes it",
        arguments: [
            Program(
                testDescription: "Gmail", message: ProgramsAnswers.gmail, sender: "priya.raman@gmail.com",
                participation: .accepted),
            Program(
                testDescription: "Exchange",
                message: ProgramsAnswers.exchange(method: "REPLY", prefix: "Elfogadva", status: "ACCEPTED", more: ""),
                sender: "eva.kovacs@contoso.example", participation: .accepted),
            Program(
                testDescription: "Exchange, another time proposed",
                message: ProgramsAnswers.exchange(
                    method: "COUNTER", prefix: "=?iso-8859-2?Q?=DAj_id=F5pont?=", status: "TENTATIVE",
                    more: "\nX-MS-OLK-ORIGINALSTART;TZID=Central Europe Standard Time:20270121T123000"),
                sender: "eva.kovacs@contoso.example", method: .counter, participation: .tentative,
                proposed: "2027-01-21T14:00:00Z"),
            Program(
                testDescription: "Apple Mail", message: ProgramsAnswers.apple, sender: "renee@icloud.example",
                participation: .declined),
            Program(
                testDescription: "Thunderbird", message: ProgramsAnswers.thunderbird, participation: .tentative,
                comment: "Vielleicht etwas später, und dann mit Tee."),
            Program(testDescription: "Evolution", message: ProgramsAnswers.evolution, participation: .accepted),
        ])
    func programs(program: Program) throws {
        let sender = try EmailAddress(program.sender)
        #expect(
            try Incoming.answer(program.message)
                == CalendarAnswer(
                    method: program.method, uid: "4f1d2c@meridian", organizer: EmailAddress(Incoming.contact),
                    attendee: sender, sequence: 1, stamp: #require(Instant(rfc3339: "2026-12-02T10:15:00Z")),
                    participation: program.participation, comment: program.comment,
                    proposedStart: program.proposed.flatMap(Instant.init(rfc3339:))))
        let mail = Incoming.read(program.message)
        #expect(mail.sender == sender)
        #expect(mail.recipients == [try EmailAddress(Incoming.contact)])
    }

    @Test("has its subject decoded over two words, and says who vouches for it")
    func subject() {
        let mail = Incoming.read(ProgramsAnswers.gmail)
        #expect(
            mail.subject
                == "Accepted: Nova core reviewer training · Asia, week 3 @ Thu Jan 21, 2027 17:00 - 18:00 (IST)")
        #expect(mail.isAuthentic)
        #expect(!Incoming.read(ProgramsAnswers.evolution).isAuthentic)
    }

    @Test(
        "is read in every charset that we read",
        arguments: [
            ("UTF-8", String.Encoding.utf8, "Zoë"), ("utf8", .utf8, "Zoë"), ("ISO-8859-1", .isoLatin1, "Zoë"),
            ("windows-1252", .windowsCP1252, "Zoë – 5 €"), ("UTF-16", .utf16, "Zoë 名前"),
            ("utf-16le", .utf16LittleEndian, "Zoë 🍵"), ("UTF-16BE", .utf16BigEndian, "Zoë 🍵"),
            ("us-ascii", .ascii, "Zoe"),
        ])
    func charsets(name: String, encoding: String.Encoding, comment: String) throws {
        let content = try #require(Incoming.reply("COMMENT:\(comment)").data(using: encoding))
        let text = Incoming.message(
            "Content-Type: text/calendar; charset=\"\(name)\"", "Content-Transfer-Encoding: base64",
            body: content.base64EncodedString() + "\n")
        #expect(try Incoming.answer(text).comment == comment)
    }

    @Test("has the euro where ISO-8859-15 has it")
    func latin9() throws {
        let text = Incoming.message(
            "Content-Type: text/calendar; charset=iso-8859-15", "Content-Transfer-Encoding: quoted-printable",
            body: Incoming.reply("COMMENT:5 #A4 #BD").replacing("=", with: "=3D").replacing("#", with: "="))
        #expect(try Incoming.answer(text).comment == "5 € œ")
    }

    @Test(
        "is refused for what its part claims",
        arguments: [
            ("text/calendar; method=REQUEST", "its calendar part is sent as REQUEST, but says METHOD:REPLY"),
            ("text/calendar; method=COUNTER", "its calendar part is sent as COUNTER, but says METHOD:REPLY"),
            ("text/plain", "it holds an answer to an invitation in a part that is sent as text/plain"),
            (
                "text/calendar; method=REPLY; method=COUNTER",
                "it holds an answer to an invitation in a part whose Content-Type cannot be read"
            ),
            ("text/calendar; charset=UTF-8\nContent-Type: text/plain", "it has more than one content-type field"),
        ])
    func claims(type: String, reason: String) {
        let mail = Incoming.read(Incoming.calendar(Incoming.reply("COMMENT:Zoë = 3"), type: type))
        #expect(mail.content == .damagedAnswer(reason))
    }

    @Test("counts when its UTF-16 is cut within a character after it", arguments: [[0xD8], [0xD8, 0x3C]])
    func cut(rest: [UInt8]) throws {
        let content = try #require(Incoming.reply().data(using: .utf16BigEndian)) + rest
        let text = Incoming.message(
            "Content-Type: text/calendar; charset=utf-16", "Content-Transfer-Encoding: base64",
            body: content.base64EncodedString())
        #expect(try Incoming.answer(text).participation == .accepted)
    }

    @Test(
        "is refused for what it says, with the reason",
        arguments: [
            ("METHOD:REPLY", "METHOD:REQUEST", "its calendar part is METHOD:REQUEST, no answer to an invitation"),
            ("METHOD:REPLY", "METHOD:CANCEL", "its calendar part is METHOD:CANCEL, no answer to an invitation"),
            ("METHOD:REPLY\n", "", "it has no METHOD"),
            (
                "END:VCALENDAR", "",
                "its calendar part cannot be read: line 1: the VCALENDAR that begins here has no END"
            ),
            ("PARTSTAT=ACCEPTED", "PARTSTAT=COMPLETED", "its PARTSTAT “COMPLETED” is not ACCEPTED, DECLINED"),
        ])
    func content(old: String, new: String, reason: String) throws {
        let text = Incoming.calendar(
            Incoming.reply().replacing(old, with: new), type: "text/calendar")
        #expect(try #require(Incoming.refusal(text)).hasPrefix(reason))
    }

    @Test("is the same twice, but not two that differ")
    func several() throws {
        let (yes, no) = (Incoming.reply(), Incoming.reply().replacing("ACCEPTED", with: "DECLINED"))
        func mail(_ contents: String...) -> String {
            "From: priya@example.net\nTo: \(Incoming.contact)\n"
                + Incoming.multipart(contents.map { "Content-Type: text/calendar\n\n\($0)" })
        }
        #expect(try Incoming.answer(mail(yes, yes)).participation == .accepted)
        #expect(Incoming.refusal(mail(yes, no)) == "it holds several answers that differ")
        let request = Incoming.reply(method: "REQUEST")
        #expect(try Incoming.answer(mail(request, no)).participation == .declined)
        #expect(
            Incoming.refusal(mail(request, "BEGIN"))
                == "its calendar part is METHOD:REQUEST, no answer to an invitation")
    }

    @Test("without ORGANIZER goes to the one address it was sent to, and to nobody if there are two")
    func organizer() throws {
        let text = Incoming.calendar(Incoming.reply(organizer: nil))
        #expect(try Incoming.answer(text).organizer?.description == Incoming.contact)
        let several = text.replacing("To: ", with: "To: other@example.org, ")
        #expect(try Incoming.answer(several).organizer == nil)
    }

    @Test("is not taken from a message within the message, and known to be there")
    func forwarded() {
        func content(_ inner: String) -> IncomingMail.Content {
            let part = "Content-Type: message/rfc822\n\n" + inner
            return Incoming.read("From: priya@example.net\n" + Incoming.multipart([part])).content
        }
        let there = IncomingMail.Content.damagedAnswer(
            "it holds an answer to an invitation in a message that it forwards")
        #expect(content(Incoming.calendar(Incoming.reply())) == there)
        #expect(content(Incoming.calendar(Incoming.reply(), type: "text/plain")) == there)
        #expect(
            content(
                "From: a@example.net\n"
                    + Incoming.multipart(["Content-Type: text/calendar\n\n\(Incoming.reply())"], boundary: "b2"))
                == there)
        // Our own invitation, as people send it on.
        #expect(
            content(Incoming.calendar(Incoming.reply(method: "REQUEST"), type: "text/calendar; method=REQUEST"))
                == .unusable("it holds no answer to an invitation"))
        #expect(content("Subject: Hello\n\nHello\n") == .unusable("it holds no answer to an invitation"))
    }

    @Test(
        "that is sent as something else is not taken, and is no words",
        arguments: [
            "text/plain", "text/plain; charset=utf-8; method=REPLY", "text/html", "application/octet-stream",
            "application/json", "what", "text/calendar; method=REQUEST", "text/calendar; method=PUBLISH",
        ])
    func elsewhere(type: String) {
        for method in ["REPLY", "COUNTER"] {
            let answer = Incoming.reply(method: method)
            let mails = [
                Incoming.calendar(answer, type: type),
                Incoming.message(
                    "Content-Type: \(type)", "Content-Transfer-Encoding: base64", body: Incoming.base64(answer)),
                Incoming.message("Auto-Submitted: auto-generated", "Content-Type: \(type)", body: answer),
            ]
            for text in mails {
                let mail = Incoming.read(text)
                guard case .damagedAnswer = mail.content else {
                    Issue.record("\(mail.content)")
                    continue
                }
                #expect(mail.words == nil, "\(mail.words?.text ?? "")")
            }
        }
    }

    @Test("that stands below what somebody wrote leaves their words, and another's invitation is no answer")
    func belowWords() {
        let mail = Incoming.read(Incoming.message(body: "I cannot come.\n\n" + Incoming.reply()))
        #expect(
            mail.content == .damagedAnswer("it holds an answer to an invitation in a part that is sent as text/plain"))
        #expect(mail.words?.text == "I cannot come.")
        let request = Incoming.read(Incoming.message(body: Incoming.reply(method: "REQUEST")))
        #expect(request.content == .unusable("it holds no answer to an invitation"))
    }
}
