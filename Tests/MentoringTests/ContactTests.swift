import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A program that gets another contact")
struct ContactTests {
    /// Mails that say which contact stands in the organizer address of a week's event.
    private struct Organizers: Correspondence {
        func message(_ notice: Notice, with links: MailLinks) throws -> OutboxMessage {
            var subject = "else"
            if case .duty(let notice) = notice {
                subject = "\(notice.occasion) \(notice.turn.contact?.localPart ?? "nobody")"
            }
            return OutboxMessage(recipient: notice.reader, subject: subject, bytes: [], created: notice.date)
        }
    }

    private func another(_ file: String) -> String { file.replacing("contact@example.org", with: "school@example.org") }

    private func organizer(of name: String, _ code: String, _ fixture: Fixture) async throws -> String {
        let shown = try await fixture.client().ask(ShowInvitation(session: code, attendee: "\(name)@example.org"))
        let text = shown.calendar.replacing("\r\n ", with: "")
        return try #require(text.firstMatch(of: /ORGANIZER.*mailto:([^\r]*)/)).output.1.description
    }

    @Test("calls off and moves what calendars hold by the organizer address that they know, and invites by its own")
    func sessions() async throws {
        let file = small(weeks: 2, regions: "asia, europe")
        let fixture = try await Fixture.with(file)
        _ = try await fixture.service.plan("nova", publish: true)
        let (first, second) = ("nova-202701-w01-asia", "nova-202701-w02-asia")
        for name in ["ann", "bob"] { _ = try await fixture.join(name) }
        for code in [first, second] { _ = try await fixture.enroll("ann", in: code) }
        let known = try await (organizer(of: "ann", first, fixture), organizer(of: "ann", second, fixture))
        #expect(known.0.hasPrefix("contact-") && known.1.hasPrefix("contact-"))
        try await fixture.apply(another(file))
        _ = try await fixture.service.ask(MoveSession(session: first, to: local("2027-01-06T17:00")))
        _ = try await fixture.service.ask(CancelSession(session: second, reason: "Ill"))
        #expect(try await organizer(of: "ann", first, fixture) == known.0)
        #expect(try await organizer(of: "ann", second, fixture) == known.1)
        _ = try await fixture.enroll("bob", in: first)
        #expect(try await organizer(of: "bob", first, fixture).hasPrefix("school-"))
        // Whoever leaves and comes back knows the same one.
        _ = try await fixture.service.ask(Leave(session: first), as: EmailAddress("ann@example.org"))
        _ = try await fixture.enroll("ann", in: first)
        #expect(try await organizer(of: "ann", first, fixture) == known.0)
    }

    @Test("takes a week of a duty back by the organizer address that a calendar knows, and gives it by its own")
    func duties() async throws {
        let file = triage(by: ["kim", "ana"])
        let fixture = try await Fixture.with(file)
        _ = try await fixture.service.plan("nova", publish: true)
        try await fixture.apply(another(triage(by: ["ana"])), prune: true)
        let count = try await fixture.mail().count
        let service = TrainingService(
            store: fixture.store, zones: .shipped, clock: fixture.clock, recurrence: RecurrenceExpander(),
            correspondence: Organizers(), secrets: KeyFile(beside: nil), changes: fixture.servers)
        _ = try await service.plan("nova", publish: true)
        let told = Set(try await fixture.mail(after: count))
        #expect(told.contains("relieved contact → kim") || told.contains("cancelled contact → kim"), "\(told)")
        #expect(told.allSatisfy { !$0.contains("school → kim") })
        #expect(told.filter { $0.hasPrefix("entrusted") }.allSatisfy { $0 == "entrusted school → ana" }, "\(told)")
    }
}
