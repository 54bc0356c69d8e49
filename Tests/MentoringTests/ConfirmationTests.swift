import CivilTime
import MentoringAPI
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
            _ = try await fixture.enroll(name, in: "nova-w01-asia")
        }
        return fixture
    }

    private func leave(_ name: String, _ fixture: Fixture) async throws {
        _ = try await fixture.service.leave(EmailAddress("\(name)@example.org"), session: "nova-w01-asia")
    }

    @Test("is to be confirmed within a day, and enrolling again confirms it")
    func confirm() async throws {
        let fixture = try await queue()
        try await leave("ann", fixture)
        let bob = try EmailAddress("bob@example.org")
        let invitation = try await fixture.service.invitation(to: bob, for: "nova-w01-asia").invitation
        #expect(invitation.participation == .needsAction)
        #expect(try await fixture.enroll("bob", in: "nova-w01-asia").confirmBy == nil)
        let confirmed = try await fixture.service.invitation(to: bob, for: "nova-w01-asia").invitation
        #expect(confirmed.participation == .accepted)
        #expect(confirmed.stamp == invitation.stamp)
        try fixture.clock.set("2026-12-17T09:00:00Z")
        #expect(try await fixture.service.doWhatIsDue().isEmpty)
    }

    @Test("goes on to whoever waits next when nothing is said, and both are told")
    func lapse() async throws {
        let fixture = try await queue()
        try await leave("ann", fixture)
        let mails = try await fixture.service.ask(ListOutbox()).count
        try fixture.clock.set("2026-12-15T09:00:00Z")
        let report = try await fixture.service.doWhatIsDue()
        #expect((report.lapsed, report.promoted) == (1, 1))
        #expect(try await fixture.mail(after: mails) == ["lapsed nova-w01-asia → bob", "promoted nova-w01-asia → cid"])
        #expect(try await fixture.enroll("bob", in: "nova-w01-asia").position == 1)
        #expect(try await fixture.service.doWhatIsDue().isEmpty)
    }

    @Test("stays theirs when nobody else wants it")
    func nobodyWaits() async throws {
        let fixture = try await queue()
        try await leave("cid", fixture)
        try await leave("ann", fixture)
        try fixture.clock.set("2026-12-16T09:00:00Z")
        let report = try await fixture.service.doWhatIsDue()
        #expect((report.lapsed, report.promoted) == (0, 0))
        // Who comes now waits, and takes nothing away.
        _ = try await fixture.enroll("ann", in: "nova-w01-asia")
        #expect(try await fixture.service.doWhatIsDue().isEmpty)
        #expect(try await fixture.session("nova-w01-asia").waitlisted == 1)
    }

    @Test(
        "never runs out in somebody's night, and leaves two waking hours or needs no word at all",
        arguments: [
            // Promotion and start; when the time is up, on the wall in Tokyo; nil when there is nothing to confirm.
            ("2027-01-01T12:00", "2027-01-05T17:00", "2027-01-02T12:00"),
            ("2027-01-01T23:30", "2027-01-05T17:00", "2027-01-02T22:00"),
            ("2027-01-01T03:00", "2027-01-05T17:00", "2027-01-01T22:00"),
            ("2027-01-05T11:00", "2027-01-05T17:00", "2027-01-05T14:00"),
            ("2027-01-05T12:30", "2027-01-05T17:00", nil), ("2027-01-05T05:00", "2027-01-05T10:00", nil),
            ("2027-01-04T22:30", "2027-01-05T08:00", nil),
            ("2027-01-04T19:00", "2027-01-05T08:00", "2027-01-04T22:00"),
            ("2027-01-04T20:30", "2027-01-05T08:00", nil),
        ])
    func deadline(promoted: String, start: String, expected: String?) throws {
        let rules = try TimeZoneCatalog.shipped.rules(for: #require(TimeZoneID("Asia/Tokyo")))
        let at = { (text: String) in rules.resolve(try local(text)).instant }
        let deadline = ConfirmationDeadline.after(promotion: try at(promoted), start: try at(start), in: rules)
        #expect(deadline.map { rules.local(at: $0) } == (try expected.map { try local($0) }))
    }
}
