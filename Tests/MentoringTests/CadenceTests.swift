import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

@Suite("A season that does not meet every week")
struct CadenceTests {
    /// A program of mentors who could lead every week; its rhythm is the lines after its cadence.
    private func program(
        _ meets: String, cadence: String = "every-region", whenFrozen: String = "postpone", weeks: Int = 6,
        announce: Int = 4, freezes: String = ""
    ) -> String {
        small(
            weeks: weeks, cadence: "\(cadence)\nmeets: \(meets)\nwhen-frozen: \(whenFrozen)", announce: announce,
            freezes: freezes)
    }

    /// The regions of the published season by week, `-` for a week without a session.
    private func order(_ fixture: Fixture) async throws -> String {
        let plan = try await fixture.service.plan("nova", publish: true)
        let weeks = try await fixture.service.program("nova").weeks
        return (1...weeks).map { week in
            let regions = plan.sessions.filter { $0.week == week && $0.status != .cancelled }.map {
                String($0.region.rawValue.prefix(2))
            }
            return regions.count == 3 ? "all" : regions.isEmpty ? "-" : regions.joined(separator: "+")
        }.joined(separator: " ")
    }

    private static let third = "{ from: 2027-01-18, to: 2027-01-24, reason: release }"
    private static let thirdOfAsia = "{ from: 2027-01-18, to: 2027-01-24, reason: release, regions: [asia] }"

    @Test(
        "is planned in its meeting weeks, and what is frozen is postponed or left out",
        arguments: [
            ("every-week", "every-region", "postpone", third, "all all - all all all"),
            ("every-2-weeks", "every-region", "postpone", "", "all - all - all -"),
            ("every-2-weeks", "every-region", "skip", third, "all - - - all -"),
            ("every-2-weeks", "every-region", "postpone", third, "all - - all all -"),
            ("every-2-weeks", "every-region", "skip", thirdOfAsia, "all - eu+am - all -"),
            ("every-2-weeks", "every-region", "postpone", thirdOfAsia, "all - eu+am as all -"),
            ("every-3-weeks", "every-region", "postpone", third, "all - - all - -"),
            // The second and fourth Tuesdays are in weeks 2, 4 and 6.
            ("{ weeks-of-month: [2, 4], of: tue }", "every-region", "postpone", third, "- all - all - all"),
            // The fifth Friday of January is in week 4; nobody is asked on that day alone.
            ("{ weeks-of-month: [5], of: fri }", "every-region", "postpone", "", "- - - all - -"),
            // Regions take turns over the weeks that meet, and over a postponed one like any other.
            ("every-2-weeks", "one-region-a-week", "postpone", "", "as - eu - am -"),
            ("every-2-weeks", "one-region-a-week", "skip", third, "as - - - eu -"),
            ("every-2-weeks", "one-region-a-week", "postpone", third, "as - - eu am -"),
            ("every-2-weeks", "one-region-a-week", "postpone", thirdOfAsia, "as - eu - am -"),
        ])
    func turns(meets: String, cadence: String, whenFrozen: String, freezes: String, expected: String) async throws {
        let yaml = program(meets, cadence: cadence, whenFrozen: whenFrozen, freezes: freezes)
        #expect(try await order(.with(yaml)) == expected)
    }

