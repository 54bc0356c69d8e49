import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing

@Suite("People of one name in a program")
struct ToldApartTests {
    private static let code = "nova-202701-w01-asia"
    private static let addresses: Set = ["ada1@example.org", "ada2@example.org", "ada3@example.org"]

    /// Three called Ada Doe, of whom two have the seats and one waits, before Bo, who has his name alone.
    private func season() async throws -> Fixture {
        let fixture = try await Fixture.with(small(capacity: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        for (address, name) in [("ada1", "Ada Doe"), ("ada2", "Ada Doe"), ("ada3", "Ada Doe"), ("bo", "Bo")] {
            _ = try await fixture.join(address, called: name)
            _ = try await fixture.enroll(address, in: Self.code)
        }
        return fixture
    }

    /// Akira, who leads the session, and may see nobody's address.
    private func akira(_ fixture: Fixture) async throws -> Client {
        let token = try await fixture.service.ask(CreateToken(email: EmailAddress("akira@example.org"))).token
        return fixture.client(try #require(try await fixture.service.principal(token: token)))
    }

    @Test("are called by their addresses where an organizer reads of them, in every answer")
    func organizer() async throws {
        let fixture = try await season()
        let service = fixture.service
        let off = try await service.ask(CancelSession(session: Self.code, reason: "ill", dryRun: true))
        let told = try #require(off.effects?.toldNames)
        #expect(told.contains("Akira") && !told.contains("Ada Doe"))
        #expect(Set(told).isSuperset(of: ["ada1@example.org", "ada2@example.org"]))
        let removed = try await service.ask(
            RemoveTrainee(program: "nova", email: EmailAddress("ada1@example.org"), dryRun: true))
        #expect(removed.person == "ada1@example.org")
        #expect(removed.effects.contains { $0.person == "ada3@example.org" && $0.what == "moves up to a seat" })
        let progress = try await service.ask(ListProgress(program: "nova")).map(\.name)
        #expect(Set(progress) == Self.addresses.union(["Bo"]))
        let queue = try await service.ask(ShowHealth(program: "nova")).queues.first { $0.session == Self.code }
        #expect(queue?.names == ["ada3@example.org", "Bo"])
        let ledger = try await service.ask(ReportSeason(program: "nova")).ledger.trainees.map(\.trainee)
        #expect(Set(ledger) == Self.addresses.union(["Bo"]))
        try fixture.clock.set("2027-01-05T10:00:00Z")
        let seen = try await service.ask(
            RecordAttendance(session: Self.code, present: [EmailAddress("ada1@example.org")]))
        #expect((seen.present, seen.missed) == (["ada1@example.org"], ["ada2@example.org"]))
    }

    @Test("are told apart as mentors, too, where a season or its plan says who leads which turn")
    func mentors() async throws {
        let fixture = try await Fixture.with(small())
        for name in ["kim1", "kim2"] {
            let address = try EmailAddress("\(name)@example.org")
            _ = try await fixture.service.ask(
                AddMentor(program: "nova", name: name, email: address, zone: "Asia/Seoul", minGapWeeks: 1))
            _ = try await fixture.service.ask(PublishSlot(program: "nova", mentor: address, when: "Tue 18:00"))
            // Who would be called as another is refused now; those who were before are there.
            try await fixture.store.write { transaction in
                let person = try #require(try transaction.person(address))
                try transaction.save(
                    Introduction(program: "nova", person: person.id, name: "Kim Lee", zone: person.zone))
            }
        }
        let plan = try await fixture.service.ask(PlanSeason(program: "nova", publish: true))
        let kims: Set = ["kim1@example.org", "kim2@example.org"]
        #expect(Set(plan.fairness.map(\.mentor)) == kims.union(["Akira", "Zoe", "Joao"]))
        let led = try #require(plan.after).map(\.mentor)
        #expect(led.count == plan.sessions.count && !led.contains("Kim Lee"))
        for share in plan.fairness { #expect(led.count { $0 == share.mentor } == share.turns) }
        #expect(!kims.isDisjoint(with: led))
        let again = try await fixture.service.ask(PlanSeason(program: "nova"))
        #expect(again.before.map { Set($0.map(\.mentor)) } == Set(led))
        let report = try await fixture.service.ask(ReportSeason(program: "nova"))
        #expect(Set(report.ledger.mentors.map(\.mentor)) == Set(plan.fairness.map(\.mentor)))
        #expect(Set(report.turns.compactMap(\.mentor)) == Set(led))
    }

    @Test("have a mark behind it for whoever may not see addresses, by which they can be named, too")
    func mentor() async throws {
        let fixture = try await season()
        let akira = try await akira(fixture)
        let off = try await akira.ask(CancelSession(session: Self.code, reason: "ill", dryRun: true))
        let told = try #require(off.effects?.toldNames)
        let progress = try await akira.ask(ListProgress(program: "nova")).map(\.name)
        for names in [told, progress] {
            let marked = names.filter { $0.hasPrefix("Ada Doe-") }
            #expect(marked.count >= 2 && Set(marked).count == marked.count)
            #expect(!names.contains("Ada Doe") && !names.contains { $0.contains("@") })
        }
        #expect(progress.contains("Bo"))
        for name in progress {
            _ = try await akira.ask(ShowProgress(program: "nova", person: name))
        }
    }

    @Test("that differ stand as they are, also of who takes part no more")
    func unique() async throws {
        let fixture = try await season()
        for address in ["ada1", "ada2"] {
            _ = try await fixture.service.ask(
                RemoveTrainee(program: "nova", email: EmailAddress("\(address)@example.org")))
        }
        let removed = try await fixture.service.ask(
            RemoveTrainee(program: "nova", email: EmailAddress("ada3@example.org")))
        #expect(removed.person == "Ada Doe" && removed.effects.allSatisfy { $0.person != "ada3@example.org" })
    }
}
