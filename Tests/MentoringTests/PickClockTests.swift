import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("The time to pick a review")
struct PickClockTests {
    /// Sessions on Tuesdays at 08:00Z, the first on 2027-01-05; in Tokyo that is 17:00.
    private func planned(zone: String = "Asia/Tokyo", at: String = "Tue 17:00", days: Int = 4, weeks: Int = 1)
        async throws -> Fixture
    {
        let yaml = small(weeks: weeks, regions: "asia")
            .replacing("announce-weeks:", with: "reviews: { pick-days: \(days), proposals: open }\nannounce-weeks:")
            .replacing("Asia/Tokyo", with: zone).replacing("Tue 17:00", with: at)
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        return fixture
    }

    private func propose(_ fixture: Fixture, _ number: Int, votes: Bool = false) async throws -> ReviewView {
        let ann = try EmailAddress("ann@example.org")
        let review = try await fixture.service.ask(
            ProposeReview(program: "nova", url: "https://review.example.org/c/nova/+/\(number)", title: "r\(number)"),
            as: ann)
        if votes { return try await fixture.service.ask(VoteForReview(review: review.id), as: ann) }
        return review
    }

    /// The mails that the passing of time to a moment brings; passing it twice brings none.
    private func mails(of fixture: Fixture, at moment: String) async throws -> [String] {
        let before = try await fixture.service.ask(ListOutbox()).count
        try fixture.clock.set(moment)
        try await fixture.service.doWhatIsDue()
        let mails = try await fixture.mail(after: before)
        #expect(try await fixture.service.doWhatIsDue().isEmpty, "once")
        return mails
    }

    @Test("ends three hours before the session at the latest, for whoever was reminded late")
    func late() async throws {
        let fixture = try await planned()
        _ = try await propose(fixture, 1)
        func picks(at moment: String) async throws -> [String] {
            try await mails(of: fixture, at: moment).filter { $0.hasPrefix("pickDue") || $0.hasPrefix("reviewStoodIn") }
        }
        #expect(try await picks(at: "2027-01-04T23:30:00Z") == ["pickDue r1 nova-202701-w01-asia → akira"])
        #expect(try await picks(at: "2027-01-05T04:59:59Z") == [])
        #expect(
            try await picks(at: "2027-01-05T05:00:00Z") == [
                "reviewStoodIn nova-202701-w01-asia → akira", "reviewStoodIn nova-202701-w01-asia → ann",
            ])
    }

    @Test("ends some days before the session: a reminder the day before that, then the best stands in")
    func course() async throws {
        let fixture = try await planned()
        _ = try await propose(fixture, 1)
        let best = try await propose(fixture, 2, votes: true)
        #expect(try await mails(of: fixture, at: "2026-12-31T07:59:59Z") == [])
        #expect(try await mails(of: fixture, at: "2026-12-31T08:00:00Z") == ["pickDue r2 nova-202701-w01-asia → akira"])
        #expect(try await mails(of: fixture, at: "2027-01-01T07:59:59Z") == [])
        #expect(
            try await mails(of: fixture, at: "2027-01-01T08:00:00Z") == [
                "reviewStoodIn nova-202701-w01-asia → akira", "reviewStoodIn nova-202701-w01-asia → ann",
            ])
        let session = try await fixture.session("nova-202701-w01-asia")
        #expect((session.review?.id, session.sequence) == (best.id, 1))
        #expect(try await mails(of: fixture, at: "2027-01-02T08:00:00Z") == [])
    }

    @Test("reminds nobody at night, and gives a day from the reminder on")
    func night() async throws {
        // 03:00 in Tokyo is 18:00Z of the day before, so the reminder would be due at 03:00 too.
        let fixture = try await planned(at: "Tue 03:00")
        _ = try await propose(fixture, 1)
        #expect(try await mails(of: fixture, at: "2026-12-30T18:00:00Z") == [])
        #expect(try await mails(of: fixture, at: "2026-12-30T22:59:59Z") == [])
        #expect(try await mails(of: fixture, at: "2026-12-30T23:00:00Z") == ["pickDue r1 nova-202701-w01-asia → akira"])
        #expect(try await mails(of: fixture, at: "2026-12-31T22:59:59Z") == [])
        #expect(try await mails(of: fixture, at: "2026-12-31T23:00:00Z").count == 2)
    }

    @Test("is for nobody who has picked, and for no program that sets none")
    func notNeeded() async throws {
        let fixture = try await planned()
        let review = try await propose(fixture, 1)
        _ = try await fixture.service.ask(
            PickReview(session: "nova-202701-w01-asia", choice: .number(review.id)), by: mentor("akira"))
        #expect(try await mails(of: fixture, at: "2027-01-02T08:00:00Z") == [])
        let free = try await Fixture.with(small(weeks: 1, regions: "asia"))
        _ = try await free.service.plan("nova", publish: true)
        #expect(try await mails(of: free, at: "2027-01-02T08:00:00Z") == [])
    }

    @Test("lets nothing stand in where nothing is proposed, until something is")
    func nothing() async throws {
        let fixture = try await planned()
        #expect(
            try await mails(of: fixture, at: "2026-12-31T08:00:00Z") == ["pickDue nothing nova-202701-w01-asia → akira"]
        )
        #expect(try await mails(of: fixture, at: "2027-01-02T08:00:00Z") == [])
        _ = try await propose(fixture, 1)
        #expect(try await mails(of: fixture, at: "2027-01-02T08:00:01Z").count == 2)
    }

    @Test("gives two sessions different reviews")
    func different() async throws {
        let fixture = try await planned(days: 12, weeks: 2)
        _ = try await propose(fixture, 1)
        _ = try await propose(fixture, 2, votes: true)
        // Both sessions come within reach while nobody looks.
        #expect(try await mails(of: fixture, at: "2027-01-01T08:00:00Z").count == 2)
        #expect(try await mails(of: fixture, at: "2027-01-02T08:00:00Z").count == 3)
        #expect(try await fixture.session("nova-202701-w01-asia").review?.title == "r2")
        #expect(try await fixture.session("nova-202701-w02-asia").review?.title == "r1")
    }
}
