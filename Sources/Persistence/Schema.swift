import GRDB
import Mentoring

/// The tables, and how a file of any earlier release gets them.
enum Schema {
    /// A step from one schema to the next.
    ///
    /// Once released, a step is never changed or removed.
    struct Migration {
        let name: String
        let sql: String
    }

    /// The steps in the order in which they are taken; new ones are added at the end.
    static let migrations = [
        Migration(name: "2026-11 first", sql: first), Migration(name: "2026-11 answers", sql: answers),
        Migration(name: "2026-11 areas", sql: areas),
        Migration(name: "2026-11 picks", sql: picks),
        Migration(name: "2026-11 path", sql: path),
        Migration(name: "2026-11 sign-ups", sql: signUps),
        Migration(name: "2026-11 attendance", sql: attendance),
        Migration(name: "2026-11 duties", sql: duties),
        Migration(name: "2026-11 waiting", sql: waiting),
        Migration(name: "2026-11 duty offers", sql: dutyOffers),
        Migration(name: "2026-11 rights", sql: rights),
        Migration(name: "2026-11 emptied mail", sql: emptiedMail),
        Migration(name: "2026-11 sign-up limits", sql: signUpLimits),
        Migration(name: "2026-11 people", sql: people),
        Migration(name: "2026-11 introductions", sql: introductions),
        Migration(name: "2026-11 absences", sql: absences),
        Migration(name: "2026-11 log", sql: log),
        Migration(name: "2026-11 told", sql: told),
        Migration(name: "2026-11 mail matters", sql: mailMatters),
        Migration(name: "2026-11 confirm hours", sql: confirmHours),
        Migration(name: "2026-11 visitors", sql: visitors),
        Migration(name: "2026-11 nickname ranks", sql: nicknameRanks),
        Migration(name: "2026-11 session mail", sql: sessionMail),
        Migration(name: "2026-11 written mail", sql: writtenMail),
        Migration(name: "2026-11 seasons", sql: seasons),
        Migration(name: "2026-11 file facts", sql: fileFacts),
        Migration(name: "2026-11 moves", sql: moves),
        Migration(name: "2026-11 notice hours", sql: noticeHours),
        Migration(name: "2026-11 standing offers", sql: standingOffers),
        Migration(name: "2026-11 log of files", sql: logOfFiles),
        Migration(name: "2026-11 region titles", sql: regionTitles),
        Migration(name: "2026-11 spoken seasons", sql: spokenSeasons),
        Migration(name: "2026-11 nickname claims", sql: nicknameClaims),
        Migration(name: "2026-11 given-up seasons", sql: givenUpSeasons),
        Migration(name: "2026-11 kept regions", sql: keptRegions),
        Migration(name: "2026-11 sign-ins", sql: signIns),
        Migration(name: "2026-11 introduction", sql: introduction),
        Migration(name: "2026-11 mail links", sql: mailLinks),
        Migration(name: "2026-11 named zones", sql: namedZones),
        Migration(name: "2026-11 contacts", sql: contacts),
        Migration(name: "2026-11 joining moves", sql: joiningMoves),
        Migration(name: "2026-11 log subjects", sql: logSubjects),
        Migration(name: "2026-11 erasures", sql: erasures),
        Migration(name: "2026-11 growth", sql: growth),
    ]

    /// “Meri”, at byte 68 of the file: how Meridian's databases are told from other SQLite databases.
    static let applicationID = 0x4D65_7269

    /// Whether no step is missing.
    /// - Throws: `UnsuitableFile` when the database holds something else, or steps that this release does not know.
    static func isCurrent(in database: Database) throws -> Bool { try missing(in: database).isEmpty }

    /// Takes the steps that are missing, all in one transaction.
    /// - Parameters:
    ///   - database: the database.
    ///   - keepCopy: makes a copy of a database that holds something already, before the migration of that name.
    /// - Throws: as `isCurrent`, and what `keepCopy` throws.
    static func bringUpToDate(_ database: Database, keepCopy: (_ before: String) throws -> Void) throws {
        try database.inWritingTransaction {
            // Whatever was missing before, another process may have been first.
            let missing = try missing(in: database)
            if let next = missing.first, next.name != migrations[0].name { try keepCopy(next.name) }
            for migration in missing { try apply(migration, to: database) }
        }
    }

    /// Looks, in each transaction, whether the last step is still this release's: a newer one may have brought the database up to
    /// date while this one has it open, as when it is installed under a server that runs on.
    /// - Throws: `UnsuitableFile.upgraded` where it is another's.
    static func requireOwn(in database: Database) throws {
        let statement = try database.cachedStatement(sql: "SELECT name FROM migration ORDER BY number DESC LIMIT 1")
        guard let last = try String.fetchOne(statement), last != migrations.last?.name else { return }
        throw UnsuitableFile.upgraded(last)
    }

    /// The names of the steps that were taken; none in an empty file.
    static func applied(in database: Database) throws -> [String] {
        // One query for both, so that what another process commits meanwhile falls on one side of it.
        let tables = try Row.fetchOne(
            database, sql: "SELECT count(*), count(CASE name WHEN 'migration' THEN 1 END) FROM sqlite_master")
        switch (tables?[0] as Int?, tables?[1] as Int?) {
        case (0, _): return []
        case (_, 1): return try String.fetchAll(database, sql: "SELECT name FROM migration ORDER BY number")
        default: throw UnsuitableFile.otherApplication(0)
        }
    }

    private static func missing(in database: Database) throws -> ArraySlice<Migration> {
        let applied = try applied(in: database)
        let known = migrations.map(\.name)
        if applied.isEmpty, try database.tableExists("migration") {
            throw UnsuitableFile.brokenHistory(lacks: known[0], has: nil)
        }
        if known.starts(with: applied) { return migrations.dropFirst(applied.count) }
        let shared = zip(known, applied).prefix { $0 == $1 }.count
        guard shared < known.count else { throw UnsuitableFile.newer(applied[shared]) }
        throw UnsuitableFile.brokenHistory(lacks: known[shared], has: applied[shared])
    }

    static func apply(_ migration: Migration, to database: Database) throws {
        if migration.name == migrations[0].name {
            try database.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);
                    CREATE TABLE migration(
                        number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied INTEGER NOT NULL
                    ) STRICT;
                    """)
        }
        try database.execute(sql: migration.sql)
        try database.execute(
            sql: "INSERT INTO migration(name, applied) VALUES (?, CAST(strftime('%s', 'now') AS INTEGER))",
            arguments: [migration.name])
    }
}
