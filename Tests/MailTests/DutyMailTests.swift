import CivilTime
import Foundation
import Mail
import Mentoring
import MentoringService
import Testing

@Suite("The mail about a week of a duty")
struct DutyMailTests {
    @Test(
        "says whose week it is and what can be done, and carries the event",
        arguments: [
            (
                DutyNotice.Occasion.entrusted, "Your week", "REQUEST",
                ["swap offer nova-202701-w03-triage --as priya@example.net", "duty volunteer nova triage --stop"]
            ),
            (.relieved, "No longer your week", "CANCEL", ["no longer yours; Akira Sato has it:"]),
            (
                .readdressed, "At another address", "REQUEST",
                ["comes to this address of yours", "swap offer nova-202701-w03-triage --as priya@example.net"]
            ),
            (.leftAddress, "At another address", "CANCEL", ["goes to another address of yours from now on:"]),
            (
                .offered, "Could you take", nil,
                ["Akira Sato cannot take this week", "swap accept nova-202701-w03-triage --as"]
            ),
            (.withdrawn, "No longer asked", nil, ["nothing is wanted of you. Akira Sato has it:"]),
            (.askerLeft, "No longer asked", nil, ["Who asked takes no turns there any more", "the next plan says"]),
            (.handedOver, "Taken over", nil, ["Akira Sato takes this week, and you need not:"]),
            (.unanswered, "Still yours", nil, ["You asked the others to take this week, and none of them is left:"]),
            (.cancelled, "Cancelled", "CANCEL", ["The reason: the whole week is frozen"]),
        ] as [(DutyNotice.Occasion, String, String?, [String])])
    func text(occasion: DutyNotice.Occasion, heading: String, method: String?, words: [String]) throws {
        let box = try Letterbox()
        let turn = DutyTurn(
            code: DutyCode(program: "nova", season: "202701", week: 3, duty: "triage"),
            season: box.program.season.start, uid: "77aa",
            status: occasion == .cancelled ? .cancelled : .announced,
            person: [.entrusted, .readdressed, .leftAddress].contains(occasion) ? box.reader : box.session.mentor,
            sequence: 2,
            revised: try #require(Instant(rfc3339: "2026-12-02T09:00:00Z")), cancellation: "the whole week is frozen")
        let duty = Duty(name: "triage", title: "Bug triage", link: "https://bugs.example.org/nova")
        let notice = DutyNotice(
            person: box.reader, turn: turn, duty: duty, program: box.program, occasion: occasion, date: turn.revised)
        let mail = try box.mailer.message(.duty(notice))
        #expect(try box.mailer.message(.duty(notice)).bytes == mail.bytes)
        #expect(mail.recipient == box.reader.email)
        #expect(
            mail.subject
                == "\(heading): Nova core reviewer training · Bug triage, week 3 · Mon 18 Jan to Sun 24 Jan")
        let source = String(decoding: mail.bytes, as: UTF8.self)
        #expect(source.contains("text/calendar") == (method != nil))
        #expect(method.map { source.contains("text/calendar; method=\($0); charset=UTF-8") } ?? true)
        #expect(!source.contains("canary"))
        let plain = try #require(try leaves(source).first)
        #expect(
            plain.contains("  Monday 18 January 2027 to Sunday 24 January 2027\r\n  https://bugs.example.org/nova\r\n"))
        for word in words { #expect(plain.contains(word), "\(plain)") }
        #expect(!plain.contains("with \r\n"))
        for leaf in try leaves(source) { #expect(!leaf.contains("canary")) }
    }

    /// What the parts say, in their order.
    private func leaves(_ source: String) throws -> [String] {
        try source.components(separatedBy: "\r\n\r\n").compactMap { block in
            let base64 = block.components(separatedBy: "\r\n--").first ?? ""
            guard base64.count > 76, !base64.contains(" ") else { return nil }
            let data = try #require(Data(base64Encoded: base64, options: .ignoreUnknownCharacters))
            return String(decoding: data, as: UTF8.self)
        }
    }
}
