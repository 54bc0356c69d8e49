import Foundation
import Mentoring
import MentoringService
import Testing

@Suite("An answer that arrives damaged")
struct IncomingDamageTests {
    @Test(
        "in whichever charset counts, and its words are decoded",
        arguments: [
            ("iso-2022-jp", "1B 24 42 4C 3E 1B 28 42", "名"), ("gb2312", "C3 FB", "名"), ("Big5", "A6 57", "名"),
            ("euc-kr", "C7 D1", "한"), ("ks_c_5601-1987", "C7 D1", "한"), ("Shift_JIS", "96 BC", "名"),
            ("euc-jp", "CC BE", "名"), ("KOI8-R", "DA", "з"), ("windows-1250", "9A", "š"), ("windows-1251", "C7", "З"),
            ("iso-8859-2", "B9", "š"), ("iso-8859-7", "E1", "α"), ("tis-620", "A1", "ก"),
            ("utf-7", "2B 56 41 30 2D", "名"),
            ("us-ascii", "C3 AB", "ë"), ("x-klingon", "C3 AB", "ë"), ("utf-8", "EB", "\u{FFFD}"),
            ("iso-2022-jp-3", "41", "A"), ("../../x", "41", "A"),
        ])
    func charsets(name: String, hex: String, words: String) throws {
        let bytes = hex.split(separator: " ").compactMap { UInt8($0, radix: 16) }
        let parts = Incoming.calendar(
            Incoming.reply("COMMENT:#"), type: "text/calendar; method=REPLY; charset=\"\(name)\""
        ).split(separator: "#", maxSplits: 1)
        let mail = Incoming.read(Array(parts[0].utf8) + bytes + Array(parts[1].utf8))
        guard case .answer(let answer) = mail.content else {
            Issue.record("\(mail.content)")
            return
        }
        #expect(answer.participation == .accepted)
        #expect(answer.comment == words)
    }

    @Test(
        "by what gateways and lists do to a part counts",
        arguments: [
            ("END:VCALENDAR\n", "END:VCALENDAR\n_____\nThis mail is confidential.\n"),
            ("END:VCALENDAR\n", "END:VCALENDARThis mail is confidential."),
            ("END:VCALENDAR\n", "END:VCALENDAR\n\u{1A}"),
            ("BEGIN:VCALENDAR", "[EXTERNAL]\nBEGIN:VCALENDAR"), ("charset=UTF-8", "charset=UTF-8; charset=\"utf-8\""),
            ("charset=UTF-8", "charset=us-ascii; charset=utf-8"), ("charset=UTF-8", "name=my answer.ics"),
            ("charset=UTF-8", "charset=UTF-8\nContent-Transfer-Encoding: 8-bit"),
            ("charset=UTF-8", "charset=UTF-8\nContent-Transfer-Encoding: 8bits"),
            ("charset=UTF-8", "charset=UTF-8\nContent-Transfer-Encoding: base64"),
            ("UID:", "X-ENTOURAGE_UUID:1\nUID:"), ("UID:", "DESCRIPTION:Join\nMeeting ID 1\nUID:"),
            ("UID:", "bare\nUID:"), ("UID:", "LOCATION:a\u{B}b\nUID:"), ("UID:", "COMMENT:a\u{B}b\nUID:"),
            ("ORGANIZER:mailto:contact-k3v9q@example.org", "ORGANIZER:invalid:nomail"),
            (
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:",
                "ATTENDEE;PARTSTAT=DECLINED:mailto:other@example.net\nATTENDEE;PARTSTAT=ACCEPTED:mailto:"
            ),
            (
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:priya@example.net",
                "ATTENDEE;EMAIL=priya@example.net;PARTSTAT=ACCEPTED:urn:uuid:1"
            ),
        ])
    func gateways(old: String, new: String) throws {
        let text = Incoming.calendar(Incoming.reply())
        #expect(text.contains(old))
        let answer = try Incoming.answer(text.replacing(old, with: new))
        #expect((answer.participation, answer.attendee.description) == (.accepted, "priya@example.net"))
    }

    @Test("of somebody who sends another is a no")
    func delegated() throws {
        let answer = try Incoming.answer(
            Incoming.calendar(
                Incoming.reply(
                    attendee: """
                        ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:bob@example.net":mailto:priya@example.net
                        ATTENDEE;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM="mailto:priya@example.net":mailto:bob@example.net
                        """)))
        #expect(answer.participation == .declined)
    }

    @Test(
        "so that nobody can tell what it says is no answer, and said to be one",
        arguments: [
            ("END:VEVENT\n", ""), ("SEQUENCE:1", "SEQUENCE:x"), ("UID:4f1d2c@meridian", "UID:1\nUID:2"),
            (
                "ATTENDEE;PARTSTAT=ACCEPTED:",
                "ATTENDEE;PARTSTAT=DECLINED:mailto:priya@example.net\nATTENDEE;PARTSTAT=ACCEPTED:"
            ),
            ("BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nBEGIN:VCALENDAR"), ("ACCEPTED", "PERHAPS"),
        ])
    func hopeless(old: String, new: String) {
        let content = Incoming.read(Incoming.calendar(Incoming.reply()).replacing(old, with: new)).content
        guard case .damagedAnswer = content else {
            Issue.record("\(content)")
            return
        }
    }
}
