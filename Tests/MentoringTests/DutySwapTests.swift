import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("Volunteering for a duty, and swapping its weeks")
struct DutySwapTests {
    private func season(by volunteers: [String] = ["ana", "bo", "chi"], announce: Int = 2) async throws -> Fixture {
        let file = triage(weeks: 6, by: volunteers).replacing("announce-weeks: 4", with: "announce-weeks: \(announce)")
        let fixture = try await Fixture.with(file)
        _ = try await fixture.service.plan("nova", publish: true)
        return fixture
    }

    private func turns(_ fixture: Fixture) async throws -> [DutyTurnView] {
        try #require(try await fixture.service.ask(ListDuties(program: "nova")).first).turns
    }

    private func who(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    @Test("an offer asks the others who are there, and changes nothing until one of them takes it")
    func offer() async throws {
        let fixture = try await season()
        let turn = try #require(try await turns(fixture).first)
        let others = ["ana", "bo", "chi"].filter { $0 != turn.volunteer.name }
        _ = try await fixture.service.ask(AddAway(email: who(others[0]), days: DayRange(from: turn.to, to: turn.to)))
        let mails = try await fixture.mail().count
        let offer = try await fixture.service.ask(OfferDutyTurn(turn: turn.code), as: who(turn.volunteer.name))
        #expect(offer.candidates.map { "\($0.volunteer) \($0.turns)" } == ["\(others[1]) 2"])
        #expect(try await fixture.mail(after: mails) == ["offered \(turn.code) → \(others[1])"])
        #expect(try await turns(fixture).map(\.isOffered) == [true, false, false, false, false, false])
        #expect(try await turns(fixture).first?.volunteer == turn.volunteer)
        let conflict = try await #require(throws: Refusal.self) {
            try await fixture.service.ask(AcceptDutyTurn(turn: turn.code), as: who(others[0]))
        }
        #expect(conflict.description == "\(others[0]) is away in that week")
        let taken = try await fixture.service.ask(AcceptDutyTurn(turn: turn.code), as: who(others[1]))
        #expect((taken.turn.volunteer.name, taken.turn.sequence, taken.told) == (others[1], 1, 2))
        #expect(
            try await fixture.mail(after: mails + 1) == [
                "relieved \(turn.code) → \(turn.volunteer.name)", "entrusted \(turn.code) → \(others[1])",
            ])
        let again = try await #require(throws: Refusal.self) {
            try await fixture.service.ask(AcceptDutyTurn(turn: turn.code), as: who(others[1]))
        }
        #expect(again.description == "\(turn.code) is not offered to anybody")
        // Planning leaves it to them.
        #expect(try await fixture.service.plan("nova", publish: true).duties.first?.changes == [])
    }

    @Test(
        "of whoever was merely named a week at another program's duty is told as a day off, and once they have spoken as a duty"
    )
    func elsewhere() async throws {
        let fixture = try await Fixture.with(triage(by: ["ana"]).replacing("program: nova", with: "program: swift"))
        _ = try await fixture.service.plan("swift", publish: true)
        try await fixture.apply(triage(by: ["ana"]))
        let taken = try #require(
            try await fixture.service.ask(ListDuties(program: "swift")).first?.turns.first(where: { $0.week > 1 })?.week
        )
        func reason() async throws -> String? {
            try await fixture.service.plan("nova", publish: false).duties.first?.uncovered.first { $0.week == taken }?
                .reason
        }
        #expect(try await reason() == "everybody is away (ana)")
        _ = try await fixture.join("ana")
        #expect(try await reason() == "nobody is free that week (ana has another duty)")
    }

    @Test("whoever was asked as well is told that it is settled")
    func settled() async throws {
        let fixture = try await season()
        let turn = try #require(try await turns(fixture).first)
        let others = ["ana", "bo", "chi"].filter { $0 != turn.volunteer.name }
        _ = try await fixture.service.ask(OfferDutyTurn(turn: turn.code), as: who(turn.volunteer.name))
        let mails = try await fixture.mail().count
        let taken = try await fixture.service.ask(AcceptDutyTurn(turn: turn.code), as: who(others[0]))
        #expect(taken.told == 3)
        #expect(
            try await fixture.mail(after: mails).filter { $0.hasPrefix("withdrawn") } == [
                "withdrawn \(turn.code) → \(others[1])"
            ])
    }

    @Test("a week that is not announced yet stays with whoever took it, which whoever had offered it is told")
    func tentative() async throws {
        let fixture = try await season()
        let turn = try #require(try await turns(fixture).last)
        let taker = try #require(["ana", "bo", "chi"].first { $0 != turn.volunteer.name })
        _ = try await fixture.service.ask(OfferDutyTurn(turn: turn.code, to: who(taker)), as: who(turn.volunteer.name))
        let mails = try await fixture.mail().count
        #expect(try await fixture.service.ask(AcceptDutyTurn(turn: turn.code), as: who(taker)).told == 1)
        #expect(try await fixture.mail(after: mails) == ["handedOver \(turn.code) → \(turn.volunteer.name)"])
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await turns(fixture).last?.volunteer.name == taker)
    }

    @Test("is refused to those whom it does not concern, and once the week has begun")
    func refused() async throws {
        let fixture = try await season()
        let turn = try #require(try await turns(fixture).first)
        let (owner, others) = (turn.volunteer.name, ["ana", "bo", "chi"].filter { $0 != turn.volunteer.name })
        func refusal(_ body: () async throws -> DutyOfferView) async throws -> Refusal.Reason {
            try await #require(throws: Refusal.self) { _ = try await body() }.reason
        }
        let service = fixture.service
        #expect(
            try await refusal { try await service.ask(OfferDutyTurn(turn: "nova-202701-w99-triage"), as: who(owner)) }
                == .notFound)
        #expect(
            try await refusal { try await service.ask(OfferDutyTurn(turn: turn.code), as: who(others[0])) }
                == .notAllowed)
        #expect(
            try await refusal {
                try await service.ask(OfferDutyTurn(turn: turn.code, to: who("akira")), as: who(owner))
            }
                == .conflict)
        _ = try await service.ask(OfferDutyTurn(turn: turn.code, to: who(others[0])), as: who(owner))
        #expect(
            try await refusal { try await service.ask(OfferDutyTurn(turn: turn.code), as: who(owner)) } == .conflict)
        #expect(
            try await refusal { try await service.ask(AcceptDutyTurn(turn: turn.code), as: who(others[1])) }
                == .notAllowed)
        #expect(
            try await refusal { try await service.ask(WithdrawDutyTurn(turn: turn.code), as: who(others[0])) }
                == .notAllowed)
        let mails = try await fixture.mail().count
        let withdrawn = try await service.ask(WithdrawDutyTurn(turn: turn.code), as: who(owner))
        #expect((withdrawn.turn.isOffered, withdrawn.told) == (false, 1))
        #expect(try await fixture.mail(after: mails) == ["withdrawn \(turn.code) → \(others[0])"])
        _ = try await service.ask(OfferDutyTurn(turn: turn.code), as: who(owner))
        try fixture.clock.set("2027-01-04T00:00:00Z")
        #expect(
            try await refusal { try await service.ask(AcceptDutyTurn(turn: turn.code), as: who(others[0])) }
                == .conflict)
    }

    @Test("nobody else being there is said with everybody's reason")
    func nobody() async throws {
        let fixture = try await season(by: ["ana"])
        let turn = try #require(try await turns(fixture).first)
        let refusal = try await #require(throws: Refusal.self) {
            try await fixture.service.ask(OfferDutyTurn(turn: turn.code), as: who("ana"))
        }
        #expect(refusal.description == "nobody else could take \(turn.code)")
    }

    @Test("a participant volunteers from the next plan on, and is told what is theirs when they stop; twice is as once")
    func volunteering() async throws {
        let fixture = try await season(by: [], announce: 6)
        let ann = try await fixture.join("ann")
        let stranger = try await #require(throws: Refusal.self) {
            try await fixture.service.ask(VolunteerForDuty(program: "nova", duty: "triage"), as: who("zed"))
        }
        #expect(stranger.reason == .notFound)
        let typo = try await #require(throws: Refusal.self) {
            try await fixture.service.ask(VolunteerForDuty(program: "nova", duty: "triag"), as: ann)
        }
        #expect(typo.description.contains("triage"))
        let first = try await fixture.service.ask(VolunteerForDuty(program: "nova", duty: "triage"), as: ann)
        #expect(try await fixture.service.ask(VolunteerForDuty(program: "nova", duty: "triage"), as: ann) == first)
        _ = try await fixture.service.plan("nova", publish: true)
        let stopped = try await fixture.service.ask(StopVolunteering(program: "nova", duty: "triage"), as: ann)
        #expect(stopped.announced == (try await turns(fixture).map(\.code)))
        #expect(!stopped.announced.isEmpty && !stopped.isVolunteer)
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(StopVolunteering(program: "nova", duty: "triage"), as: ann)
        }
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.duties.first?.changes.map(\.kind) == stopped.announced.map { _ in .dropped })
        #expect(plan.duties.first?.uncovered.first?.reason == "nobody volunteers")
    }

    @Test("whoever is only a volunteer by a program's file takes part: they take turns at its other duties, too")
    func listedVolunteer() async throws {
        let fixture = try await Fixture.with(
            triage(by: ["ana"]) + "\n  - { name: welcome, title: Welcoming, volunteers: [] }\n")
        let ana = try who("ana")
        func offered() async throws -> [String] {
            try await fixture.service.volunteering(of: ana).map { "\($0.program) \($0.duty) \($0.isTheirs)" }
        }
        #expect(try await offered() == ["nova triage true", "nova welcome false"])
        for duty in ["triage", "welcome"] {
            let result = try await fixture.service.ask(VolunteerForDuty(program: "nova", duty: duty), as: ana)
            #expect(result.isVolunteer)
        }
        #expect(try await offered() == ["nova triage true", "nova welcome true"])
        for duty in ["triage", "welcome"] {
            _ = try await fixture.service.ask(StopVolunteering(program: "nova", duty: duty), as: ana)
        }
        // Whoever takes turns at nothing takes no part, and is shown nothing that would be refused.
        #expect(try await offered() == [])
        let gone = try await #require(throws: Refusal.self) {
            try await fixture.service.ask(VolunteerForDuty(program: "nova", duty: "welcome"), as: ana)
        }
        #expect(gone.reason == .notAllowed && gone.description.contains("takes no part in nova"))
    }
}
