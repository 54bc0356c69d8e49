import AppResources
import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

@Suite("Why me, why this week")
struct WhyTests {
    private let akira = "name: Akira, email: akira@example.org, zone: Asia/Tokyo, slots: [{ every: \"Tue 17:00\" }]"
    private let mei = "name: Mei, email: mei@example.org, zone: Asia/Tokyo, slots: [{ every: \"Wed 17:00\" }]"

    private func sentences(_ why: WhyView) -> [String] { why.objections.map(\.sentence) }

    @Test("of two who could change places the slot published first decides")
    func tie() async throws {
        let fixture = try await Fixture.with(asia([akira, mei]))
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
        #expect(why.leader?.mentor == "Akira")
        #expect(why.reasons == ["Akira leads 1 turn this season, a fair share being 1 turn"])
        #expect(
            sentences(why) == [
                "Mei leads in week 2, and turns of theirs lie at least 2 weeks apart; with that turn given up, the season would be as good. Of equals the one is taken that uses the slot published first: in week 1 that is Akira’s slot 1 rather than Mei’s slot 2"
            ])
        #expect(why.objections.map(\.ground) == [.tie])
        #expect(why.objections.map(\.rule) == [.gap])
        #expect(why.status == nil)
    }

    @Test("an announced session stays, and what is stored now is told all the same")
    func announced() async throws {
        let fixture = try await Fixture.with(asia([akira, mei]))
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-01-05T07:00:00Z")
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
        #expect(why.status == .announced)
        #expect(
            why.reasons == [
                "it has been announced and stays; what was weighed then is not stored, so this is by what is stored now",
                "Akira leads 1 turn this season, a fair share being 1 turn",
            ])
        // An hour before it begins it could no longer be given away, but then it could.
        #expect(why.objections.map(\.ground) == [.tie])
    }

    @Test("hours that would be worse are told by whose clock and how many")
    func hours() async throws {
        let late = mei.replacing("Wed 17:00", with: "Wed 23:30")
        let fixture = try await Fixture.with(
            asia([akira.replacing("slots", with: "min-gap-weeks: 1, slots"), late]))
        for name in ["ann", "ben"] { _ = try await fixture.join(name, zone: "Asia/Tokyo") }
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w02-asia"))
        let objection = try #require(why.objections.first)
        #expect((objection.ground, objection.level, objection.isProved) == (.level, "misery", true))
        #expect((objection.planned, objection.otherwise) == (0, 8))
        #expect(
            objection.sentence
                == "Mei could lead, but their session would begin at 23:30 for 2 trainees in Tokyo, who have 17:00 now")
        #expect(why.hours.map(\.zone.name) == ["Asia/Tokyo"])
        #expect(why.hours.map(\.hours) == [.humane])
    }

    @Test("a load that would be less even is told in turns and fair shares")
    func load() async throws {
        let free = [akira, mei].map { $0.replacing("slots", with: "min-gap-weeks: 1, max-per-month: 5, slots") }
        let carrying = [free[0], free[1].replacing("name: Mei", with: "name: Mei, weight: 3")]
        let fixture = try await Fixture.with(asia(carrying, weeks: 4))
        let first = try await fixture.service.plan("nova", publish: false).sessions.first { $0.mentor.name == "Akira" }
        let code = try #require(first?.code)
        let why = try await fixture.service.ask(ExplainSession(session: code))
        #expect(why.leader?.fairShare == 1)
        #expect(why.objections.map(\.ground) == [.tie])
        let weeks = try await fixture.service.plan("nova", publish: false).sessions.filter { $0.mentor.name == "Mei" }
        let mine = try await fixture.service.ask(ExplainSession(session: #require(weeks.first?.code)))
        #expect(mine.reasons.last?.hasPrefix("Mei leads 3 turns this season, a fair share being 3 turns; ") == true)
    }

    @Test("who is away, frozen out or without a slot is told so")
    func absent() async throws {
        let fixture = try await Fixture.with(
            asia(
                [
                    akira, mei.replacing("slots", with: "away: [{ from: 2027-01-05, to: 2027-01-07 }], slots"),
                    mei.replacing("Mei", with: "Noa").replacing("mei@", with: "noa@").replacing("Wed", with: "Fri"),
                    mei.replacing("Mei", with: "Ola").replacing("mei@", with: "ola@").replacing(
                        "every: \"Wed 17:00\"", with: "every: \"Wed 17:00\", from: 2027-01-11"),
                ], freezes: "{ from: 2027-01-08, to: 2027-01-08, reason: release }"))
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
        #expect(
            sentences(why) == [
                "Mei is away then: 2027-01-05 to 2027-01-07",
                "Noa’s slot on 2027-01-08 17:00 is on a frozen day: release",
                "Ola has no slot that week",
            ])
        #expect(why.objections.map(\.ground) == [.away, .frozen, .noSlot])
        #expect(
            why.reasons.last
                == "Akira leads 1 turn this season, a fair share being 0.5 turns; nobody else of Asia could lead it")
    }

    @Test("a slot that leaves out the day of the week by an exception is named with the day, also where nobody leads")
    func leftOut() async throws {
        let fixture = try await Fixture.with(
            asia([
                akira.replacing("\"Tue 17:00\"", with: "\"Tue 17:00\", except: [2027-01-12]"),
                mei.replacing("\"Wed 17:00\"", with: "\"Wed 17:00\", except: [2027-01-06, 2027-01-13]"),
            ]))
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
        #expect(sentences(why) == ["Mei’s slot 2 leaves out 2027-01-06"])
        #expect(why.objections.map(\.ground) == [.noSlot])
        let open = try await fixture.service.ask(ExplainSession(session: "nova-202701-w02-asia"))
        #expect(
            open.reasons == [
                "nobody leads it: no mentor of Asia has a slot that can be used that week (Akira has one that slot 1 leaves out, Mei has one that slot 2 leaves out)"
            ])
    }

    @Test("a turn that nobody leads says what stands in everybody's way")
    func uncovered() async throws {
        let fixture = try await Fixture.with(asia([akira]))
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w02-asia"))
        #expect(why.leader == nil)
        #expect(why.reasons == ["nobody leads it: everybody with a slot that week would lead again within 2 weeks"])
        #expect(why.hours.isEmpty)
        #expect(
            sentences(why) == [
                "Akira leads in week 1, and turns of theirs lie at least 2 weeks apart; with that turn given up, the season would be as good. Of equals the one is taken in which the earlier turn, in week 1, has somebody"
            ])
    }

    @Test("frozen weeks, other regions' weeks and weeks outside the season say so")
    func noTurn() async throws {
        let frozen = try await Fixture.with(
            asia([akira], freezes: "{ from: 2027-01-11, to: 2027-01-17, reason: release }"))
        #expect(
            try await frozen.service.ask(ExplainSession(session: "nova-202701-w02-asia")).reasons == [
                "nobody leads it: frozen: release"
            ])
        let asked = try await frozen.service.ask(
            ExplainAbsence(program: "nova", mentor: EmailAddress("akira@example.org"), week: 2))
        #expect((asked.objection.ground, asked.leader) == (.noTurn, nil))
        #expect(asked.objection.sentence == "nobody leads then: frozen: release")
        #expect(Layout.$current.withValue(Layout()) { asked.text } == "nobody leads then: frozen: release")
        await #expect(throws: Refusal(.notFound, "nova has the weeks 1 to 2, and no week 3")) {
            try await frozen.service.ask(
                ExplainAbsence(program: "nova", mentor: EmailAddress("akira@example.org"), week: 3))
        }
        await #expect(throws: Refusal.self) {
            try await frozen.service.ask(ExplainSession(session: "nova-202701-w03-asia"))
        }
        await #expect(throws: Refusal.self) {
            try await frozen.service.ask(ExplainSession(session: "nova-202701-w01-europe"))
        }
        let rotating = try await Fixture.with(small(weeks: 3, cadence: "one-region-a-week"))
        let other = try await rotating.service.ask(
            ExplainAbsence(program: "nova", mentor: EmailAddress("zoe@example.org"), week: 1))
        #expect(other.objection.sentence == "nobody leads then: another region has this week's turn")
    }

    @Test("a mentor is asked about by address or name, and nobody's address is told")
    func whyNot() async throws {
        let fixture = try await Fixture.with(asia([akira, mei]))
        let led = try await fixture.service.ask(ExplainAbsence(program: "nova", mentor: "akira", week: 1))
        #expect((led.objection.ground, led.objection.sentence) == (.leads, "Akira does lead it"))
        let other = try await fixture.service.ask(ExplainAbsence(program: "nova", mentor: "mei@example.org", week: 1))
        #expect((other.objection.ground, other.leader, other.session) == (.tie, "Akira", "nova-202701-w01-asia"))
        await #expect(throws: Refusal.notFound("mentor of nova called", "Mai", nearest: ["Mei"])) {
            try await fixture.service.ask(ExplainAbsence(program: "nova", mentor: "Mai", week: 1))
        }
    }

    @Test("what what is stored has changed since is explained as planning now would have it")
    func replanned() async throws {
        let free = [akira, mei].map { $0.replacing("slots", with: "min-gap-weeks: 1, max-per-month: 5, slots") }
        let fixture = try await Fixture.with(asia(free, weeks: 8))
        let before = try await fixture.service.plan("nova", publish: true)
        let last = try #require(before.sessions.last)
        let email = try EmailAddress("\(last.mentor.name.lowercased())@example.org")
        _ = try await fixture.service.ask(AddAway(email: email, days: DayRange("2027-02-22..2027-02-28")))
        let why = try await fixture.service.ask(ExplainSession(session: last.code))
        #expect(why.leader?.mentor != last.mentor.name)
        #expect(
            why.reasons.first
                == "stored is \(last.mentor.name), \(last.localStart.date) 17:00 Asia/Tokyo; this is what planning now would make of it"
        )
        #expect(why.objections.map(\.ground) == [.away])
    }

    @Test(
        "what planning now would make of a turn is what planning says, with the changes that it makes unless told otherwise"
    )
    func sameAsPlan() async throws {
        let free = [akira, mei].map { $0.replacing("slots", with: "min-gap-weeks: 1, max-per-month: 5, slots") }
        let fixture = try await Fixture.with(asia([free[0]], weeks: 12))
        _ = try await fixture.service.plan("nova", publish: true)
        try await fixture.apply(asia(free, weeks: 12))
        func leaders(_ plan: PlanView) -> [String: String] {
            Dictionary(plan.sessions.map { ($0.code, $0.mentor.name) }) { first, _ in first }
        }
        let steady = leaders(try await fixture.service.plan("nova", publish: false))
        let plan = try await fixture.service.plan("nova", publish: false, changes: nil, explain: true)
        let planned = leaders(plan)
        #expect(planned != steady)
        #expect(plan.price.map { $0.allowed > 0 } == true)
        for (code, name) in planned {
            let why = try await fixture.service.ask(ExplainSession(session: code))
            #expect(why.leader?.mentor == name, "\(code)")
            #expect(why.leader == plan.explanations?.first { $0.session == code }?.leader)
            let isChanged = name != "Akira"
            let stored = plan.sessions.first { $0.code == code }
            // What is announced is told of as it is stored, where Akira leads all of it.
            if stored?.status == .announced { #expect(why.leader?.weeks == Array(1...12)) }
            #expect(why.reasons.contains { $0.hasSuffix("this is what planning now would make of it") } == isChanged)
            let week = try #require(SessionCode(code)?.week)
            let whyNot = try await fixture.service.ask(ExplainAbsence(program: "nova", mentor: name, week: week))
            #expect(whyNot.objection.ground == .leads)
        }
    }

    @Test("a session called off says why")
    func calledOff() async throws {
        let fixture = try await Fixture.with(asia([akira, mei]))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w01-asia", reason: "fire drill"))
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
        #expect(why.reasons.first == "it was called off: fire drill")
        #expect(why.leader == nil)
    }

    @Test("the example season is explained turn by turn, announced turns briefly, without anybody's address")
    func season() async throws {
        let fixture = try await Fixture.with(small(weeks: 6, announce: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        let plan = try await fixture.service.plan("nova", publish: false, explain: true)
        let explanations = try #require(plan.explanations)
        #expect(explanations.count == 18)
        #expect(explanations.filter { $0.status == .announced }.allSatisfy { $0.objections.isEmpty })
        let text = String(decoding: try JSONEncoder().encode(explanations), as: UTF8.self)
        #expect(!text.contains("@"))
        #expect(try await fixture.service.plan("nova", publish: false).explanations == nil)
    }
}
