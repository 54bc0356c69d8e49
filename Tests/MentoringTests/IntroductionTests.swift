import CivilTime
import Persistence
import Testing
import TimeZoneCatalog

@testable import Mentoring

@Suite("An organizer who names an address of another program")
struct IntroductionTests {
    private let ann = "ann@example.net"
    private let stranger = "xyz@example.net"

    /// Ann takes part in swift only; nova's file then names the address as its mentor in Asia and as a volunteer.
    private func fixture(naming address: String) async throws -> (Fixture, [ProgramChange]) {
        let fixture = try Fixture(now: "2026-12-14T09:00:00Z")
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        _ = try await fixture.office.join(
            "swift", name: "Ann Secret", email: EmailAddress(ann), zone: "Asia/Seoul")
        let changes = try await fixture.apply(nova(naming: address))
        return (fixture, changes)
    }

    private func nova(naming address: String, as name: String = "Anneke") -> String {
        triage(by: ["akira", "zoe"])
            .replacing("akira@example.org", with: address)
            .replacing("name: Akira", with: "name: \(name)")
    }

    /// All that nova's organizer is shown of its people once the season is planned and a week of a duty is offered.
    private func shown(
        _ fixture: Fixture, _ changes: [ProgramChange], as address: String
    ) async throws -> [String.SubSequence] {
        let office = fixture.office
        _ = try await office.plan("nova", publish: true)
        let turns = try await fixture.store.read { try $0.dutyTurns(of: "nova") }
        let own = try #require(turns.first { $0.person.email.description == address && $0.code.week > 1 })
        _ = try await office.offerDutyTurn(own.code.description, by: EmailAddress(address), to: nil)
        let again = try await office.addMentor(
            to: "nova", name: "Anneke", email: EmailAddress(address), zone: "Asia/Tokyo",
            terms: MentorTerms(region: nil, weight: nil, minGapWeeks: nil, maxPerMonth: nil))
        var said = "\(changes)\n\(again)\n\(try await office.mentors(of: "nova"))"
        said += "\n\(try await office.document(of: "nova"))"
        let stored = try await fixture.store.read { books in
            let turns = try books.dutyTurns(of: "nova").map(\.person.name)
            return "\(try books.sessions(of: "nova").map(\.mentor.name)) \(turns)"
        }
        said += "\n\(stored)\n\(try await office.report("nova").ledger)"
        said += "\n\(try await office.removeMentor(EmailAddress(address), from: "nova", dryRun: true))"
        let organizer = Caller.onThisMachine(as: nil)
        said += "\n\(try await office.block(EmailAddress(address), in: "nova", by: organizer, dryRun: true))"
        return said.replacing(address, with: "ADDRESS").split(separator: "\n")
    }

    @Test("sees of them what a stranger's address shows: the name and zone of the file")
    func alike() async throws {
        let (known, told) = try await fixture(naming: ann)
        let (unknown, heard) = try await fixture(naming: stranger)
        let seen = try await shown(known, told, as: ann)
        for (line, other) in zip(seen, try await shown(unknown, heard, as: stranger)) {
            #expect(line == other)
            #expect(!line.contains("Secret") && !line.contains("Seoul"))
        }
        #expect(seen.contains { $0.contains("Anneke") })
    }

    @Test("changes neither their name nor their zone, and the file applied again changes nothing")
    func theirs() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        #expect(try await fixture.apply(nova(naming: ann)).isEmpty)
        let person = try await fixture.store.read { try $0.person(EmailAddress(self.ann)) }
        #expect(person?.name == "Ann Secret")
        #expect(person?.zone.name == "Asia/Seoul")
        let renamed = try await fixture.apply(nova(naming: ann, as: "Anne"))
        #expect(renamed.map(\.description) == ["changed person Anne (Asia/Tokyo)"])
        #expect(try await fixture.office.trainees(of: "swift").map(\.name) == ["Ann Secret"])
    }

    @Test("sees their own name once they give it there themself, and it stays theirs")
    func told() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        _ = try await fixture.office.join(
            "nova", name: "Ann Open", email: EmailAddress(ann), zone: "Asia/Seoul")
        func mentor() async throws -> MentorView? {
            try await fixture.office.mentors(of: "nova").first { $0.email.description == ann }
        }
        #expect(try await mentor()?.name == "Ann Open")
        #expect(try await mentor()?.zone.name == "Asia/Seoul")
        try await fixture.apply(nova(naming: ann))
        #expect(try await mentor()?.name == "Ann Open")
    }

    @Test("finds them by the name of the file, and by no other")
    func called() async throws {
        let (fixture, _) = try await fixture(naming: ann)
        let program = try #require(try await fixture.store.read { try $0.program("nova") })
        let found = try await fixture.store.read { try $0.requirePerson(called: "Anneke", in: program) }
        #expect(found.email.description == ann)
        await #expect(throws: Refusal.self) {
            try await fixture.store.read { _ = try $0.requirePerson(called: "Secret", in: program) }
        }
    }
}
