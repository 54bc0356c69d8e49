import Mentoring
import MentoringAPI
import MentoringService
import ProgramFile
import SeasonPlanning
import Testing

@Suite("What was done is written down")
struct LogTests {
    private let ada = try? EmailAddress("ada@example.org")

    /// A published season in which Ada is a trainee, with an empty tail of the log after the entry that is returned.
    private func season() async throws -> (Fixture, Identifier<LogEntry>) {
        let fixture = try await Fixture.with(small(capacity: 1))
        for name in ["ada", "bob"] { _ = try await fixture.join(name) }
        _ = try await fixture.client().ask(PlanSeason(program: "nova", publish: true))
        let last = try #require(try await fixture.client().ask(ShowWholeLog()).first)
        return (fixture, last.id)
    }

    private func entries(_ fixture: Fixture, after id: Identifier<LogEntry>) async throws -> [LogEntryView] {
        try await fixture.client().ask(ShowLog(program: "nova")).filter { $0.id.rawValue > id.rawValue }.reversed()
    }

    private func line(_ entry: LogEntryView) -> String {
        [
            entry.actor?.description ?? "-", entry.way.rawValue, entry.action, entry.program ?? "-",
            entry.subject ?? "-", entry.fields.joined(separator: "+"),
        ].joined(separator: " ")
    }

    @Test("in the transaction that does it: who, by which way, what, to what, and which fields were given")
    func changes() async throws {
        let (fixture, start) = try await season()
        let her = fixture.client(.machine(as: ada), way: .command)
        let api = fixture.client(.machine(as: ada))
        _ = try await her.ask(Enroll(session: "nova-w01-asia"))
        _ = try await api.ask(Leave(session: "nova-w01-asia"))
        _ = try await her.ask(
            AddFreeze(
                program: "nova", from: day("2027-01-25"), to: day("2027-01-26"), reason: "secret reason"))
        _ = try await her.ask(CancelSession(session: "nova-w02-asia", reason: "secret reason"))
        #expect(
            try await entries(fixture, after: start).map(line) == [
                "ada@example.org command enroll nova nova-w01-asia ",
                "ada@example.org api leave nova nova-w01-asia ",
                "ada@example.org command addFreeze nova nova from+reason+to",
                "ada@example.org command cancelSession nova nova-w02-asia reason",
            ])
        let whole = "\(try await fixture.client().ask(ShowWholeLog(most: 1000)))"
        #expect(!whole.contains("secret reason"))
    }

    @Test("of what is refused, only looked at, rehearsed, or was so already, there is nothing")
    func nothing() async throws {
        let (fixture, start) = try await season()
        let her = fixture.client(.machine(as: ada))
        await #expect(throws: Refusal.self) { try await her.ask(Leave(session: "nova-w01-asia")) }
        await #expect(throws: Refusal.self) { try await her.ask(Enroll(session: "nova-w09-asia")) }
        _ = try await her.ask(ListSessions(program: "nova"))
        _ = try await her.ask(PlanSeason(program: "nova", explain: true))
        _ = try await her.ask(ApplyProgram(text: small(capacity: 5), dryRun: true))
        _ = try await her.ask(AddOrganizer(program: "nova", email: try EmailAddress("ada@example.org")))
        _ = try await her.ask(AddOrganizer(program: "nova", email: try EmailAddress("ada@example.org")))
        #expect(
            try await entries(fixture, after: start).map(line) == [
                "ada@example.org api addOrganizer nova nova ada@example.org "
            ])
    }

    @Test("a program's file, a token and what is removed stand in the log of their program")
    func places() async throws {
        let (fixture, start) = try await season()
        let machine = fixture.client(way: .command)
        _ = try await machine.ask(ApplyProgram(text: small(capacity: 3), file: "nova.yaml"))
        _ = try await machine.ask(CreateToken(email: try EmailAddress("ada@example.org"), program: "nova"))
        let slot = try #require(try await machine.ask(ListSlots(program: "nova")).first)
        _ = try await machine.ask(WithdrawSlot(slot: slot.id))
        #expect(
            try await entries(fixture, after: start).map(line) == [
                "- command applyProgram nova - file+text",
                "- command createToken nova - email+program",
                "- command withdrawSlot nova \(slot.id) ",
            ])
    }

    @Test("what comes by itself says so, and names the session")
    func byItself() async throws {
        let (fixture, _) = try await season()
        _ = try await fixture.enroll("ada", in: "nova-w02-asia")
        _ = try await fixture.enroll("bob", in: "nova-w02-asia")
        let carl = try await fixture.join("carl")
        _ = try await fixture.service.enroll(carl, in: "nova-w02-asia", addresses: fixture.addresses)
        let start = try #require(try await fixture.client().ask(ShowWholeLog()).first).id
        _ = try await fixture.client(.machine(as: ada)).ask(Leave(session: "nova-w02-asia"))
        try fixture.clock.set("2027-01-11T20:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(
            try await entries(fixture, after: start).map(line) == [
                "ada@example.org api leave nova nova-w02-asia ",
                "- itself passOnSeat nova nova-w02-asia ",
            ])
    }

    @Test("is read page by page, and by nobody but those who may")
    func reading() async throws {
        let (fixture, _) = try await season()
        let client = fixture.client()
        let all = try await client.ask(ShowWholeLog())
        var paged: [LogEntryView] = []
        while let page = Optional(try await client.ask(ShowWholeLog(most: 1, before: paged.last?.id))), !page.isEmpty {
            paged += page
        }
        #expect(paged == all)
        #expect(paged.map(\.id.rawValue) == paged.map(\.id.rawValue).sorted(by: >))
        await #expect(throws: Refusal.self) { try await client.ask(ShowLog(program: "nowhere")) }
        let token = try await client.ask(CreateToken(email: try EmailAddress("ada@example.org")))
        let hers = fixture.client(try #require(try await fixture.service.principal(token: token.token)))
        await #expect(throws: Refusal.self) { try await hers.ask(ShowLog(program: "nova")) }
        await #expect(throws: Refusal.self) { try await hers.ask(ShowWholeLog()) }
    }
}
