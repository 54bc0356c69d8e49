import CivilTime
import ICalendar
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("the lint of what is written")
struct LintTests {
    @Test("finds nothing in a trainee's mails: asked, moved, moved again, left and asked again")
    func exchange() throws {
        let sequences: [(Invitation.Method, Int, String)] = [
            (.request, 0, "2027-01-21T17:00"), (.request, 1, "2027-01-22T18:30"), (.request, 2, "2027-01-23T02:30"),
            (.cancel, 3, "2027-01-23T02:30"), (.request, 4, "2027-01-23T02:30"),
        ]
        var found: [String] = []
        for zone in ["Europe/Dublin", "Asia/Kolkata", "America/Vancouver", "Etc/UTC"] {
            let messages = try sequences.map { method, sequence, local in
                let session = try Fixture.session(zone: zone, at: local, sequence: sequence)
                let invitation = try Fixture.invitation(
                    to: Fixture.trainee(), method, sequence: sequence, stamp: "2027-01-11T08:00:0\(sequence)Z",
                    participation: sequence.isMultiple(of: 2) ? .accepted : .needsAction)
                return try Fixture.encoder.message(for: invitation, to: session, of: Fixture.program())
            }
            try #require(messages.count == 5)
            found += try lint(messages[0], messages[1], messages[2], messages[3], messages[4])
        }
        #expect(found == [])
    }

    @Test("finds nothing in a feed as its sessions are announced, moved and cancelled, and long after")
    func feedThroughTime() throws {
        let tentative = try Fixture.session(status: .tentative)
        let announced = try Fixture.session(sequence: 1, revised: "2026-12-24T09:00:00Z")
        let moved = try Fixture.session(at: "2027-01-22T17:00", sequence: 2, revised: "2027-01-02T09:00:00Z")
        let cancelled = try Fixture.session(
            at: "2027-01-22T17:00", status: .cancelled, sequence: 3, revised: "2027-01-03T09:00:00Z",
            cancellation: "the mentor is ill")
        let other = try Fixture.session(
            week: 4, region: .europe, zone: "Europe/Warsaw", revised: "2027-04-01T09:00:00Z")
        let feeds = try [
            Fixture.feed([tentative]), Fixture.feed([announced]), Fixture.feed([moved]), Fixture.feed([cancelled]),
            Fixture.feed([cancelled, other], asOf: "2027-04-02T00:00:00Z"),
        ].map { try Fixture.encoder.feed($0) }
        #expect(try lint(feeds[0], feeds[1], feeds[2], feeds[3], feeds[4]) == [])
    }

    @Test("finds that a feed lacks the colour that it was not given")
    func colorless() throws {
        #expect(
            try lint(Fixture.encoder.feed(Fixture.feed([Fixture.session()], color: nil))) == [
                "1: rule 17 (warning): the feed has no COLOR, by which people and programs know it; add what is missing"
            ])
    }
}
