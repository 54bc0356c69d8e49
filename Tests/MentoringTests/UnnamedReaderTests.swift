import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Whoever was taken out of a program is written to by their name")
struct UnnamedReaderTests {
    /// Mails that say who reads them.
    private struct Envelopes: Correspondence {
        func message(_ notice: Notice, with links: MailLinks) throws -> OutboxMessage {
            let name =
                switch notice {
                case .session(let notice): notice.invitation.person.name
                case .duty(let notice): notice.person.name
                case .letter(let letter): letter.reader.name
                default: "somebody"
                }
            return OutboxMessage(
                recipient: notice.reader, subject: "to \(name)", bytes: [], created: notice.date)
        }
    }

    private func service(_ fixture: Fixture) -> TrainingService {
        TrainingService(
            store: fixture.store, zones: .shipped, clock: fixture.clock, recurrence: RecurrenceExpander(),
            correspondence: Envelopes(), secrets: KeyFile(beside: nil), changes: fixture.servers)
    }

    private func readers(after count: Int, _ fixture: Fixture) async throws -> Set<String> {
        Set(try await fixture.mail(after: count))
    }

    @Test("of a week of a duty, taken out by a command or by the file")
    func duty() async throws {
        for (isPruned, leaving, name) in [(true, "kim", "kim"), (false, "akira", "Akira")] {
            let fixture = try await Fixture.with(triage(by: [leaving, "ana"]))
            _ = try await fixture.service.plan("nova", publish: true)
            if isPruned {
                try await fixture.apply(triage(by: ["ana"]), prune: true)
            } else {
                _ = try await fixture.service.ask(
                    RemoveMentor(program: "nova", email: EmailAddress("\(leaving)@example.org")))
            }
            let count = try await fixture.mail().count
            _ = try await service(fixture).plan("nova", publish: true)
            let told = try await readers(after: count, fixture)
            #expect(told.contains("to \(name) → \(leaving)"), "\(told)")
            #expect(told.allSatisfy { !$0.contains(PersonName.nobodyYet) })
        }
    }

    @Test("of a session that is moved before it is planned again, which says who leads it no more without a name")
    func session() async throws {
        let fixture = try await Fixture.with(small(weeks: 2, regions: "asia, europe"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: EmailAddress("akira@example.org")))
        let count = try await fixture.mail().count
        let moved = try await service(fixture).ask(
            MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-06T17:00")))
        #expect(try await readers(after: count, fixture) == ["to Akira → akira"])
        #expect(!(moved.note ?? "").contains(PersonName.nobodyYet), "\(moved.note ?? "")")
    }

    @Test("and nobody is called so", arguments: ["somebody to be named", "to be named", "To Be Named", "to-be-named"])
    func refused(name: String) async throws {
        let fixture = try await Fixture.with(small(weeks: 2, regions: "asia, europe"))
        let akira = try EmailAddress("akira@example.org")
        #expect(throws: BadInput.self) { try PersonName.validated(name) }
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(SetMentor(program: "nova", email: akira, name: name))
        }
        await #expect(throws: (any Error).self) {
            try await fixture.apply(small(weeks: 2, regions: "asia, europe").replacing("Akira", with: name))
        }
    }
}
