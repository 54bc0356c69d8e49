import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("Planning the weeks of a duty")
struct DutyPlanTests {
    @Test("weeks are shared evenly, never two in a row, and volunteers are told of those within reach")
    func shared() async throws {
        let fixture = try await Fixture.with(triage(weeks: 12, by: ["ana", "bo", "chi", "dan"]))
        let duty = try await fixture.plan().duty
        #expect(duty.fairness.map(\.turns) == [3, 3, 3, 3])
        #expect(duty.uncovered == [])
        #expect((duty.changes.count, duty.announced) == (12, 4))
        #expect(zip(duty.turns, duty.turns.dropFirst()).allSatisfy { $0.volunteer != $1.volunteer })
        #expect(
            duty.turns.map(\.status) == Array(repeating: .announced, count: 4) + Array(repeating: .tentative, count: 8))
        let given = duty.turns.prefix(4).map { "entrusted \($0.code) → \($0.volunteer.name)" }
        #expect(try await fixture.mail().filter { $0.contains("triage") } == given)
    }

    @Test("the season's report says how many weeks each has and which are nobody's, before and after publishing alike")
    func report() async throws {
        let away = "{ from: 2027-01-11, to: 2027-01-12 }"
        let fixture = try await Fixture.with(triage(weeks: 4, by: ["akira"], away: away))
        let shown = try await fixture.service.ask(ReportSeason(program: "nova")).duties
        let duty = try await fixture.plan().duty
        #expect(shown.map(\.title) == [duty.title])
        #expect(shown.first?.fairness == duty.fairness && duty.fairness.map(\.turns) == [2])
        #expect(shown.first?.uncovered == duty.uncovered && duty.uncovered.map(\.week) == [2, 3])
        #expect(try await fixture.service.ask(ReportSeason(program: "nova")).duties == shown)
    }

    @Test("weeks that passed without being announced are counted, and announced to nobody afterwards")
    func missed() async throws {
        let fixture = try await Fixture.with(triage(weeks: 8, by: ["ana", "bo"]))
        _ = try await fixture.plan()
        #expect(try await fixture.service.missedSessions() == [])
        try fixture.clock.set("2027-02-10T09:00:00Z")
        let missed = try #require(try await fixture.service.missedSessions().first)
        // Week 5 of the duty is over; in week 6, which has begun, two sessions were to be held by now.
        #expect(missed.dutyWeeks == 1)
        #expect(missed.first.contains("-w05-"))
        #expect(try await fixture.service.plan("nova", publish: false).missed == missed)
        let mails = try await fixture.mail().count
        _ = try await fixture.plan()
        #expect(try await fixture.mail().dropFirst(mails).allSatisfy { !$0.contains("w05") })
        #expect(try await fixture.service.missedSessions().first?.dutyWeeks == 1)
        let shown = try await fixture.service.ask(ListDuties(program: "nova")).first?.turns.first { $0.week == 5 }
        #expect(shown?.statusInWords == "not held" && shown?.notHeld == true && shown?.isOffered == false)
    }

    @Test("publishing twice changes nothing and tells nobody the second time")
    func idempotent() async throws {
        let fixture = try await Fixture.with(triage(weeks: 8, by: ["ana", "bo", "chi"]))
        let shown = try await fixture.service.plan("nova", publish: false)
        let first = try await fixture.service.plan("nova", publish: true)
        #expect(first.duties.first?.changes == shown.duties.first?.changes)
        #expect(first.told == shown.told)
        let mails = try await fixture.mail().count
        let second = try await fixture.plan()
        #expect((second.duty.changes, second.plan.told) == ([], 0))
        #expect(second.duty.turns == first.duties.first?.turns)
        #expect(try await fixture.mail().count == mails)
    }

    @Test(
        "a week that nobody can have says why",
        arguments: [
            ([], "", "nobody volunteers"),
            (["ana"], "", "for the only volunteer it lies within 2 weeks of another turn"),
            (["akira"], "{ from: 2027-01-10, to: 2027-01-11 }", "everybody is away (Akira)"),
        ])
    func uncovered(volunteers: [String], away: String, reason: String) async throws {
        let fixture = try await Fixture.with(triage(weeks: 2, by: volunteers, away: away))
        let duty = try await fixture.plan().duty
        #expect(Set(duty.uncovered.map(\.reason)) == [reason])
        #expect(duty.uncovered.map(\.week) == (volunteers == ["ana"] ? [duty.turns[0].week == 1 ? 2 : 1] : [1, 2]))
    }

    @Test("nobody has two duties in one week, in one program or in two; leading in it is no obstacle")
    func oneDutyAWeek() async throws {
        let one = triage(weeks: 4, by: ["akira", "ana"])
        let fixture = try await Fixture.with(one)
        _ = try await fixture.plan()
        try await fixture.apply(one.replacing("program: nova", with: "program: other"))
        let other = try #require(try await fixture.service.plan("other", publish: true).duties.first)
        let turns = try await fixture.service.plan("nova", publish: true).duties.flatMap(\.turns)
        for turn in turns {
            let same = other.turns.first { $0.week == turn.week }
            #expect(same?.volunteer.name != turn.volunteer.name)
        }
        #expect(turns.count == 4 && other.turns.count == 4)
        // Who has not spoken there would be away.
        for name in ["Akira", "ana"] {
            _ = try await fixture.service.ask(
                JoinProgram(
                    program: "other", name: name, email: EmailAddress("\(name.lowercased())@example.org"),
                    zone: "Asia/Tokyo"))
        }
        let mine = try #require(other.turns.last)
        let who = try EmailAddress("\(mine.volunteer.name.lowercased())@example.org")
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(OfferDutyTurn(turn: mine.code), as: who)
        }
        #expect(refusal?.description.contains("has another duty in that week") == true)
    }

    @Test("who has another duty is said where a week is nobody's")
    func nobodyFree() async throws {
        let one = triage(weeks: 1, by: ["ana"])
        let fixture = try await Fixture.with(one)
        _ = try await fixture.plan()
        try await fixture.apply(one.replacing("program: nova", with: "program: other"))
        _ = try await fixture.service.ask(
            JoinProgram(program: "other", name: "ana", email: EmailAddress("ana@example.org"), zone: "Etc/UTC"))
        let other = try #require(try await fixture.service.plan("other", publish: true).duties.first)
        #expect(other.uncovered.map(\.reason) == ["nobody is free that week (ana has another duty)"])
    }

    @Test("a week is frozen when all of it is frozen for everybody, and takes nobody's turn")
    func frozen() async throws {
        let freezes = """
            { from: 2027-01-11, to: 2027-01-17, reason: release }, { from: 2027-01-18, to: 2027-01-23, reason: most },
            { from: 2027-01-25, to: 2027-01-31, reason: new year, regions: [asia] }
            """
        let fixture = try await Fixture.with(triage(weeks: 5, by: ["ana", "bo"], freezes: freezes))
        let duty = try await fixture.plan().duty
        #expect(duty.turns.map(\.week) == [1, 3, 4, 5])
        #expect(duty.uncovered == [])
        #expect(duty.fairness.map(\.turns) == [2, 2])
    }

    @Test("the last week of a year with 53 weeks goes to the next in line like any other")
    func week53() async throws {
        let fixture = try await Fixture.with(triage(start: "2026-12-21", weeks: 4, by: ["ana", "bo"]))
        let duty = try await fixture.plan().duty
        #expect(duty.turns.map(\.from) == (try ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"].map(day)))
        #expect(zip(duty.turns, duty.turns.dropFirst()).allSatisfy { $0.volunteer != $1.volunteer })
        #expect(duty.turns[1].to == (try day("2027-01-03")))
    }

    @Test("a mentor who volunteers has no week of the duty in which they lead, if others can have it")
    func beside() async throws {
        let file = triage(weeks: 6, by: ["akira", "ana", "bo"]).replacing(
            "Tue 17:00", with: "Tue 17:00\", until: \"2027-01-26")
        let fixture = try await Fixture.with(
            file.replacing("min-gap-weeks: 1, max-per-month: 5,\n      slots", with: "min-gap-weeks: 2,\n      slots"))
        let (plan, duty) = try await fixture.plan()
        let led = Set(plan.sessions.filter { $0.mentor.name == "Akira" }.map(\.week))
        #expect(led.count == 2)
        #expect(duty.fairness.map(\.turns) == [2, 2, 2])
        #expect(!duty.turns.contains { $0.volunteer.name == "Akira" && led.contains($0.week) })
    }

    /// What is said of weeks that somebody has no more.
    private static func effect(of lost: [DutyTurnView]) -> String {
        guard !lost.isEmpty else { return "" }
        let (codes, told) = (lost.map(\.code), lost.filter { $0.status == .announced }.map(\.code))
        func named(_ codes: [String]) -> String {
            [codes.dropLast().joined(separator: ", "), codes.last ?? ""].filter { !$0.isEmpty }
                .joined(separator: " and ")
        }
        return ", who has \(named(codes)) no more once the season is planned again"
            + (told.isEmpty ? "" : ", and is told of \(told == codes ? "that" : named(told))")
    }

    @Test("what a file takes from its volunteers is said of each, week by week, before it is done")
    func effects() async throws {
        let names = ["ana", "bo", "chi", "dan", "eli", "flo"]
        let file = { triage(weeks: 5, by: $0).replacing("announce-weeks: 4", with: "announce-weeks: 1") }
        let fixture = try await Fixture.with(file(names))
        let turns = try await fixture.plan().duty.turns
        var kinds: Set<Set<Session.Status>> = []
        for name in names {
            let lost = turns.filter { $0.volunteer.name == name }
            kinds.insert(Set(lost.map(\.status)))
            let rest = file(names.filter { $0 != name })
            let changes = try await fixture.apply(rest, prune: true, dryRun: true)
            #expect(
                changes.map(\.description) == ["removed volunteer for Bug triage: \(name)\(Self.effect(of: lost))"])
        }
        // One has a week that was announced, others one that was not, and one has none.
        #expect(kinds == [[.announced], [.tentative], []])
        let none = try await fixture.apply(file([]), prune: true, dryRun: true)
        #expect(none.count { $0.what.contains(" no more once the season is planned again") } == 5)
    }

    @Test("a volunteer who leaves gives up what is to come, and nobody else's week changes")
    func leaving() async throws {
        let fixture = try await Fixture.with(triage(weeks: 8, by: ["ana", "bo", "chi", "dan"]))
        let before = try await fixture.plan().duty
        let mails = try await fixture.mail().count
        let rest = triage(weeks: 8, by: ["bo", "chi", "dan"])
        let said = try await fixture.apply(rest, prune: true).map(\.description)
        let after = try await fixture.plan().duty
        let lost = before.turns.filter { $0.volunteer.name == "ana" }
        #expect(said == ["removed volunteer for Bug triage: ana\(Self.effect(of: lost))"])
        #expect(after.changes.map(\.turn) == lost.map(\.code))
        #expect(after.changes.allSatisfy { $0.kind == .person })
        #expect(after.turns.map(\.uid) == before.turns.map(\.uid))
        let announced = lost.filter { $0.status == .announced }
        #expect(!announced.isEmpty)
        let told = try await fixture.mail(after: mails)
        #expect(told.count { $0.hasPrefix("relieved") && $0.hasSuffix("ana") } == announced.count)
        #expect(told.count { $0.hasPrefix("entrusted") } == announced.count)
        let raised = zip(before.turns, after.turns).filter { $0.sequence != $1.sequence }.map(\.0.code)
        #expect(raised == lost.map(\.code))
    }

    @Test("a freeze cancels an announced week, and its end gives the same event back")
    func cancelled() async throws {
        let fixture = try await Fixture.with(triage(weeks: 4, by: ["ana", "bo"]))
        let before = try await fixture.plan().duty
        let freeze = "{ from: 2027-01-11, to: 2027-01-17, reason: release }"
        try await fixture.apply(triage(weeks: 4, by: ["ana", "bo"], freezes: freeze))
        let frozen = try await fixture.plan().duty
        #expect(frozen.changes.map(\.kind) == [.dropped])
        #expect(try await fixture.mail().last?.hasPrefix("cancelled nova-202701-w02-triage") == true)
        try await fixture.apply(triage(weeks: 4, by: ["ana", "bo"]), prune: true)
        let after = try await fixture.plan().duty
        #expect(after.changes.map(\.kind) == [.new])
        #expect(after.turns.map(\.uid) == before.turns.map(\.uid))
        #expect(after.turns[1].sequence == 2)
    }

    @Test("whoever is away for a day of a week of theirs hears which, and somebody else has it after the next plan")
    func away() async throws {
        let fixture = try await Fixture.with(triage(weeks: 4, by: ["ana", "bo", "chi"]))
        let week = try #require(try await fixture.plan().duty.turns.last)
        let email = try EmailAddress("\(week.volunteer.name)@example.org")
        let away = try await fixture.service.ask(
            AddAway(email: email, days: DayRange(from: week.to, to: week.to.adding(days: 3))))
        #expect(away.affects == [week.code])
        let duty = try await fixture.plan().duty
        #expect(duty.changes.map(\.turn) == [week.code])
        #expect(duty.turns.last?.volunteer != week.volunteer)
    }

    @Test("a week that has begun stays whose it is and is history when it is over; who had more has less next season")
    func seasons() async throws {
        let fixture = try await Fixture.with(triage(weeks: 3, by: ["ana", "bo"]))
        let before = try await fixture.plan().duty
        try fixture.clock.set("2027-01-19T00:00:00Z")
        #expect(try await fixture.plan().duty.turns.map(\.status) == [.held, .held, .announced])
        try fixture.clock.set("2027-01-26T00:00:00Z")
        let next = triage(start: "2027-02-01", weeks: 3, by: ["ana", "bo"])
        try await fixture.apply(next)
        let after = try await fixture.plan().duty
        #expect(before.fairness.map(\.turns) == after.fairness.map(\.turns).reversed())
        #expect(after.fairness.map(\.carry).sorted() == [0, 1])
    }

    @Test("the season stays whoever has been given a week of it, and a duty that ends tells them")
    func ended() async throws {
        let fixture = try await Fixture.with(triage(weeks: 2, by: ["ana", "bo"], regions: "asia"))
        _ = try await fixture.plan()
        for code in ["nova-202701-w01-asia", "nova-202701-w02-asia"] {
            _ = try await fixture.service.ask(CancelSession(session: code, reason: "ill"))
        }
        let next = try await fixture.apply(triage(start: "2027-02-01", weeks: 2, by: ["ana", "bo"], regions: "asia"))
        #expect(next.filter(\.isChange).map(\.description) == ["added season 202702 (2027-02-01, 2 weeks)"])
        let mails = try await fixture.mail().count
        let changes = try await fixture.apply(small(weeks: 2, regions: "asia"), prune: true)
        let weeks = "nova-202701-w01-triage and nova-202701-w02-triage"
        #expect(
            changes.map(\.description) == [
                "removed season 202702 (2027-02-01, 2 weeks)",
                "removed duty Bug triage; ana and bo take turns at it no more; ana and bo are told of \(weeks)",
            ])
        #expect(try await fixture.mail(after: mails).count { $0.hasPrefix("cancelled") } == 2)
        #expect(try await fixture.service.plan("nova", publish: true).duties == [])
    }
}

/// `small`, with a duty and volunteers for it; those who are no mentors are in UTC.
func triage(
    start: String = "2027-01-04", weeks: Int = 4, by volunteers: [String], freezes: String = "", away: String = "",
    regions: String = "asia, europe, americas"
) -> String {
    let mentors = ["akira", "zoe", "joao"]
    let entries = volunteers.map { name in
        mentors.contains(name)
            ? "\(name)@example.org" : "{ name: \(name), email: \(name)@example.org, zone: Etc/UTC }"
    }
    return small(start: start, weeks: weeks, freezes: freezes, regions: regions, away: away) + """

        duties:
          - name: triage
            title: Bug triage
            link: https://bugs.example.org/nova?status=new
            volunteers: [\(entries.joined(separator: ", "))]
        """
}

extension Fixture {
    /// The season published, with its one duty.
    fileprivate func plan() async throws -> (plan: PlanView, duty: DutyPlanView) {
        let plan = try await service.plan("nova", publish: true)
        return (plan, try #require(plan.duties.first))
    }
}
