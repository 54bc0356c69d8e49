import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

/// Days off are days on the person's own wall, and what has begun is history.
@Suite("Days off and hours that have passed")
struct WallTests {
    /// Akira offers an hour in Kolkata; on Ben's wall in Auckland 18:00 there is the small hours of the next day.
    private let kolkata =
        "name: Akira, email: akira@example.org, zone: Asia/Kolkata, slots: [{ every: \"Tue 18:00\" }]"
    private let ben =
        "name: Ben, email: ben@example.org, zone: Pacific/Auckland, slots: [{ every: \"Fri 18:00\", from: 2027-03-01 }]"

    @Test(
        "somebody who takes a session over is away by their own day, not the session's",
        arguments: [("2027-01-05", true), ("2027-01-06", false), ("2027-01-07", true)])
    func swap(day: String, isFree: Bool) async throws {
        // Tuesday 18:00 in Kolkata is Wednesday 01:30 in Auckland.
        let fixture = try await Fixture.with(asia([kolkata, ben], weeks: 1))
        _ = try await fixture.service.plan("nova", publish: true)
        let (akira, taker) = (try EmailAddress("akira@example.org"), try EmailAddress("ben@example.org"))
        let offer = try await fixture.service.ask(
            OfferSwap(session: "nova-202701-w01-asia", to: taker), as: akira)
        _ = try await fixture.service.ask(AddAway(email: taker, days: DayRange("\(day)..\(day)")))
        if isFree {
            _ = try await fixture.service.ask(AcceptSwap(offer: offer.id), as: taker)
            let away = try await fixture.service.ask(AddAway(email: taker, days: DayRange("2027-01-06")))
            #expect(away.affects == ["nova-202701-w01-asia"])
            _ = try await fixture.service.plan("nova", publish: true)
            #expect(try await fixture.session("nova-202701-w01-asia").mentor.name == "Akira")
        } else {
            await #expect(throws: Refusal(.conflict, "Ben is away on 2027-01-06")) {
                try await fixture.service.ask(AcceptSwap(offer: offer.id), as: taker)
            }
        }
    }

    @Test("a tentative session whose hour has passed is never announced, and says that it was not held")
    func missed() async throws {
        let fixture = try await Fixture.with(
            asia([kolkata.replacing("slots", with: "max-per-month: 5, min-gap-weeks: 1, slots")], weeks: 3))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session("nova-202701-w02-asia").status == .tentative)
        #expect(try await fixture.service.plan("nova", publish: false).missed == nil)
        #expect(try await fixture.service.missedSessions() == [])
        for now in ["2027-01-12T13:00:00Z", "2027-01-14T09:00:00Z", "2027-01-20T09:00:00Z"] {
            try fixture.clock.set(now)
            let plan = try await fixture.service.plan("nova", publish: true)
            let missed = try #require(plan.missed)
            #expect((missed.count, missed.first, missed.last) == (1, "nova-202701-w02-asia", "nova-202701-w02-asia"))
            #expect(try await fixture.service.missedSessions() == [missed])
            let session = try await fixture.session("nova-202701-w02-asia")
            #expect((session.status, "\(session.localStart)") == (.cancelled, "2027-01-12T18:00:00"))
            #expect((session.notHeld, session.statusInWords, session.sequence) == (true, "not held", 1))
            let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w02-asia"))
            #expect(why.reasons == ["its hour passed before it was announced to anybody, so it was not held"])
        }
    }

    @Test("what was led is not planned anew once its mentor has left, in the same week or later")
    func led() async throws {
        let mei = "name: Mei, email: mei@example.org, zone: Asia/Tokyo, slots: [{ every: \"Sat 17:00\", prefer: 3 }]"
        let fixture = try await Fixture.with(asia([kolkata, mei], weeks: 1))
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-01-05T14:00:00Z")
        _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: EmailAddress("akira@example.org")))
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.changes == [])
        #expect(plan.uncovered == [])
        let session = try await fixture.session("nova-202701-w01-asia")
        #expect((session.mentor.name, session.status) == ("Akira", .held))
    }

    @Test(
        "what was led and has its attendance stays as it is once its mentor has left the file, and planning goes on",
        arguments: ["{ every: \"Sat 17:00\", prefer: 3 }", "{ every: \"Sat 17:00\", from: 2027-03-01 }"])
    func attended(otherSlot: String) async throws {
        // Somebody who could lead it later that week, or nobody.
        let mei = "name: Mei, email: mei@example.org, zone: Asia/Tokyo, slots: [\(otherSlot)]"
        let fixture = try await Fixture.with(asia([kolkata, mei], weeks: 1))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: "nova-202701-w01-asia")
        }
        try fixture.clock.set("2027-01-05T14:00:00Z")
        let record = RecordAttendance(
            session: "nova-202701-w01-asia", present: [try EmailAddress("ann@example.org")],
            absent: [try EmailAddress("bob@example.org")])
        let attendance = try await fixture.service.ask(record)
        try await fixture.apply(asia([mei], weeks: 1), prune: true)
        let mails = try await fixture.service.ask(ListOutbox()).count
        for now in ["2027-01-05T14:00:00Z", "2027-01-07T14:00:00Z", "2027-01-12T14:00:00Z"] {
            try fixture.clock.set(now)
            let plan = try await fixture.service.plan("nova", publish: true)
            #expect(plan.changes == [] && plan.uncovered == [])
            let session = try await fixture.session("nova-202701-w01-asia")
            #expect((session.mentor.name, session.status) == ("Akira", .held))
            #expect("\(session.localStart)" == "2027-01-05T18:00:00")
        }
        #expect(try await fixture.mail(after: mails) == [])
        let kept = try await fixture.service.ask(ShowAttendance(session: "nova-202701-w01-asia"))
        #expect((kept.present, kept.missed) == (["ann"], ["bob"]))
        #expect((kept.present, kept.missed) == (attendance.present, attendance.missed))
    }

    @Test(
        "what keeps a slot from being used is named",
        arguments: [
            ("2027-01-05T12:00:00Z", ObjectionView.Ground.shortNotice, "less than 48 hours ahead"),
            ("2027-01-08T12:00:00Z", .past, "in the past"),
        ])
    func hindrance(now: String, ground: ObjectionView.Ground, words: String) async throws {
        let mei = "name: Mei, email: mei@example.org, zone: Asia/Tokyo, slots: [{ every: \"Wed 17:00\" }]"
        let fixture = try await Fixture.with(asia([mei], weeks: 1), now: now)
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
        #expect(why.objections.map(\.ground) == [ground])
        #expect(why.objections.map(\.sentence) == ["Mei’s slot on 2027-01-06 17:00 is \(words)"])
    }

    @Test("a session called off is only that")
    func calledOff() async throws {
        let fixture = try await Fixture.with(asia([kolkata], weeks: 1))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w01-asia", reason: "fire drill"))
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
        #expect(why.reasons == ["it was called off: fire drill"])
        let asked = try await fixture.service.ask(
            ExplainAbsence(program: "nova", mentor: EmailAddress("akira@example.org"), week: 1))
        #expect(asked.objection.sentence == "nobody leads then: called off: fire drill")
    }
}
