import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

@Suite("The pick of a session")
struct PickTests {
    private static let gerrit = "https://review.example.org/c/nova/+/900001"
    private static let code = "nova-202701-w01-asia"

    private func planned() async throws -> Fixture {
        let yaml = small().replacing("announce-weeks:", with: "areas: [api, scheduler]\nannounce-weeks:")
            .replacing("zone: Asia/Tokyo,", with: "zone: Asia/Tokyo, knows: [scheduler],")
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] { _ = try await fixture.join(name) }
        _ = try await fixture.enroll("ann", in: Self.code)
        return fixture
    }

    private var akira: Caller { get throws { try mentor("akira") } }

    private func propose(_ fixture: Fixture, _ url: String, area: String? = nil) async throws -> ReviewView {
        try await fixture.service.ask(
            ProposeReview(program: "nova", url: url, area: area), as: EmailAddress("ann@example.org"))
    }

    private func pick(_ fixture: Fixture, _ choice: String, by name: String? = "akira") async throws -> SessionChange {
        try await fixture.service.ask(
            PickReview(session: Self.code, choice: Review.Choice(choice)),
            by: name.map { try mentor($0) } ?? .onThisMachine(as: nil))
    }

    @Test("pins the patch set that its address names, and one more of the same change is a change")
    func patchSet() async throws {
        let fixture = try await planned()
        _ = try await propose(fixture, Self.gerrit)
        let first = try await pick(fixture, Self.gerrit + "/3")
        #expect((first.told, first.session.sequence) == (2, 1))
        #expect(first.session.review?.title == "nova 900001")
        #expect(first.session.review?.revisionURL == Self.gerrit + "/3")
        #expect(first.session.review?.edition == "patch set 3")
        #expect(try await pick(fixture, Self.gerrit + "/3/").told == 0)
        #expect(try await pick(fixture, "1").session.review?.revision == "3")
        let second = try await pick(fixture, Self.gerrit + "/4")
        #expect((second.told, second.session.sequence) == (2, 2))
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).count == 1)
    }

    @Test("names whoever is told to whoever leads the session, and to an organizer; beforehand as what would be")
    func told() async throws {
        let fixture = try await planned()
        #expect(try await pick(fixture, Self.gerrit + "/3").toldNames == ["Akira", "ann"])
        let ahead = try await fixture.client(.machine(as: EmailAddress("akira@example.org"))).at(
            fixture.service.rehearsing
        ).ask(NoteQuestions(session: Self.code, text: "Why a lock?"))
        let clock = try fixture.service.zones.rules(for: .utc)
        let words = Layout.$current.withValue(Layout(.page, as: .conditional)) { ahead.words(on: clock) }
        for part in [
            "\(Self.code) would be about nova 900001, patch set 3; 2 people would be told", Self.gerrit + "/3",
            "“Why a lock?”", "told: Akira, ann",
        ] {
            #expect(words.contains(part), "\(words)")
        }
        #expect(try await fixture.session(Self.code).review?.questions == [])
        // What is so already tells nobody.
        #expect(try await pick(fixture, Self.gerrit + "/3").toldNames == [])
    }

    @Test("may be brought by the mentor, or by an organizer in their stead")
    func brought() async throws {
        let fixture = try await planned()
        #expect(try await pick(fixture, Self.gerrit).session.review?.id.rawValue == 1)
        #expect(
            try await pick(fixture, "https://github.com/o/r/pull/5/files", by: nil).session.review?.title == "o/r#5")
        await #expect(throws: BadInput.self) { try await pick(fixture, "https://example.org/patch") }
        #expect(
            try await fixture.service.ask(ListReviews(program: "nova")).map(\.state).sorted {
                $0.rawValue < $1.rawValue
            } == [
                .picked, .proposed,
            ])
        #expect(try await fixture.session(Self.code).sequence == 2)
    }

    @Test("keeps the mentor's questions, tells of them once, and goes on to another review without any")
    func questions() async throws {
        let fixture = try await planned()
        let service = fixture.service
        let akira = try akira
        let refusal = await #expect(throws: Refusal.self) {
            try await service.ask(NoteQuestions(session: Self.code, text: "Why?"), by: akira)
        }
        #expect(refusal?.reason == .conflict)
        _ = try await pick(fixture, Self.gerrit)
        let mails = try await service.ask(ListOutbox()).count
        let questions = NoteQuestions(
            session: Self.code, text: "\n1. Why a lock here? \r\n\r\n\t2. What if it is held?\n\n")
        let noted = try await service.ask(questions, by: akira)
        #expect(noted.session.review?.questions == ["1. Why a lock here?", "", " 2. What if it is held?"])
        #expect((noted.told, noted.session.sequence) == (2, 2))
        #expect(try await service.ask(questions).told == 0)
        #expect(
            try await fixture.mail(after: mails) == [
                "questionsNoted nova-202701-w01-asia → akira", "questionsNoted nova-202701-w01-asia → ann",
            ])
        #expect(try await fixture.session(Self.code).review?.questions.count == 3)
        #expect(try await pick(fixture, Self.gerrit + "/2").session.review?.questions.count == 3)
        #expect(try await pick(fixture, "https://github.com/o/r/pull/5").session.review?.questions == [])
        await #expect(throws: Refusal.self) {
            try await service.ask(questions, by: mentor("zoe"))
        }
    }

    @Test(
        "takes no questions that are no text",
        arguments: [
            (String(repeating: "x", count: 4097), nil), ("a\nb\u{1B}[2J", 2), ("a\u{202E}b", 1), ("a\0", 1),
        ] as [(String, Int?)])
    func noText(text: String, line: Int?) async throws {
        let fixture = try await planned()
        _ = try await pick(fixture, Self.gerrit)
        let akira = try akira
        let error = await #expect(throws: BadInput.self) {
            try await fixture.service.ask(NoteQuestions(session: Self.code, text: text, name: "q.txt"), by: akira)
        }
        #expect((error?.file, error?.line) == ("q.txt", line))
        #expect(try await fixture.session(Self.code).sequence == 1)
    }

    @Test("is chosen from a list that knows who is enrolled, what they have covered and what the mentor knows")
    func list() async throws {
        let fixture = try await planned()
        let api = try await propose(fixture, Self.gerrit, area: "api")
        let scheduler = try await propose(fixture, Self.gerrit + "2", area: "scheduler")
        #expect(
            try await fixture.service.ask(ListReviews(program: "nova")).map(\.why).allSatisfy {
                $0.contains("2 of 2 trainees")
            })
        let forSession = try await fixture.service.ask(ListReviews(program: "nova", session: Self.code))
        #expect(forSession.map(\.id) == [scheduler.id, api.id])
        #expect(forSession[0].why == "0 votes, 1 of 1 enrolled has not covered scheduler, Akira knows scheduler")
        _ = try await pick(fixture, "\(scheduler.id)")
        try fixture.clock.set("2027-01-05T10:00:00Z")
        let another = try await propose(fixture, Self.gerrit + "3", area: "scheduler")
        // A seat is no proof of having been there.
        #expect(another.why == "0 votes, 2 of 2 trainees have not covered scheduler")
        _ = try await fixture.service.ask(
            RecordAttendance(session: Self.code, present: [EmailAddress("ann@example.org")]), by: akira)
        #expect(
            try await propose(fixture, Self.gerrit + "3").why == "0 votes, 1 of 2 trainees has not covered scheduler")
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(ListReviews(program: "nova", session: "nova-202701-w99-asia"))
        }
        #expect(refusal?.reason == .notFound)
    }

    @Test("is of an area that the program names")
    func areas() async throws {
        let fixture = try await planned()
        let error = await #expect(throws: BadInput.self) { try await propose(fixture, Self.gerrit, area: "schedular") }
        #expect(error?.message == "nova has no area “schedular”; did you mean scheduler?")
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).isEmpty)
    }

    @Test("is one of its own program's reviews, and two programs know nothing of each other's")
    func programs() async throws {
        let fixture = try await planned()
        try await fixture.apply(small(regions: "asia").replacing("program: nova", with: "program: aurora"))
        let akira = try akira
        let other = try await fixture.service.ask(
            ProposeReview(program: "aurora", url: Self.gerrit, area: "anything"), as: akira.person())
        let refusal = await #expect(throws: Refusal.self) { try await pick(fixture, "\(other.id)") }
        #expect(refusal?.reason == .conflict)
        #expect(try await propose(fixture, Self.gerrit).id != other.id)
        #expect(try await fixture.service.ask(ListReviews(program: "aurora")).map(\.id) == [other.id])
    }
}
