import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Reminders")
struct ReminderTests {
    /// A session on Tue 2027-01-05 08:00Z, which is 17:00 in Tokyo.
    private func planned(zone: String) async throws -> (Fixture, mails: Int) {
        let fixture = try await Fixture.with(small(regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann", zone: zone)
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        return (fixture, try await fixture.service.ask(ListOutbox()).count)
    }

    @Test(
        "come a day and an hour before, never in the reader's night",
        arguments: [
            // The reader's zone, when each reminder is due (UTC), the local hours of the session.
            ("Asia/Tokyo", "2027-01-04T08:00:00Z", "2027-01-05T07:00:00Z"),
            ("Europe/London", "2027-01-04T08:00:00Z", "2027-01-04T22:00:00Z"),  // at 08:00, so on the evening before
            ("America/New_York", "2027-01-04T13:00:00Z", "2027-01-05T03:00:00Z"),  // at 03:00
            ("America/Los_Angeles", "2027-01-04T16:00:00Z", "2027-01-05T06:00:00Z"),  // at midnight
        ])
    func times(zone: String, day: String, hour: String) async throws {
        let (fixture, mails) = try await planned(zone: zone)
        for (due, name) in [(day, "day"), (hour, "hour")] {
            let before = try await fixture.mail(after: mails).filter { $0.hasSuffix("ann") }.count
            try fixture.clock.set(due)
            let moment = fixture.clock.now()
            try fixture.clock.set(moment.adding(seconds: -1).rfc3339)
            try await fixture.service.doWhatIsDue()
            #expect(try await fixture.mail(after: mails).filter { $0.hasSuffix("ann") }.count == before, "\(due)")
            try fixture.clock.set(due)
            try await fixture.service.doWhatIsDue()
            #expect(
                try await fixture.mail(after: mails).filter { $0.hasSuffix("ann") }.last
                    == "reminder \(name) nova-202701-w01-asia → ann")
            try await fixture.service.doWhatIsDue()
            #expect(try await fixture.mail(after: mails).filter { $0.hasSuffix("ann") }.count == before + 1, "once")
        }
    }

    @Test("come to nobody who wants none, who hears of changes all the same, until they want them again")
    func unwanted() async throws {
        let (fixture, mails) = try await planned(zone: "Asia/Tokyo")
        let ann = try EmailAddress("ann@example.org")
        let terms = try await fixture.service.ask(SetPerson(reminders: .off), as: ann)
        #expect(terms.changes.map { "\($0.what) \($0.before) \($0.after)" } == ["reminders on off"])
        #expect(try await fixture.service.ask(SetPerson(reminders: .off), as: ann).changes.isEmpty)
        #expect(try await fixture.service.ask(SetPerson(reminders: .on, dryRun: true), as: ann).changes.count == 1)
        try fixture.clock.set("2027-01-04T08:00:00Z")
        try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail(after: mails) == ["reminder day nova-202701-w01-asia → akira"])
        _ = try await fixture.service.ask(
            CancelSession(session: "nova-202701-w01-asia", reason: "ill"), as: EmailAddress("akira@example.org"))
        #expect(try await fixture.mail(after: mails).contains("cancelled nova-202701-w01-asia → ann"))
        _ = try await fixture.service.ask(ReinstateSession(session: "nova-202701-w01-asia"))
        _ = try await fixture.service.ask(SetPerson(reminders: .on), as: ann)
        #expect(try await fixture.client(.machine(as: ann)).ask(WhoAmI()).reminders == .on)
        try fixture.clock.set("2027-01-05T07:00:00Z")
        try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail(after: mails).contains("reminder hour nova-202701-w01-asia → ann"))
    }

    @Test("go to the mentor too, and to nobody who left")
    func who() async throws {
        let (fixture, mails) = try await planned(zone: "Asia/Tokyo")
        _ = try await fixture.service.ask(Leave(session: "nova-202701-w01-asia"), as: EmailAddress("ann@example.org"))
        try fixture.clock.set("2027-01-04T08:00:00Z")
        try await fixture.service.doWhatIsDue()
        #expect(
            try await fixture.mail(after: mails) == [
                "left nova-202701-w01-asia → ann", "reminder day nova-202701-w01-asia → akira",
            ])
    }

    @Test("are not for who has just been told")
    func justTold() async throws {
        let (fixture, _) = try await planned(zone: "Asia/Tokyo")
        try fixture.clock.set("2027-01-04T09:00:00Z")
        try await fixture.service.doWhatIsDue()
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.join("bob", zone: "Asia/Tokyo")
        _ = try await fixture.enroll("bob", in: "nova-202701-w01-asia")
        try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail(after: mails) == ["enrolled nova-202701-w01-asia → bob"])
    }

    @Test("that were missed while nothing ran come late by day, but not by night, and not after the next one is due")
    func late() async throws {
        let (fixture, mails) = try await planned(zone: "Asia/Tokyo")
        let toAnn = { try await fixture.mail(after: mails).filter { $0.hasSuffix("ann") } }
        try fixture.clock.set("2027-01-04T20:00:00Z")  // 05:00 in Tokyo
        try await fixture.service.doWhatIsDue()
        #expect(try await toAnn() == [])
        try fixture.clock.set("2027-01-04T23:00:00Z")
        try await fixture.service.doWhatIsDue()
        #expect(try await toAnn() == ["reminder day nova-202701-w01-asia → ann"])
        try fixture.clock.set("2027-01-05T07:30:00Z")
        try await fixture.service.doWhatIsDue()
        #expect(try await toAnn().last == "reminder hour nova-202701-w01-asia → ann")
        try fixture.clock.set("2027-01-05T08:00:00Z")
        try await fixture.service.doWhatIsDue()
        #expect(try await toAnn().count == 2)
    }

    @Test("come again for a session that moves")
    func moved() async throws {
        let (fixture, mails) = try await planned(zone: "Asia/Tokyo")
        try fixture.clock.set("2027-01-04T08:00:00Z")
        try await fixture.service.doWhatIsDue()
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-07T17:00")))
        try fixture.clock.set("2027-01-06T08:00:00Z")
        try await fixture.service.doWhatIsDue()
        #expect(
            try await fixture.mail(after: mails).filter { $0.hasSuffix("ann") } == [
                "reminder day nova-202701-w01-asia → ann", "moved nova-202701-w01-asia → ann",
                "reminder day nova-202701-w01-asia → ann",
            ])
    }
}