    @Test("says of a week without a meeting which is the next")
    func why() async throws {
        let fixture = try await Fixture.with(program("every-2-weeks", freezes: Self.third))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(
            try await fixture.service.ask(ExplainSession(session: "nova-w02-asia")).reasons == [
                "no meeting that week: nova meets every 2 weeks; the next is week 4"
            ])
        #expect(
            try await fixture.service.ask(ExplainSession(session: "nova-w03-asia")).reasons == [
                "nobody leads it: frozen: release; postponed to week 4"
            ])
        #expect(
            try await fixture.service.ask(ExplainAbsence(program: "nova", mentor: "Zoe", week: 6)).objection.sentence
                == "no meeting that week: nova meets every 2 weeks; there is none after it this season")
        _ = try await fixture.join("ann")
        for (week, words) in [
            ("w02", "no meeting that week: nova meets every 2 weeks; the next is week 4"),
            ("w03", "its week is frozen (release), and its session postponed to week 4"),
        ] {
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.enroll("ann", in: "nova-\(week)-europe")
            }
            #expect(refusal?.description.hasSuffix("is not held: \(words)") == true)
        }
        #expect(try await fixture.enroll("ann", in: "nova-w04-europe").state == .enrolled)
        // That somebody leads it then is not said where nobody does.
        _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: EmailAddress("akira@example.org")))
        _ = try await fixture.service.plan("nova", publish: true)
        let refusal = await #expect(throws: Refusal.self) { try await fixture.enroll("ann", in: "nova-w03-asia") }
        #expect(refusal?.description.hasSuffix("its session would be held in week 4, where none is planned") == true)
    }

    @Test("moves an announced session whose week is frozen, and says so everywhere")
    func postponed() async throws {
        let fixture = try await Fixture.with(program("every-2-weeks"))
        _ = try await fixture.service.plan("nova", publish: true)
        let freeze = AddFreeze(
            program: "nova", from: try day("2027-01-18"), to: try day("2027-01-24"), reason: "release", regions: [.asia]
        )
        #expect(try await fixture.service.ask(freeze).remarks == ["postpones week 3 of Asia to week 4"])
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.postponed?.map { $0.inWords(calling: nil) } == ["week 3, Asia: postponed to week 4 (release)"])
        #expect(plan.changes.map(\.kind) == [.dropped, .new])
        #expect(try await fixture.session("nova-w03-asia").status == .cancelled)
        #expect(try await fixture.session("nova-w04-asia").status == .announced)
        #expect(try await fixture.service.ask(ForecastSeason(program: "nova")).postponed == plan.postponed)
        #expect(try await fixture.service.plan("nova", publish: true).changes.isEmpty)
    }

    @Test(
        "seats and queue go over to the session that is held instead, in their order, and all are told; they come back with it",
        arguments: [2, 4])
    func takenOver(announce: Int) async throws {
        let fixture = try await Fixture.with(program("every-2-weeks", announce: announce))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob", "cat", "dan"] { _ = try await fixture.join(name) }
        for name in ["bob", "ann", "cat"] { _ = try await fixture.enroll(name, in: "nova-w03-asia") }
        _ = try await fixture.service.ask(
            EnrollForSeason(program: "nova", region: .asia), as: EmailAddress("dan@example.org"))
        let (old, new) = ("nova-202701-w03-asia", "nova-202701-w04-asia")
        #expect(try await fixture.people(in: old) == ["bob", "ann", "(cat)", "(dan)"])
        let freeze = try await fixture.service.ask(
            AddFreeze(
                program: "nova", from: day("2027-01-18"), to: day("2027-01-24"), reason: "release", regions: [.asia]))
        let said = try await fixture.service.plan("nova", publish: false)
        let before = try await fixture.mail().count
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(said.changes == plan.changes && said.toldNames == plan.toldNames && said.told == plan.told)
        #expect(plan.changes.map { "\($0.session) \($0.kind) \($0.to ?? "")" }[0] == "\(old) dropped \(new)")
        #expect(try await fixture.people(in: new) == ["bob", "ann", "(cat)", "(dan)"])
        #expect(
            try await fixture.session(old).cancellation
                == "frozen: release; postponed to week 4, as \(new), with its seats and its queue")
        let mail = try await fixture.mail(after: before)
        for name in ["ann", "bob", "cat", "dan"] {
            #expect(mail.contains { $0.hasSuffix("\(old) → \(name)") }, "\(mail)")
        }
        // Of what is tentative nobody is invited yet.
        #expect(mail.contains { $0.hasSuffix("\(new) → ann") } == (announce == 4))
        #expect(try await fixture.service.plan("nova", publish: true).changes.isEmpty)
        // One more place in the queue, and then the freeze is taken back.
        _ = try await fixture.join("eve")
        _ = try await fixture.enroll("eve", in: new)
        _ = try await fixture.service.ask(RemoveFreeze(freeze: freeze.id))
        _ = try await fixture.service.plan("nova", publish: true)
        // What was announced stays the meeting; what was tentative goes back, with those who are in it by now.
        let (meeting, other) = announce == 4 ? (new, old) : (old, new)
        #expect(try await fixture.session(other).status == .cancelled)
        #expect(try await fixture.session(meeting).status == (announce == 4 ? .announced : .tentative))
        #expect(try await fixture.people(in: meeting) == ["bob", "ann", "(cat)", "(dan)", "(eve)"])
        #expect(try await fixture.people(in: other) == [])
    }

    @Test("whoever is at something else then is passed over and told, and the next in the queue has the seat")
    func takenOverPastClashes() async throws {
        let fixture = try await Fixture.with(program("every-2-weeks"))
        try await fixture.apply(
            small(weeks: 6, regions: "asia").replacing("program: nova", with: "program: swift").replacing(
                "every: \"Tue 17:00\"", with: "every: \"Tue 17:30\""
            ).replacing("akira@", with: "emi@"))
        for program in ["nova", "swift"] { _ = try await fixture.service.plan(program, publish: true) }
        for name in ["ann", "bob", "cat"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: "nova-w03-asia")
        }
        _ = try await fixture.enroll("ann", in: "swift-w04-asia")
        _ = try await fixture.service.ask(
            AddFreeze(
                program: "nova", from: day("2027-01-18"), to: day("2027-01-24"), reason: "release", regions: [.asia]))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.people(in: "nova-202701-w04-asia") == ["bob", "cat", "(ann)"])
        #expect(try await fixture.mail().contains("passedOver nova-202701-w04-asia → ann"))
    }

    @Test("leaves out what cannot be postponed, and says so")
    func leftOut() async throws {
        let freezes =
            "{ from: 2027-01-18, to: 2027-01-31, reason: release }, { from: 2027-02-01, to: 2027-02-14, reason: rest }"
        let fixture = try await Fixture.with(program("every-2-weeks", freezes: freezes))
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(
            plan.postponed?.map { $0.inWords(calling: nil) } == [
                "week 3, Asia, Europe, Americas: left out (release; no week is free before the next meeting in week 5)",
                "week 5, Asia, Europe, Americas: left out (rest; no week is free before the season ends)",
            ])
        #expect(plan.uncovered.isEmpty)
    }

    @Test("a session that was announced stays when its week meets no more; tentative ones go")
    func changedRhythm() async throws {
        let fixture = try await Fixture.with(program("every-week", announce: 2))
        #expect(try await order(fixture) == "all all all all all all")
        try await fixture.apply(program("every-2-weeks", announce: 2))
        #expect(try await order(fixture) == "all all all - all -")
    }

    @Test("what was held is not made up for when its week is frozen afterwards")
    func frozenAfterwards() async throws {
        let fixture = try await Fixture.with(program("every-2-weeks"))
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-01-24T00:00:00Z")
        try await fixture.apply(program("every-2-weeks", freezes: Self.third))
        #expect(try await order(fixture) == "all - all - all -")
        #expect(try await fixture.service.plan("nova", publish: false).postponed == nil)
    }

    @Test(
        "tells a mentor how many dates of a slot are in meeting weeks",
        arguments: [
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2027-01-06", [] as [String]),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2027-01-13",
                ["none of its 3 dates to come falls in a week with a meeting: nova meets every 2 weeks"]
            ),
            (
                "FREQ=WEEKLY;BYDAY=WE", "2027-01-20",
                ["2 of its 4 dates to come fall in a week with a meeting: nova meets every 2 weeks"]
            ),
        ])
    func slots(rule: String, from: String, remarks: [String]) async throws {
        let fixture = try await Fixture.with(program("every-2-weeks"))
        let publication = try await fixture.service.ask(
            PublishSlot(
                program: "nova", mentor: EmailAddress("zoe@example.org"), when: "19:00", rrule: rule, from: day(from)))
        #expect(publication.remarks ?? [] == remarks)
        let resting = publication.next.filter { $0.conflicts.contains { $0.hasPrefix("no meeting that week") } }
        #expect(resting.count == (remarks.isEmpty ? 0 : from == "2027-01-13" ? 3 : 2))
    }

    @Test("leaves duties weekly")
    func duties() async throws {
        let yaml =
            program("every-4-weeks")
            + "\nduties: [{ name: triage, title: Triage, min-gap-weeks: 1, max-per-month: 5, volunteers: [akira@example.org, zoe@example.org] }]"
        let plan = try await Fixture.with(yaml).service.plan("nova", publish: true)
        #expect(plan.duties.first?.turns.count == 6)
        #expect(Set(plan.sessions.map(\.week)) == [1, 5])
    }
}
