import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Testing

/// What a session is about, as it stands in calendars.
@Suite("a session's review")
struct ReviewTextTests {
    private func description(_ pick: Pick?, part: PersonalFeed.Part? = nil, pickDays: Int? = nil) throws -> String {
        var session = try Fixture.session()
        session.pick = pick
        var program = try Fixture.program()
        program.reviews.pickDays = pickDays
        var feed = try Fixture.feed([session])
        var event = FeedEvent(session, of: program)
        event.part = part
        feed.events = [event]
        let bytes = try Fixture.encoder.feed(feed)
        #expect(try lint(bytes) == [])
        let shown = try #require(ParsedCalendar.read(bytes).children("VEVENT").first)
        return try #require(shown.first("DESCRIPTION")?.text)
    }

    private func pick(_ url: String, revision: String?, questions: [String] = []) throws -> Pick {
        Pick(
            review: Review(
                program: "nova", url: url, title: "Fix, the; race", proposer: Identifier(1),
                proposed: try Fixture.instant("2026-12-01T09:00:00Z")), revision: revision, questions: questions)
    }

    @Test("is named with its revision and its mentor's questions")
    func gerrit() throws {
        let text = try description(
            pick("https://review.example.org/c/nova/+/1", revision: "3", questions: ["Why, though?", "", "END:VEVENT"]))
        #expect(
            text.contains(
                "Review: Fix, the; race https://review.example.org/c/nova/+/1/3\nRead: patch set 3\nQuestions:\nWhy, though?\n\nEND:VEVENT\n"
            ), "\(text)")
    }

    @Test("on GitHub is read at a commit, and without a revision at none")
    func others() throws {
        let pinned = try description(
            pick("https://github.com/o/r/pull/5", revision: "6dcb09b5b57875f334f61aebed695e2e4193db5e"))
        #expect(pinned.contains("https://github.com/o/r/pull/5\nRead: commit 6dcb09b5b578\n"))
        let free = try description(pick("https://review.example.org/c/nova/+/1", revision: nil))
        #expect(free.contains("https://review.example.org/c/nova/+/1\n"))
        #expect(!free.contains("Read:") && !free.contains("Questions:"))
    }

    @Test("is still to be picked, in its mentor's own calendar")
    func toPick() throws {
        #expect(try description(nil, part: .leads, pickDays: 4).contains("Pick a review by Sun 2027-01-17.\n"))
        #expect(try !description(nil, part: .leads).contains("Pick a review"))
        #expect(try !description(nil, part: .attends, pickDays: 4).contains("Pick a review"))
        let picked = try pick("https://github.com/o/r/pull/5", revision: nil)
        #expect(try !description(picked, part: .leads, pickDays: 4).contains("Pick a review"))
    }
}
