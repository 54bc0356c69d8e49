import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

/// In these seasons weeks 1, 4, 7 and 10 meet; week 4 is frozen first, then those after it.
@Suite("A postponed meeting")
struct PostponedTests {
    private static let four = "2027-01-25..2027-01-31"
    private static let five = "2027-02-01..2027-02-07"
    private static let six = "2027-02-08..2027-02-14"

    private func program(
        announce: Int = 6, regions: String = "asia", cadence: String = "every-region", capacity: Int = 2,
        freezes: String = ""
    ) -> String {
        small(
            weeks: 12, cadence: "\(cadence)\nmeets: every-3-weeks\nwhen-frozen: postpone", capacity: capacity,
            announce: announce, freezes: freezes, regions: regions)
    }

    private func code(_ week: Int, _ region: String = "asia") -> String { "nova-202701-w0\(week)-\(region)" }

    /// A published season, and ann, bob and cyd in a session, as far as it has seats.
    private func season(_ yaml: String, in session: String) async throws -> Fixture {
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob", "cyd"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: session)
        }
        return fixture
    }

    @discardableResult
    private func freeze(
        _ days: String, _ reason: String, regions: [Region] = [], _ fixture: Fixture
    ) async throws -> FreezeView {
        try await fixture.service.ask(
            AddFreeze(program: "nova", days: DayRange(days), reason: reason, regions: regions))
    }

    private func postponed(_ plan: PlanView) -> [String]? { plan.postponed?.map { $0.inWords(calling: nil) } }

    @Test(
        "that is postponed again keeps its seats and its queue, whether they were taken before the first freeze or after it",
        arguments: [6, 1], [true, false])
    func again(announce: Int, isFrozenLater: Bool) async throws {
        let first = "{ from: 2027-01-25, to: 2027-01-31, reason: one }"
        let fixture = try await season(
            program(announce: announce, freezes: isFrozenLater ? "" : first), in: code(isFrozenLater ? 4 : 5))
        if isFrozenLater {
            try await freeze(Self.four, "one", fixture)
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(try await fixture.people(in: code(5)) == ["ann", "bob", "(cyd)"])
        #expect(try await freeze(Self.five, "two", fixture).remarks == ["postpones week 4 to week 6"])
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.changes.map { "\($0.session) \($0.kind)" } == ["\(code(5)) dropped", "\(code(6)) new"])
        #expect(plan.changes.first?.to == code(6))
        #expect(plan.told > 0)
        #expect(try await fixture.people(in: code(6)) == ["ann", "bob", "(cyd)"])
        #expect(
            try await fixture.session(code(5)).cancellation
                == "frozen: two; postponed to week 6, as \(code(6)), with its seats and its queue")
        #expect(try await fixture.service.plan("nova", publish: true).changes.isEmpty)
    }

    @Test("of one region alone is postponed again with its seats, and no other region's moves")
    func ofOneRegion() async throws {
        let fixture = try await season(program(regions: "asia, europe"), in: code(4))
        _ = try await fixture.enroll("cyd", in: code(4, "europe"))
        for (days, reason) in [(Self.four, "one"), (Self.five, "two")] {
            try await freeze(days, reason, regions: [.asia], fixture)
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(try await fixture.people(in: code(6)) == ["ann", "bob", "(cyd)"])
        #expect(try await fixture.people(in: code(4, "europe")) == ["cyd"])
    }

    @Test("keeps its seats where regions take turns")
    func takingTurns() async throws {
        let yaml = program(regions: "asia, europe", cadence: "one-region-a-week")
        let fixture = try await season(yaml, in: code(4, "europe"))
        for (days, reason) in [(Self.four, "one"), (Self.five, "two")] {
            try await freeze(days, reason, fixture)
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(try await fixture.people(in: code(6, "europe")) == ["ann", "bob", "(cyd)"])
    }

    @Test("keeps its seats over New Year and into ISO week 53")
    func overNewYear() async throws {
        let yaml = program().replacing("start: 2027-01-04", with: "start: 2026-12-07")
        let fixture = try await Fixture.with(yaml, now: "2026-12-01T09:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.enroll("ann", in: "nova-202612-w04-asia")
        for (days, reason) in [("2026-12-28..2027-01-03", "week 53"), ("2027-01-04..2027-01-10", "New Year")] {
            try await freeze(days, reason, fixture)
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(try await fixture.people(in: "nova-202612-w06-asia") == ["ann"])
    }

    @Test(
        "keeps its seats while nobody can lead it, but for who leaves meanwhile; “postponed” is said where somebody can",
        arguments: [6, 1])
    func nobodyCanLead(announce: Int) async throws {
        let fixture = try await season(program(announce: announce), in: code(4))
        let away = try await fixture.service.ask(
            AddAway(email: EmailAddress("akira@example.org"), from: day("2027-02-01"), to: day("2027-02-14")))
        try await freeze(Self.four, "one", fixture)
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.changes.map(\.kind) == [.dropped])
        #expect(plan.changes.first?.to == nil)
        #expect(postponed(plan) == ["week 4, Asia: postponed to week 5 (one; nobody can lead it then)"])
        let cancellation = try #require(try await fixture.session(code(4)).cancellation)
        #expect(cancellation.hasPrefix("frozen: one; it would be held in week 5, but no mentor of Asia has a slot"))
        _ = try await fixture.service.ask(Leave(session: code(4)), as: EmailAddress("bob@example.org"))
        _ = try await fixture.service.ask(RemoveAway(away: away.id))
        let next = try await fixture.service.plan("nova", publish: true)
        #expect(postponed(next) == ["week 4, Asia: postponed to week 5 (one)"])
        #expect(try await fixture.people(in: code(5)) == ["ann", "cyd"])
        #expect(next.toldNames.contains("ann") && next.toldNames.contains("cyd"))
    }

    @Test(
        "is about the review that was picked for it, unless another session has picked that meanwhile",
        arguments: [6, 1], [true, false])
    func pick(announce: Int, isPickedElsewhere: Bool) async throws {
        let fixture = try await season(program(announce: announce), in: code(4))
        let akira = Caller.onThisMachine(as: try EmailAddress("akira@example.org"))
        let review = try await fixture.service.ask(
            ProposeReview(program: "nova", url: "https://review.example.org/c/nova/+/7", title: "Resize"),
            as: EmailAddress("akira@example.org"))
        _ = try await fixture.service.ask(PickReview(session: code(4), choice: .number(review.id)), by: akira)
        _ = try await fixture.service.ask(
            NoteQuestions(session: code(4), text: "Who locks it?"), by: akira)
        let away = try await fixture.service.ask(
            AddAway(email: EmailAddress("akira@example.org"), from: day("2027-02-01"), to: day("2027-02-14")))
        try await freeze(Self.four, "one", fixture)
        _ = try await fixture.service.plan("nova", publish: true)
        if isPickedElsewhere {
            _ = try await fixture.service.ask(PickReview(session: code(7), choice: .number(review.id)), by: akira)
        }
        _ = try await fixture.service.ask(RemoveAway(away: away.id))
        _ = try await fixture.service.plan("nova", publish: true)
        let pick = try await fixture.session(code(5)).review
        #expect(pick?.id == (isPickedElsewhere ? nil : review.id))
        #expect(pick?.questions == (isPickedElsewhere ? nil : ["Who locks it?"]))
        guard !isPickedElsewhere else { return }
        // It goes wherever the meeting goes.
        try await freeze(Self.five, "two", fixture)
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session(code(6)).review?.id == review.id)
    }

    @Test("is not said to be postponed to a week that is too near to its mentor's next turn")
    func tooNear() async throws {
        let yaml = program().replacing("every-3-weeks", with: "every-2-weeks").replacing(
            "min-gap-weeks: 1", with: "min-gap-weeks: 2")
        let fixture = try await season(yaml, in: code(3))
        let remarks = try await freeze("2027-01-18..2027-01-24", "one", fixture).remarks
        #expect(remarks == ["postpones week 3 to week 4, but nobody can lead it then"])
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.uncovered.map(\.week) == [4])
        #expect(
            try await fixture.session(code(3)).cancellation
                == "frozen: one; it would be held in week 4, but everybody with a slot that week would lead again within 2 weeks"
        )
    }

    @Test("that was held already, or was called off, is not said to be postponed by a freeze of its week")
    func settled() async throws {
        let fixture = try await season(program(), in: code(4))
        _ = try await fixture.service.ask(CancelSession(session: code(4), reason: "flu"))
        #expect(try await freeze(Self.four, "one", fixture).remarks == [])
    }

    @Test("that is announced stays the meeting when its own week is frozen no more, and that is said everywhere")
    func takenBack() async throws {
        let fixture = try await season(program(), in: code(4))
        let one = try await freeze(Self.four, "one", fixture)
        _ = try await fixture.service.plan("nova", publish: true)
        let removed = try await fixture.service.ask(RemoveFreeze(freeze: one.id))
        #expect(
            removed.remarks == ["week 4 does not meet again: \(code(5)) is announced, and stays its meeting"])
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.changes.isEmpty && plan.uncovered.isEmpty)
        #expect(
            postponed(plan) == ["week 4, Asia: held in week 5, as \(code(5)) (announced before week 4 was free)"])
        #expect(try await fixture.session(code(4)).status == .cancelled)
        #expect(try await fixture.session(code(5)).status == .announced)
        #expect(
            try await fixture.service.ask(ExplainSession(session: "nova-w04-asia")).reasons == [
                "nobody leads it: its meeting is held in week 5, as \(code(5))"
            ])
        // Once it is called off by hand its meeting is lost, as any is.
        _ = try await fixture.service.ask(CancelSession(session: code(5), reason: "flu"))
        #expect(try await fixture.service.plan("nova", publish: true).changes.isEmpty)
        #expect(
            try await fixture.service.ask(ExplainSession(session: "nova-w04-asia")).reasons == [
                "nobody leads it: its meeting was to be held in week 5, but \(code(5)) was called off"
            ])
    }

    @Test("that is tentative goes back to its own week with those who are in it by now, and nobody who has left it")
    func goesBack() async throws {
        let fixture = try await season(program(announce: 1), in: code(4))
        let one = try await freeze(Self.four, "one", fixture)
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(Leave(session: code(5)), as: EmailAddress("bob@example.org"))
        let removed = try await fixture.service.ask(RemoveFreeze(freeze: one.id))
        #expect(removed.remarks == ["week 4 meets again, and week 5 no more"])
        let said = try await fixture.service.plan("nova", publish: false)
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(said.changes == plan.changes && said.toldNames == plan.toldNames)
        #expect(try await fixture.people(in: code(4)) == ["ann", "cyd"])
        #expect(try await fixture.people(in: code(5)) == [])
        #expect(
            try await fixture.session(code(5)).cancellation
                == "held in week 4, as \(code(4)), with its seats and its queue")
        #expect(plan.postponed == nil)
    }

    @Test("that is left out after all keeps its seats for the week that is free again first")
    func leftOutAfterAll() async throws {
        let fixture = try await season(program(), in: code(4))
        try await freeze(Self.four, "one", fixture)
        _ = try await fixture.service.plan("nova", publish: true)
        let rest = try await freeze("2027-02-01..2027-02-14", "rest", fixture)
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(
            try await fixture.session(code(5)).cancellation
                == "frozen: rest; left out, since no week is free before the next meeting in week 7")
        _ = try await fixture.service.ask(RemoveFreeze(freeze: rest.id))
        try await freeze(Self.five, "two", fixture)
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.people(in: code(6)) == ["ann", "bob", "(cyd)"])
    }

    @Test("puts nobody out of a seat though the program has fewer by now")
    func fewerSeats() async throws {
        let fixture = try await season(program(capacity: 3), in: code(4))
        try await fixture.apply(program())
        try await freeze(Self.four, "one", fixture)
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.people(in: code(5)) == ["ann", "bob", "cyd"])
        #expect(try await fixture.session(code(5)).capacity == 3)
    }

    @Test("cannot be reinstated in the week from which it went, nor in the one from which it went back")
    func reinstating() async throws {
        for (announce, off, on) in [(6, 4, 5), (1, 5, 4)] {
            let fixture = try await season(program(announce: announce), in: code(4))
            let one = try await freeze(Self.four, "one", fixture)
            _ = try await fixture.service.plan("nova", publish: true)
            _ = try await fixture.service.ask(RemoveFreeze(freeze: one.id))
            _ = try await fixture.service.plan("nova", publish: true)
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.service.ask(ReinstateSession(session: code(off)))
            }
            #expect(refusal?.description.hasSuffix("\(code(on)) is held instead") == true)
        }
    }
}
