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

@Suite("A seat that comes by promotion")
struct ConfirmationTests {
    /// One seat, taken by ann; bob and cid wait.
    private func queue(now: String = "2026-12-14T09:00:00Z", zone: String = "Etc/UTC") async throws -> Fixture {
        let fixture = try await Fixture.with(small(capacity: 1), now: now)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob", "cid"] {
            _ = try await fixture.join(name, zone: zone)
            _ = try await fixture.enroll(name, in: "nova-202701-w01-asia")
        }
        return fixture
    }

    private func leave(_ name: String, _ fixture: Fixture) async throws {
        _ = try await fixture.service.ask(
            Leave(session: "nova-202701-w01-asia"), as: EmailAddress("\(name)@example.org"))
    }

    @Test("is to be confirmed in time, and enrolling again confirms it")
    func confirm() async throws {
        let fixture = try await queue()
        try await leave("ann", fixture)
        let bob = try EmailAddress("bob@example.org")
        let invitation = try await fixture.invitation(of: bob, to: "nova-202701-w01-asia").invitation
        #expect(invitation.participation == .needsAction)
        #expect(try await fixture.enroll("bob", in: "nova-202701-w01-asia").confirmBy == nil)
        let confirmed = try await fixture.invitation(of: bob, to: "nova-202701-w01-asia").invitation
        #expect(confirmed.participation == .accepted)
        #expect(confirmed.stamp == invitation.stamp)
        try fixture.clock.set("2026-12-27T09:00:00Z")
        #expect(try await fixture.service.doWhatIsDue().isEmpty)
    }

    @Test("shows its owner, and nobody else, until when: in lists and of one session, on the clock of whoever looks")
    func shown() async throws {
        let code = "nova-202701-w01-asia"
        let fixture = try await queue()
        try await leave("ann", fixture)
        func yours(_ name: String, zone: String? = nil) async throws -> SessionView.Yours? {
            let viewer = Viewer(
                email: try EmailAddress("\(name)@example.org"), zone: try zone.map(TimeZoneCatalog.shipped.zone(named:))
            )
            let list = try await fixture.service.sessions(of: "nova", upcoming: true, for: viewer)
            let listed = list.first { $0.code == code }?.yours
            #expect(try await fixture.service.session(code, for: viewer).yours == listed)
            return listed
        }
        let bobs = try await yours("bob")
        #expect(bobs?.confirmBy == (try instant("2026-12-20T10:00:00Z")))
        #expect(bobs?.localConfirmBy == (try local("2026-12-20T10:00")))
        #expect(try await yours("bob", zone: "Asia/Tokyo")?.localConfirmBy == local("2026-12-20T19:00"))
        #expect(try await yours("cid")?.confirmBy == nil)
        _ = try await fixture.enroll("bob", in: code)
        #expect(try await yours("bob")?.confirmBy == nil)
    }

    @Test("goes on to whoever waits next when nothing is said, and both are told")
    func lapse() async throws {
        let fixture = try await queue()
        try await leave("ann", fixture)
        let mails = try await fixture.service.ask(ListOutbox()).count
        // Three weeks ahead, a quarter of the time that is left ends on Saturday evening, and so on Sunday at ten.
        try fixture.clock.set("2026-12-20T09:59:59Z")
        #expect(try await fixture.service.doWhatIsDue().isEmpty)
        try fixture.clock.set("2026-12-20T10:00:00Z")
        let report = try await fixture.service.doWhatIsDue()
        #expect((report.lapsed, report.promoted) == (1, 1))
        #expect(
            try await fixture.mail(after: mails) == [
                "lapsed nova-202701-w01-asia → bob", "promoted nova-202701-w01-asia → cid",
            ])
        #expect(try await fixture.enroll("bob", in: "nova-202701-w01-asia").position == 1)
        #expect(try await fixture.service.doWhatIsDue().isEmpty)
    }

    @Test("stays theirs when nobody else wants it")
    func nobodyWaits() async throws {
        let fixture = try await queue()
        try await leave("cid", fixture)
        try await leave("ann", fixture)
        try fixture.clock.set("2026-12-21T09:00:00Z")
        let report = try await fixture.service.doWhatIsDue()
        #expect((report.lapsed, report.promoted) == (0, 0))
        // Who comes now waits, and takes nothing away.
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        #expect(try await fixture.service.doWhatIsDue().isEmpty)
        #expect(try await fixture.session("nova-202701-w01-asia").waitlisted == 1)
    }

    @Test(
        "has its end by day, in the hours that the program gives or a quarter of what is left",
        arguments: [
            // Sixteen days ahead a quarter is longer than a day, and the end is four days on.
            ("Asia/Tokyo", "2027-01-01T12:00", "2027-01-17T12:00", 24, "2027-01-05T12:00"),
            // A quarter of 60 days is fifteen, of which seven are given; in the night it ends the evening before.
            ("Asia/Tokyo", "2027-01-01T12:00", "2027-03-02T12:00", 24, "2027-01-08T12:00"),
            ("Asia/Tokyo", "2027-01-01T23:00", "2027-03-02T12:00", 24, "2027-01-08T20:00"),
            ("Asia/Tokyo", "2027-01-01T03:00", "2027-03-02T12:00", 24, "2027-01-07T20:00"),
            // Four days ahead a day is as long; what would end outside their day ends in the next.
            ("Asia/Tokyo", "2027-01-01T12:00", "2027-01-05T12:00", 24, "2027-01-02T12:00"),
            ("Asia/Tokyo", "2027-01-01T23:30", "2027-01-05T17:00", 24, "2027-01-03T10:00"),
            ("Asia/Tokyo", "2027-01-01T03:00", "2027-01-05T03:00", 24, "2027-01-02T10:00"),
            ("Asia/Tokyo", "2027-01-01T20:00", "2027-01-05T17:00", 24, "2027-01-02T20:00"),
            ("Asia/Tokyo", "2027-01-01T20:01", "2027-01-05T17:00", 24, "2027-01-03T10:00"),
            // The program gives more, or less.
            ("Asia/Tokyo", "2027-01-01T12:00", "2027-01-05T12:00", 72, "2027-01-04T12:00"),
            ("Asia/Tokyo", "2027-01-01T12:00", "2027-01-03T12:00", 1, "2027-01-02T10:00"),
            ("Asia/Tokyo", "2027-01-01T12:00", "2027-02-05T12:00", 168, "2027-01-08T12:00"),
            // Three hours before the session it is over, and the evening before one that begins in the morning.
            ("Asia/Tokyo", "2027-01-05T11:00", "2027-01-05T17:00", 24, "2027-01-05T14:00"),
            ("Asia/Tokyo", "2027-01-04T12:00", "2027-01-05T12:30", 24, "2027-01-04T20:00"),
            ("Asia/Tokyo", "2027-01-04T12:00", "2027-01-05T13:00", 24, "2027-01-05T10:00"),
            ("Asia/Tokyo", "2027-01-04T17:30", "2027-01-05T08:00", 24, "2027-01-04T20:00"),
            // Less than two waking hours are none.
            ("Asia/Tokyo", "2027-01-05T12:30", "2027-01-05T17:00", 24, nil),
            ("Asia/Tokyo", "2027-01-05T05:00", "2027-01-05T10:00", 24, nil),
            ("Asia/Tokyo", "2027-01-04T22:30", "2027-01-05T08:00", 24, nil),
            ("Asia/Tokyo", "2027-01-04T18:30", "2027-01-05T08:00", 24, nil),
            // Where clocks go forward or back in between, hours are hours: the day has 23, or 25.
            ("Europe/Berlin", "2027-03-27T12:00", "2027-03-31T12:00", 24, "2027-03-28T13:00"),
            ("Europe/Berlin", "2027-10-30T12:00", "2027-11-03T10:00", 24, "2027-10-31T11:00"),
            ("Europe/Berlin", "2027-03-27T19:30", "2027-03-31T12:00", 24, "2027-03-29T10:00"),
            ("Europe/Berlin", "2027-10-30T20:30", "2027-11-03T10:00", 24, "2027-10-31T19:30"),
            ("America/New_York", "2027-03-13T12:00", "2027-03-14T15:30", 24, "2027-03-14T12:30"),
            // A day that a zone leaves out has no end in it.
            ("Pacific/Apia", "2011-12-29T12:00", "2012-01-03T12:00", 24, "2011-12-31T12:00"),
        ] as [(String, String, String, Int, String?)])
    func deadline(zone: String, promoted: String, start: String, hours: Int, expected: String?) throws {
        let rules = try TimeZoneCatalog.shipped.rules(for: #require(TimeZoneID(zone)))
        let at = { (text: String) in rules.resolve(try local(text)).instant }
        let deadline = ConfirmationDeadline.after(
            promotion: try at(promoted), start: try at(start), hours: hours, in: rules)
        #expect(deadline.map { rules.local(at: $0) } == (try expected.map { try local($0) }))
    }

    @Test(
        "keeps every bound at every hour of a year",
        arguments: ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago"])
    func bounds(zone: String) throws {
        let rules = try TimeZoneCatalog.shipped.rules(for: #require(TimeZoneID(zone)))
        let year = try instant("2027-01-01T00:00:00Z")
        for hour in stride(from: Int64(0), to: 365 * 24, by: 7) {
            let promotion = year.adding(seconds: hour * 3600 + hour % 60)
            for (ahead, hours) in [(6, 24), (30, 24), (100, 24), (300, 48), (400, 1), (3000, 168)] as [(Int64, Int)] {
                let start = promotion.adding(seconds: ahead * 3600)
                guard
                    let deadline = ConfirmationDeadline.after(
                        promotion: promotion, start: start, hours: hours, in: rules)
                else {
                    #expect(ahead < 24, "\(promotion) \(start) \(hours)")
                    continue
                }
                let wall = rules.local(at: deadline).time
                let given = deadline.seconds(since: promotion)
                #expect(wall.minuteOfDay >= 600 && wall.minuteOfDay <= 1200, "\(wall)")
                #expect(given <= 7 * 86_400 && start.seconds(since: deadline) >= 3 * 3600 && given >= 2 * 3600)
                // Only what must be over sooner is shorter than it should be.
                let wanted = min(max(Int64(hours) * 3600, ahead * 900), 7 * 86_400)
                let isCut =
                    min(promotion.adding(seconds: 7 * 86_400), start.adding(seconds: -3 * 3600))
                    .seconds(since: promotion) < wanted + 15 * 3600
                #expect(given >= wanted || isCut, "\(promotion) \(deadline)")
            }
        }
    }

    @Test("takes the program's hours from its file, which is written as it was read")
    func file() throws {
        #expect(try read(small()).program.confirmHours == 24)
        #expect(try !read(small()).yaml().contains("confirm-hours"))
        let text = small() + "\nconfirm-hours: 48\n"
        #expect(try read(text).program.confirmHours == 48)
        #expect(try read(read(text).yaml()) == read(text))
        for wrong in ["0", "169", "soon", "-1", "1.5"] {
            #expect(throws: BadInput.self, "\(wrong)") { try read(small() + "\nconfirm-hours: \(wrong)\n") }
        }
    }

    @Test("gives the hours that the program gives, and keeps them in the database")
    func kept() async throws {
        let fixture = try await Fixture.with(small(capacity: 1) + "\nconfirm-hours: 150\n")
        #expect(try await fixture.service.program("nova").confirmHours == 150)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: "nova-202701-w01-asia")
        }
        try await leave("ann", fixture)
        let seat = try await fixture.store.read { transaction in
            let bob = try transaction.person(EmailAddress("bob@example.org"))
            return try bob.flatMap { try transaction.enrollments(of: $0.id).first }
        }
        // 150 hours after 9:00 on Monday it is 15:00 on Sunday.
        #expect(seat?.confirmBy == (try instant("2026-12-20T15:00:00Z")))
        #expect(try await fixture.enroll("bob", in: "nova-202701-w01-asia").confirmBy == nil)
    }
}
