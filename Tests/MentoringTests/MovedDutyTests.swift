import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Weeks of a duty of somebody who moves to another address")
struct MovedDutyTests {
    private let old: EmailAddress
    private let new: EmailAddress

    init() throws {
        old = try EmailAddress("kim@example.org")
        new = try EmailAddress("kim@new.example.net")
    }

    private func secret(_ purpose: String, _ fixture: Fixture) async throws -> String {
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        return String(decoding: try #require(mails.last { $0.subject == "move: \(purpose)" }).bytes, as: UTF8.self)
    }

    /// Subject, addressee and content of the mails about weeks of duties, beyond the first ones.
    private func mails(after count: Int, _ fixture: Fixture) async throws -> [String] {
        try await fixture.store.read { try $0.outbox([.pending]) }.dropFirst(count)
            .filter { $0.subject.hasSuffix("-triage") }
            .map { "\($0.subject) → \($0.recipient): \(String(decoding: $0.bytes, as: UTF8.self))" }
    }

    @Test("go on being theirs, and both addresses read just that, with a higher SEQUENCE; and so when it is undone")
    func moved() async throws {
        let fixture = try await Fixture.with(triage(by: ["kim"]))
        _ = try await fixture.service.plan("nova", publish: true)
        let turns = { try await fixture.store.read { try $0.dutyTurns(of: "nova") } }
        let before = try await turns().filter { $0.status == .announced }
        try #require(!before.isEmpty)
        _ = try await fixture.service.ask(MovePerson(old: old, new: new))
        var count = try await fixture.mail().count
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        for (sequence, from, to) in [(1, old, new), (2, new, old)] {
            let told = try await mails(after: count, fixture)
            #expect(
                told
                    == before.flatMap { turn in
                        [
                            "leftAddress \(turn.code) → \(from): leftAddress \(sequence)",
                            "readdressed \(turn.code) → \(to): readdressed \(sequence)",
                        ]
                    })
            let after = try await turns().filter { $0.status == .announced }
            #expect(after.map(\.uid) == before.map(\.uid))
            #expect(after.allSatisfy { $0.sequence == sequence && $0.person.name == "kim" })
            guard sequence == 1 else { break }
            count = try await fixture.mail().count
            _ = try await fixture.service.ask(UndoMove(secret: secret("undo", fixture)))
        }
    }

    @Test("are told of to nobody as long as they are only planned")
    func tentative() async throws {
        let file = triage(weeks: 8, by: ["ana", "kim"]).replacing("announce-weeks: 4", with: "announce-weeks: 1")
        let fixture = try await Fixture.with(file)
        _ = try await fixture.service.plan("nova", publish: true)
        let turns = { try await fixture.store.read { try $0.dutyTurns(of: "nova") } }
        let planned = try await turns().filter { $0.status == .tentative }
        _ = try await fixture.service.ask(MovePerson(old: old, new: new))
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        let after = try await turns().filter { $0.status == .tentative }
        try #require(planned.contains { $0.person.name == "kim" })
        #expect(after.map(\.sequence) == planned.map(\.sequence))
    }
}
