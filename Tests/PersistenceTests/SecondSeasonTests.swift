import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

/// What a second season with the codes of the first becomes, in a database that knew one season.
@Suite("a second season of an earlier release") struct SecondSeasonTests {
    let folder: TemporaryFolder
    let path: String

    init() async throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
        try await EarlierRelease.twoSeasons.restore(to: path)
    }

    /// What a season is called that begins on a day.
    ///
    /// Kyiv’s of September was left before anybody was told of it.
    private static let names = [
        "kyiv 2026-09-07": "202609", "kyiv 2026-10-05": "202610", "nova 2026-07-06": "202607",
        "nova 2027-01-04": "202701", "oslo 2026-07-06": "202607", "oslo 2026-07-27": "202607b",
        "oslo 2027-01-04": "202701",
    ]

    @Test("every session and week of a duty has the name of its season, and a code that no other has")
    func codes() async throws {
        let store = try SQLiteStore(path: path)
        try await store.read { transaction in
            let programs = try transaction.programs()
            #expect(
                programs.map { $0.seasons.map(\.name) } == [
                    ["202610"], ["202607", "202701"], ["202607", "202607b", "202701"],
                ])
            let sessions = try programs.flatMap { try transaction.sessions(of: $0.name) }.map(\.asStored)
            #expect((sessions.count, Set(sessions.map(\.code)).count) == (88, 88))
            for session in sessions {
                #expect("\(session.code.season)" == Self.names["\(session.code.program) \(session.season)"])
                #expect(try transaction.session(session.code)?.asStored == session)
            }
            let turns = try programs.flatMap { try transaction.dutyTurns(of: $0.name) }
            #expect((turns.count, Set(turns.map(\.code)).count) == (51, 51))
            for turn in turns {
                #expect("\(turn.code.season)" == Self.names["\(turn.code.program) \(turn.season)"])
            }
        }
    }

    @Test("what people did leads to the session in which they did it")
    func evidence() async throws {
        let store = try SQLiteStore(path: path)
        try await store.read { transaction in
            func did(_ person: Person, in session: Identifier<Session>) throws -> String {
                "\(person.name) \(try #require(try transaction.session(session)).code)"
            }
            #expect(
                try transaction.attendance(of: "nova").map { try did($0.person, in: $0.session) }.sorted() == [
                    "Ada nova-202607-w01-europe", "Arjun nova-202607-w01-europe", "Arjun nova-202701-w01-europe",
                    "Dmitri nova-202607-w01-asia", "Dmitri nova-202607-w06-asia", "Dmitri nova-202701-w01-europe",
                ])
            #expect(
                try transaction.answers(of: "nova").map { try did($0.person, in: $0.session) } == [
                    "Arjun nova-202607-w01-europe", "Arjun nova-202701-w01-europe",
                ])
            let picks = try transaction.sessions(of: "nova").filter { $0.asStored.pick != nil }
            #expect(picks.map { "\($0.code)" } == ["nova-202607-w01-europe"])
        }
    }
}
