import Foundation
import GRDB
import Subprocess
import Testing

@testable import Persistence

/// A database as an earlier release left it, made once by a script in `Fixtures`: every later migration is tried on it.
struct EarlierRelease: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    /// The last migration that it has, and the first that it lacks.
    let (last, next): (String, String)
    let programs: Int
    /// How many mails there are, and how many of them wait.
    let (mails, waiting): (Int, Int)
    /// The subjects of the mails that a migration empties, since they held a secret and have left.
    let emptied: Set<String>
    /// What a migration may do away with, or change, in the columns that there were; each with its reason.
    let mayChange: [String: Set<String>]

    static let halfSeason = EarlierRelease(
        testDescription: "a season half over", file: "half-season.sql.gz",
        (last: "2026-11 duty offers", next: "2026-11 rights"), programs: 2, (mails: 73, waiting: 27),
        emptied: ["Did you ask to join Nova core reviewer training?"],
        // What held a secret and has left is emptied.
        mayChange: ["outbox": ["bytes"]])
    static let twoSeasons = EarlierRelease(
        testDescription: "programs in their second season, with the codes of the first", file: "two-seasons.sql.gz",
        (last: "2026-11 written mail", next: "2026-11 seasons"), programs: 3, (mails: 103, waiting: 12), emptied: [],
        mayChange: [:])
    static let all = [halfSeason, twoSeasons]

    private init(
        testDescription: String, file: String, _ migrations: (last: String, next: String), programs: Int,
        _ mails: (mails: Int, waiting: Int), emptied: Set<String>, mayChange: [String: Set<String>]
    ) {
        self.testDescription = testDescription
        self.file = file
        (last, next) = migrations
        self.programs = programs
        (self.mails, waiting) = mails
        self.emptied = emptied
        // Migrations are added.
        self.mayChange = mayChange.merging(["migration": ["number", "name", "applied"]]) { known, _ in known }
    }

    /// Makes the database at a path.
    func restore(to path: String) async throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(file)")
        let unpacked = try await run(
            .name("gunzip"), arguments: ["--stdout", fixture.path], output: .string(limit: 64 << 20))
        try #require(unpacked.terminationStatus.isSuccess)
        let queue = try DatabaseQueue(path: path)
        try await queue.writeWithoutTransaction { try $0.execute(sql: unpacked.standardOutput) }
        try queue.close()
    }
}
