import CivilTime
import Foundation
import Mail
import Mentoring
import MentoringService
import Testing

@Suite("A mail that asks whether it was its reader who wrote")
struct AskingMailTests {
    private func text(
        _ wish: MailMatter.Wish, leads: Bool = false, because reason: AskingLetter.Reason = .unproven,
        link: String? = nil
    ) throws -> String {
        var box = try Letterbox()
        if leads { box.session.mentor = box.reader } else { box.session.mentor.id = Identifier(7) }
        let mail = try box.mailer.message(
            .asking(
                AskingLetter(
                    matter: MailMatter(person: box.reader, session: box.session.id, wish: wish), reason: reason,
                    session: box.session, program: box.program, link: link, date: box.session.revised)))
        let body = String(decoding: mail.bytes, as: UTF8.self).split(
            separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)[1]
        let data = try #require(Data(base64Encoded: body.filter { !$0.isWhitespace }))
        return String(decoding: data, as: UTF8.self)
    }

    @Test(
        "without a link shows the command that does it, as that person",
        arguments: [
            (MailMatter.Wish.enroll, false, "enroll"), (.leave, false, "leave"), (.answer(.declined), false, "leave"),
            (.answer(.declined), true, "swap offer"), (.answer(.accepted), false, "enroll"),
        ])
    func command(wish: MailMatter.Wish, leads: Bool, command: String) throws {
        let shown = "meridian \(command) nova-202701-w03-asia --as priya@example.net"
        #expect(try text(wish, leads: leads).contains(shown))
        #expect(try !text(wish, leads: leads, link: "https://training.example.org/m/abc").contains("--as"))
    }

    @Test(
        "says no reason that is not so",
        arguments: [
            (AskingLetter.Reason.otherPerson, "because it answers for somebody else"),
            (.unreadable, "because its answer is damaged, or of a kind"), (.superseded, "by its own clock it is older"),
            (.declined, "you have declined it, and a maybe"),
        ])
    func reasons(reason: AskingLetter.Reason, words: String) throws {
        let shown = try text(.answer(.accepted), leads: true, because: reason).split(whereSeparator: \.isNewline)
        #expect(shown.joined(separator: " ").contains(words))
    }

    @Test("says which other time it proposes, on its reader's clock")
    func anotherTime() throws {
        let start = try #require(Instant(rfc3339: "2027-01-21T12:30:00Z"))
        #expect(try text(.anotherTime(start)).contains("another time: Thu 21 Jan 18:00"))
        #expect(MailMatter.Wish("\(MailMatter.Wish.anotherTime(start))") == .anotherTime(start))
    }
}
