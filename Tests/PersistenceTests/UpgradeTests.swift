import ChatLogs
import CivilTime
import GRDB
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@testable import Persistence

/// Databases of earlier releases, opened by this one.
@Suite("an earlier database") struct UpgradeTests {
    @Test("is brought up to date when it is opened, and keeps what it holds")
    func first() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("meridian.db")
        let queue = try DatabaseQueue(path: path)
        try await queue.write { database in
            try database.execute(
                sql: """
                    PRAGMA application_id = \(Schema.applicationID);
                    CREATE TABLE migration(
                        number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied INTEGER NOT NULL
                    ) STRICT;
                    INSERT INTO migration(name, applied) VALUES ('2026-11 first', 0);
                    """)
            try database.execute(sql: Schema.first)
            try database.execute(
                sql: """
                    INSERT INTO program VALUES ('nova', 'Nova', 'nova@example.org', 'irc', '2027-01-04', 26,
                        'every-region', 60, 2, 'asia', 4);
                    INSERT INTO person VALUES (1, 'Mei', 'mei@example.org', 'Asia/Tokyo');
                    INSERT INTO session VALUES (1, 'nova', '2027-01-04', 1, 'asia', 'u', 'announced', 1, NULL, 'Asia/Tokyo',
                        '2027-01-05T17:00:00', 1799136000, 60, 2, 'irc', 0, 1798761600, NULL, 0);
                    INSERT INTO enrollment VALUES (7, 1, 1, 1, 1798761600);
                    INSERT INTO invitation VALUES (1, 1, 'trainee', 'request', 0, 0, 1798761600, 'ACCEPTED',
                        '2027-01-05T17:00:00', 'Asia/Tokyo');
                    INSERT INTO outbox VALUES (3, 'mei@example.org', 's', x'00', 1798761600, 'pending', 0, NULL);
                    """)
        }
        try queue.close()
        let store = try SQLiteStore(path: path)
        #expect(try await store.report().isSound)
        try await store.read { transaction in
            let session = try #require(try transaction.sessions(of: "nova").first?.asStored)
            #expect((session.isAgreed, session.pick) == (false, nil))
            let enrollment = try #require(try transaction.enrollments(in: session.id).first)
            #expect((enrollment.seat, enrollment.yields, enrollment.confirmBy) == (1, false, nil))
            // Whoever was invited without a token keeps the organizer that their calendar knows.
            #expect(try transaction.invitations(for: session.id).map(\.token) == [nil])
            // So is whose contact it was told from: the program's as it was at the upgrade.
            #expect(
                try transaction.invitations(for: session.id).map(\.contact) == [EmailAddress("nova@example.org")])
            #expect(try transaction.outbox([.pending]).map(\.due) == [nil])
        }
    }

    @Test(
        "has the days off of whoever said nothing hold in each program that named them, and those of others everywhere")
    func absences() async throws {
        let queue = try DatabaseQueue()
        try await queue.write { database in
            for migration in Schema.migrations.prefix(while: { $0.name != "2026-11 absences" }) {
                try Schema.apply(migration, to: database)
            }
            for program in ["nova", "swift"] {
                try database.execute(
                    sql: """
                        INSERT INTO program(name, title, contact, location, season_start, season_weeks, cadence, minutes, capacity,
                            regions, announce_weeks)
                        VALUES (?, 'T', 'c@example.org', 'irc', '2027-01-04', 26, 'every-region', 60, 2, 'asia', 4)
                        """, arguments: [program])
            }
            let people = [(1, false, ["nova"]), (2, true, ["nova"]), (3, false, ["nova", "swift"]), (4, false, [])]
            for (id, hasSpoken, programs) in people {
                try database.execute(
                    sql: "INSERT INTO person(id, name, email, zone, has_spoken) VALUES (?, 'P', ?, 'Etc/UTC', ?)",
                    arguments: [id, "p\(id)@example.org", hasSpoken])
                for program in programs {
                    try database.execute(
                        sql: "INSERT INTO introduction VALUES (?, ?, 'P', 'Etc/UTC')", arguments: [program, id])
                }
                try database.execute(
                    sql: "INSERT INTO away(person, first_day, last_day) VALUES (?, '2027-01-01', '2027-01-01')",
                    arguments: [id])
            }
            try Schema.migrations.drop { $0.name != "2026-11 absences" }.forEach { try Schema.apply($0, to: database) }
            let rows = try String.fetchAll(
                database,
                sql: "SELECT person || ' ' || ifnull(program, 'everywhere') FROM away ORDER BY person, program")
            #expect(rows == ["1 nova", "2 everywhere", "3 nova", "3 swift", "4 everywhere"])
        }
    }

    @Test("takes a nickname with a sign of rank before it for the one without; where both are there, that one stays")
    func nicknames() async throws {
        let queue = try DatabaseQueue()
        try await queue.write { database in
            for migration in Schema.migrations.prefix(while: { $0.name != "2026-11 visitors" }) {
                try Schema.apply(migration, to: database)
            }
            try database.execute(
                sql: """
                    INSERT INTO program(name, title, contact, location, season_start, season_weeks, cadence, minutes, capacity,
                        regions, announce_weeks)
                    VALUES ('nova', 'T', 'c@example.org', 'irc', '2027-01-04', 26, 'every-region', 60, 2, 'asia', 4);
                    INSERT INTO person(id, name, email, zone) VALUES (1, 'P', 'p@example.org', 'Etc/UTC');
                    INSERT INTO nickname(program, key, text, person) VALUES
                        ('nova', '@ada:example.org', '@Ada:example.org', 1), ('nova', '@bob', '@bob', 1),
                        ('nova', 'bob', 'bob', 1), ('nova', '^eve', '^eve', 1), ('nova', '@', '@', 1);
                    """)
            try Schema.migrations.drop { $0.name != "2026-11 visitors" }.forEach { try Schema.apply($0, to: database) }
            let transaction = Transaction(database: database)
            let known = try transaction.nicknames(of: "nova").map(\.nickname)
            #expect(known.map(\.text).sorted() == ["@", "@Ada:example.org", "^eve", "bob"])
            for nickname in known { #expect(try transaction.remove(nickname, from: "nova"), "\(nickname)") }
        }
    }

    @Test("knows what somebody was told before, wherever that was kept")
    func told() async throws {
        let queue = try DatabaseQueue()
        try await queue.write { database in
            for migration in Schema.migrations.prefix(while: { $0.name != "2026-11 told" }) {
                try Schema.apply(migration, to: database)
            }
            try database.execute(
                sql: """
                    INSERT INTO program(name, title, contact, location, season_start, season_weeks, cadence, minutes, capacity,
                        regions, announce_weeks, askers_told)
                    VALUES ('nova', 'T', 'c@example.org', 'irc', '2027-01-04', 26, 'every-region', 60, 2, 'asia', 4, 50);
                    INSERT INTO person(id, name, email, zone) VALUES (1, 'P', 'p@example.org', 'Etc/UTC');
                    INSERT INTO session(id, program, season, week, region, uid, status, mentor, zone, local_start, start, minutes,
                        capacity, location, sequence, revised, called_off)
                    VALUES (7, 'nova', '2027-01-04', 1, 'asia', 'u', 'announced', 1, 'Asia/Tokyo', '2027-01-05T17:00:00',
                        1799136000, 60, 2, 'irc', 0, 0, 0);
                    INSERT INTO reminder VALUES (7, 1, 'day', 1799136000);
                    INSERT INTO pick_reminder VALUES (7, 1, 60);
                    INSERT INTO written_answers(session, person, text, written, mentor_told) VALUES (7, 1, 'a', 40, 70);
                    """)
            try Schema.migrations.drop { $0.name != "2026-11 told" }.forEach { try Schema.apply($0, to: database) }
            let transaction = Transaction(database: database)
            let session = try #require(try transaction.session(Identifier(7))?.asStored)
            let (person, program) = (session.mentor, try #require(try transaction.program("nova")))
            let answers = try #require(try transaction.answers(to: session.id).first)
            #expect(try transaction.lastTold(.reminder(.day, of: session, to: person)) != nil)
            #expect(try transaction.lastTold(.reminder(.hour, of: session, to: person)) == nil)
            #expect(try transaction.lastTold(.pickDue(for: session))?.secondsSinceEpoch == 60)
            #expect(try transaction.lastTold(.answersWait(answers))?.secondsSinceEpoch == 70)
            #expect(try transaction.lastTold(.askedToJoin(program))?.secondsSinceEpoch == 50)
        }
    }

    @Test("gives every season a name, of earlier ones too, and leaves what belongs to them as it is")
    func seasons() async throws {
        let queue = try DatabaseQueue()
        try await queue.write { database in
            for migration in Schema.migrations.prefix(while: { $0.name != "2026-11 seasons" }) {
                try Schema.apply(migration, to: database)
            }
            try database.execute(
                sql: """
                    INSERT INTO program(name, title, contact, location, season_start, season_weeks, cadence, minutes, capacity,
                        regions, announce_weeks)
                    VALUES ('nova', 'T', 'c@example.org', 'irc', '2027-07-05', 26, 'every-region', 60, 2, 'asia', 4),
                        ('oslo', 'T', 'o@example.org', 'irc', '2027-01-11', 8, 'every-region', 60, 2, 'asia', 4);
                    INSERT INTO person(id, name, email, zone) VALUES (1, 'P', 'p@example.org', 'Etc/UTC');
                    INSERT INTO standing_enrollment(program, region, person, since) VALUES ('nova', 'asia', 1, 5);
                    """)
            // Two that were held, one of them longer than it is to the next; two that were left before anybody was told.
            let kept = [
                ("2026-07-06", 26, "held"), ("2027-01-04", 29, "held"), ("2027-01-18", 8, "cancelled"),
                ("2027-07-05", 2, "announced"), ("2027-07-12", 2, "cancelled"),
            ]
            for (season, weeks, status) in kept {
                for week in 1...weeks {
                    try database.execute(
                        sql: """
                            INSERT INTO session(program, season, week, region, uid, status, mentor, zone, local_start, start,
                                minutes, capacity, location, sequence, revised, called_off)
                            VALUES ('nova', ?1, ?2, 'asia', ?1 || ?2, ?3, 1, 'Asia/Tokyo', '2027-01-05T17:00:00', 1799136000,
                                60, 2, 'irc', ?2, 0, 0)
                            """, arguments: [season, week, status])
                }
            }
            let before = try String.fetchAll(database, sql: Self.identities)
            try Schema.migrations.drop { $0.name != "2026-11 seasons" }.forEach { try Schema.apply($0, to: database) }
            #expect(try String.fetchAll(database, sql: Self.identities) == before)
            let transaction = Transaction(database: database)
            let nova = try #require(try transaction.program("nova"))
            #expect(
                nova.seasons.map { "\($0.name) \($0.start) \($0.weeks)" } == [
                    "202607 2026-07-06 26", "202701 2027-01-04 26", "202707 2027-07-05 26",
                ])
            #expect(try transaction.program("oslo")?.seasons.map(\.name) == ["202701"])
            #expect(try transaction.announcedSeasons(of: "nova") == ["202607", "202701", "202707"])
            #expect(try transaction.standingEnrollments(of: "nova").map(\.season) == ["202707"])
            let sessions = try transaction.sessions(of: "nova").map(\.asStored)
            #expect(sessions.count == 67 && Set(sessions.map(\.code)).count == 67)
            let code = SessionCode(program: "nova", season: "202701", week: 3, region: .asia)
            #expect(try transaction.session(code)?.asStored.uid == "2027-01-043")
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM outbox") == 0)
        }
    }

    @Test("lets the file give back the name of a season that an earlier release called after its first day")
    func leftSeasons() async throws {
        let queue = try DatabaseQueue()
        try await queue.write { database in
            for migration in Schema.migrations.prefix(while: { $0.name != "2026-11 given-up seasons" }) {
                try Schema.apply(migration, to: database)
            }
            try database.execute(
                sql: """
                    INSERT INTO program(name, title, contact, location, season_start, season_weeks, cadence, minutes, capacity,
                        regions, announce_weeks)
                    VALUES ('nova', 'T', 'c@example.org', 'irc', '2027-01-04', 4, 'every-region', 60, 2, 'asia', 4);
                    INSERT INTO season(program, name, start, weeks) VALUES ('nova', 'a', '2027-01-04', 4);
                    INSERT INTO season(program, name, start, weeks, given_up) VALUES
                        ('nova', 'left20270705', '2027-07-05', 4, 1), ('nova', 'left20271004', '2027-10-04', 4, 1);
                    INSERT INTO person(id, name, email, zone) VALUES (1, 'P', 'p@example.org', 'Etc/UTC');
                    INSERT INTO session(id, program, season, week, region, uid, status, mentor, zone, local_start, start, minutes,
                        capacity, location, sequence, revised, called_off)
                    VALUES (7, 'nova', '2027-07-05', 1, 'asia', 'u', 'cancelled', 1, 'Asia/Tokyo', '2027-07-06T17:00:00',
                        1814860800, 60, 2, 'irc', 0, 0, 0);
                    INSERT INTO enrollment(session, person, seat, since) VALUES (7, 1, 1, 0);
                    """)
            try Schema.migrations.drop { $0.name != "2026-11 given-up seasons" }.forEach {
                try Schema.apply($0, to: database)
            }
            let transaction = Transaction(database: database)
            #expect(try transaction.givenUpSeasons(of: "nova").map(\.name) == ["left20270705", "left20271004"])
            let left = try #require(try transaction.givenUpSeasons(of: "nova").first)
            let back = try Season(name: "b", start: left.start, weeks: 4)
            try transaction.change([(known: left.name, to: back)], of: "nova")
            let program = try #require(try transaction.program("nova"))
            try transaction.save(program.having(program.seasons + [back]))
            #expect(try transaction.session(Identifier(7))?.code.description == "nova-b-w01-asia")
            #expect(try transaction.seasons(of: "nova").map(\.name) == ["a", "b"])
            // People are in it, so that the name stays.
            #expect(try transaction.spokenSeasons(of: "nova") == ["b"])
            #expect(throws: (any Error).self) {
                try transaction.change([(known: "b", to: Season(name: "c", start: left.start, weeks: 4))], of: "nova")
            }
        }
    }

    private static let identities = "SELECT id || uid || sequence || status || season || week FROM session ORDER BY id"
}
