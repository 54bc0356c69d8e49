import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import Testing
import TimeZoneCatalog

@Suite("Two Meridians, of which each organizes the other's program")
struct TwoMeridiansTests {
    /// A server with one program, and who organizes it.
    private struct Server {
        let name: String
        let store: SQLiteStore
        let service: TrainingService

        init(_ name: String, organizer: String) async throws {
            self.name = name
            store = try SQLiteStore.inMemory()
            let zones = TimeZoneCatalog.shipped
            service = TrainingService(
                store: store, zones: zones, clock: HandClock(try #require(Instant(rfc3339: Cast.now))),
                recurrence: RecurrenceExpander(),
                correspondence: try Mailer(calendar: CalendarEncoder(zones: zones), zones: zones),
                secrets: KeyFile(beside: nil))
            let program = Program(
                name: name, title: name.capitalized, contact: try EmailAddress("\(name)@example.org"), location: "irc",
                season: try Season(start: try #require(LocalDate(iso: Cast.start)), weeks: 4), cadence: .everyRegion,
                minutes: 60, capacity: 2, regions: [.europe], announceWeeks: 2)
            let address = try EmailAddress(organizer)
            try await store.write { transaction in
                try transaction.save(program)
                try transaction.addOrganizer(address, to: program.name)
            }
        }

        func receive(_ bytes: [UInt8]) async throws -> ReceivedMail {
            try await service.receive(bytes, with: MailReader(zones: .shipped))
        }

        func mails() async throws -> [OutboxMessage] { try await store.read { try $0.outbox([.pending]) } }
    }

    /// Whatever a mail system on the way does to a mail that was sent on.
    @Test(
        "send on what somebody wrote once, whatever is taken off it on the way",
        arguments: [
            [], ["Auto-Submitted"], ["X-Meridian-Forwarded"], ["Auto-Submitted", "Message-ID"],
            ["X-Meridian-Forwarded", "Message-ID"],
        ])
    func circle(stripped: [String]) async throws {
        let nova = try await Server("nova", organizer: "glance@example.org")
        let glance = try await Server("glance", organizer: "nova@example.org")
        var mail = AnswerMail.words(
            from: "ada@example.net", to: "nova@example.org", subject: "Hello",
            at: try #require(Instant(rfc3339: Cast.now)))
        var count = 0
        for server in [nova, glance, nova, glance] {
            _ = try await server.receive(mail)
            let sent = try await server.mails()
            count = try await nova.mails().count + glance.mails().count
            guard let last = sent.last else { break }
            let lines = String(decoding: last.bytes, as: UTF8.self).components(separatedBy: "\r\n")
            mail = Array(
                lines.filter { line in !stripped.contains { line.hasPrefix("\($0):") } }.joined(separator: "\r\n").utf8)
        }
        #expect(count == 1)
        #expect(try await nova.mails().map(\.recipient.description) == ["glance@example.org"])
        // It is not lost there either.
        let kept = try await glance.store.read { try $0.mailSetAside().map(\.sender) }
        #expect(kept == ["nova@example.org"])
    }

    @Test("answer no automatic reply to what they sent on, and stop at their own address")
    func replies() async throws {
        let nova = try await Server("nova", organizer: "nova@example.org")
        let words = AnswerMail.words(
            from: "ada@example.net", to: "nova@example.org", subject: "Hello",
            at: try #require(Instant(rfc3339: Cast.now)))
        #expect(try await nova.receive(words).outcome == .forwarded)
        let own = try #require(try await nova.mails().last)
        let stripped = String(decoding: own.bytes, as: UTF8.self).replacing(
            "Auto-Submitted: auto-generated\r\n", with: ""
        )
        .replacing("X-Meridian-Forwarded: nova.meridian.example.org\r\n", with: "")
        let again = try await nova.receive(Array(stripped.utf8))
        #expect(again.reason == "it comes from nova@example.org, which is our own address")
        let away = "From: grace@example.org\r\nTo: nova@example.org\r\nAuto-Submitted: auto-replied\r\n\r\nAway\r\n"
        #expect(try await nova.receive(Array(away.utf8)).outcome == .setAside)
        #expect(try await nova.mails().count == 1)
    }
}
