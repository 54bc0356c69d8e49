import CivilTime
import MentoringAPI
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@testable import Mentoring
@testable import MentoringAPI
@testable import MentoringService
@testable import ProgramFile
@testable import SeasonPlanning

@Suite("Somebody of another program is answered for as a stranger is")
struct StrangerTests {
    /// Ann takes part in swift only, and nobody has the other address.
    private static let addresses = ["ann@example.net", "xyz@example.net"]

    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture.with(triage(by: ["akira", "zoe"]))
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        _ = try await fixture.service.ask(
            JoinProgram(
                program: "swift", name: "Ann Secret", email: EmailAddress("ann@example.net"), zone: "Asia/Tokyo"))
        _ = try await fixture.service.plan("nova", publish: true)
        return fixture
    }

    /// What is said of both addresses, with the address itself left out.
    private func said(
        _ body: (EmailAddress) async throws -> Void
    ) async throws -> [String] {
        var said: [String] = []
        for address in Self.addresses {
            do {
                try await body(EmailAddress(address))
                said.append("nothing")
            } catch let refusal as Refusal {
                said.append("\(refusal.reason) \(refusal)".replacing(address, with: "ADDRESS"))
            }
        }
        return said
    }

    @Test("by attendance, co-leaders, swaps, duties, invitations, progress, reasons and slots")
    func alike() async throws {
        let fixture = try await fixture()
        let service = fixture.service
        let akira = try EmailAddress("akira@example.org")
        try fixture.clock.set("2027-01-05T08:30:00Z")
        let now = fixture.clock.now()
        let duties = try await fixture.store.read { try $0.dutyTurns(of: "nova") }
        let organizer = Caller.onThisMachine(as: nil)
        let cases: [(String, (EmailAddress) async throws -> Void)] = [
            (
                "attend",
                {
                    _ = try await service.ask(
                        RecordAttendance(session: "nova-202701-w01-asia", present: [$0]), by: organizer)
                }
            ),
            (
                "co-lead",
                {
                    _ = try await service.ask(
                        RecordCoLeaders(session: "nova-202701-w01-asia", people: [$0]), by: organizer)
                }
            ),
            ("swap", { _ = try await service.ask(OfferSwap(session: "nova-202701-w02-asia", to: $0), as: akira) }),
            ("invite", { _ = try await service.ask(ShowInvitation(session: "nova-202701-w02-asia", attendee: $0)) }),
            ("progress", { _ = try await service.ask(ShowProgress(program: "nova", person: $0), by: organizer) }),
            ("why-not", { _ = try await service.ask(ExplainAbsence(program: "nova", mentor: $0, week: 2)) }),
            (
                "duty",
                { other in
                    let turn = try #require(duties.first { $0.start > now })
                    _ = try await service.ask(
                        OfferDutyTurn(turn: turn.code.description, to: other), as: turn.person.email)
                }
            ),
            ("nick", { _ = try await service.ask(AddNickname(program: "nova", nickname: "nick", person: $0), as: $0) }),
            ("slots", { _ = try await service.ask(ListSlots(program: "nova", mentor: $0)) }),
        ]
        for (name, body) in cases {
            let said = try await said(body)
            #expect(said[0] == said[1], "\(name)")
            #expect(said[0] != "nothing", "\(name)")
            #expect(!said[0].contains("Ann") && !said[0].contains("@"), "\(name): \(said[0])")
        }
    }

    @Test("no address is suggested, however near it is")
    func suggestions() async throws {
        let fixture = try await fixture()
        let error = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(ListSlots(program: "nova", mentor: EmailAddress("akir@example.org")))
        }
        #expect(error?.description.contains("akira@") == false)
    }

    @Test("why somebody does not lead tells no day on which they are away")
    func absences() async throws {
        let fixture = try await fixture()
        _ = try await fixture.service.ask(
            AddAway(email: EmailAddress("akira@example.org"), days: DayRange("2027-01-11..2027-01-13"), program: "nova")
        )
        let why = try await fixture.service.ask(
            ExplainAbsence(program: "nova", mentor: EmailAddress("akira@example.org"), week: 2))
        #expect(why.objection.sentence == "Akira is away then: 2027-01-11 to 2027-01-13")
        #expect(why.withoutDaysOff.objection.sentence == "Akira is away then")
    }
}
