import CivilTime
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("Progress on the path to core")
struct TraineeProgressTests {
    private static let areas = ["api", "scheduler", "db"]
    private static let stages = [
        Stage(name: "reader", sessions: 2), Stage(name: "reviewer", sessions: 3, discussed: 2, areas: .number(2)),
        Stage(name: "candidate", sessions: 4, discussed: 3, areas: .all, coLed: 1),
    ]

    private func path() throws -> PathToCore { try PathToCore(stages: Self.stages, areas: Self.areas) }

    /// A session of a week, about a review of that number if one is given.
    private func attended(
        _ week: Int, review: Int64? = nil, in area: String? = nil, status: Session.Status = .held, coLed: Bool = false
    ) throws -> AttendedSession {
        let mentor = Person(
            id: Identifier(1), name: "Mei", email: try EmailAddress("mei@example.org"), zone: .utc)
        let start = try instant("2027-01-05T08:00:00Z").adding(seconds: Int64(week) * 604_800)
        let session = Session(
            id: Identifier(Int64(week)),
            code: SessionCode(program: "nova", season: "202701", week: week, region: .asia),
            season: try day("2027-01-04"), uid: "\(week)", status: status, mentor: mentor, slot: nil, zone: .utc,
            localStart: try local("2027-01-05T08:00:00"), start: start, minutes: 60, capacity: 2, location: "irc",
            revised: start,
            pick: review.map {
                Pick(
                    review: Review(
                        id: Identifier($0), program: "nova", url: "https://example.org/\($0)", title: "t", area: area,
                        proposer: mentor.id, proposed: start))
            })
        return AttendedSession(session: session, isCoLed: coLed)
    }

    @Test("without a session everything of the first stage is missing")
    func nothing() throws {
        let progress = try TraineeProgress(of: [], on: path())
        #expect((progress.reached, progress.next?.name) == (nil, "reader"))
        #expect(progress.missingInWords(for: Self.stages[0]) == "2 more sessions")
        #expect(
            progress.missingInWords(for: Self.stages[1])
                == "3 more sessions, 2 more reviews discussed, 2 more areas of api, scheduler and db")
        #expect(
            progress.missingInWords(for: Self.stages[2])
                == "4 more sessions, 3 more reviews discussed, 3 more areas: api, scheduler and db, 1 more session co-led"
        )
    }

    @Test("a stage is reached with exactly what it asks for, and not with one less")
    func threshold() throws {
        let all = try [
            attended(1, review: 1, in: "api"), attended(2, review: 2, in: "scheduler"), attended(3),
            attended(4, review: 3, in: "db", coLed: true),
        ]
        let stages: [String?] = [nil, nil, "reader", "reviewer", "candidate"]
        for (count, stage) in stages.enumerated() {
            #expect(try TraineeProgress(of: Array(all.prefix(count)), on: path()).reached?.name == stage)
        }
        let done = try TraineeProgress(of: all, on: path())
        #expect(done.next == nil)
        #expect(Self.stages.allSatisfy { done.missing(for: $0).isEmpty && done.missingInWords(for: $0) == nil })
        #expect(try done.gains(from: attended(9, review: 9, in: "api").session) == [])
        #expect(
            try TraineeProgress(of: Array(all.prefix(3)), on: path()).missingInWords(for: Self.stages[2])
                == "1 more session, 1 more review discussed, 1 more area: db, 1 more session co-led")
    }

    @Test("a session counts once, a review once however often it was discussed, and an area once")
    func once() throws {
        let progress = try TraineeProgress(
            of: [
                attended(2, review: 7, in: "api"), attended(1, review: 7, in: "api"), attended(1, review: 7, in: "api"),
                attended(3, review: 8, in: "api"),
            ], on: path())
        #expect(Stage.Goal.allCases.map(progress.have) == [3, 2, 1, 0])
        #expect(progress.attended.map(\.session.code.week) == [1, 2, 3])
        #expect(progress.openAreas == ["scheduler", "db"])
    }

    @Test(
        "what was called off, or never announced, counts for nothing",
        arguments: [Session.Status.cancelled, .tentative])
    func never(status: Session.Status) throws {
        let progress = try TraineeProgress(
            of: [attended(1, review: 1, in: "api", status: status, coLed: true)], on: path())
        #expect(Stage.Goal.allCases.map(progress.have) == [0, 0, 0, 0])
    }

    @Test("an area that the program file does not name counts as a review, and as no area")
    func unknownArea() throws {
        let progress = try TraineeProgress(
            of: [attended(1, review: 1, in: "docs"), attended(2, review: 2)], on: path())
        #expect(Stage.Goal.allCases.map(progress.have) == [2, 2, 0, 0])
        #expect(progress.areas.isEmpty)
    }

    @Test("a session without a review, or whose review was erased, counts as a session")
    func noReview() throws {
        let progress = try TraineeProgress(of: [attended(1)], on: path())
        #expect(Stage.Goal.allCases.map(progress.have) == [1, 0, 0, 0])
    }

    @Test("a session would help by what the stages ahead still ask for, and by nothing else")
    func gains() throws {
        let beginner = try TraineeProgress(of: [], on: path())
        #expect(try beginner.gains(from: attended(9, review: 9, in: "api").session) == [.sessions, .discussed, .areas])
        let progress = try TraineeProgress(
            of: [attended(1, review: 1, in: "api"), attended(2, review: 1, in: "api"), attended(3)], on: path())
        #expect(progress.next?.name == "reviewer")
        #expect(try progress.gains(from: attended(9, review: 9, in: "db").session) == [.sessions, .discussed, .areas])
        #expect(try progress.gains(from: attended(9, review: 9, in: "api").session) == [.sessions, .discussed])
        #expect(try progress.gains(from: attended(9, review: 1, in: "api").session) == [.sessions])
        #expect(try progress.gains(from: attended(9).session) == [.sessions])
    }

    @Test("a program without stages still counts")
    func noStages() throws {
        let progress = try TraineeProgress(of: [attended(1)], on: PathToCore(stages: [], areas: []))
        #expect(progress.have(.sessions) == 1)
        #expect((progress.reached, progress.next) == (nil, nil))
        #expect(try progress.gains(from: attended(2).session) == [])
    }
}
