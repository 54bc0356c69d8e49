import ChatLogs
import CivilTime
import GRDB
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@testable import Persistence

@Suite("attendance and what it rests on come back") struct AttendanceTests {
    let store: SQLiteStore

    init() throws { store = try .inMemory() }

    @Test("attendance of every kind comes back, by session and person")
    func attendance() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            let seen = [
                Attendance(session: nova.session.id, person: nova.mentor, kind: .present, evidence: .log),
                Attendance(session: nova.session.id, person: nova.other, kind: .asynchronous, evidence: .answers),
                Attendance(session: nova.session.id, person: nova.trainee, kind: .missed, evidence: .record),
            ]
            for attendance in seen.reversed() { try store.save(attendance) }
            #expect(try store.attendance(in: nova.session.id) == seen)
            #expect(try store.attendance(of: "nova") == seen)
            #expect(try store.attendance(of: "aurora").isEmpty)
            try store.save(
                Attendance(session: nova.session.id, person: nova.trainee, kind: .present, evidence: .checkIn))
            #expect(try store.attendance(of: nova.trainee.id, in: "nova").map(\.evidence) == [.checkIn])
        }
    }

    @Test("nicknames come by what their spellings share; one is one person's")
    func nicknames() async throws {
        let nova = try await Nova(in: store)
        let mei = KnownNickname(program: "nova", nickname: try #require(Nickname("Mei[m]")), person: nova.mentor)
        let ana = KnownNickname(program: "nova", nickname: try #require(Nickname("ana")), person: nova.other)
        try await store.write { store throws in
            try store.add(mei)
            try store.add(ana)
            #expect(try store.nicknames(of: "nova") == [ana, mei])
            #expect(try store.nicknames(of: "nova").map(\.nickname.text) == ["ana", "Mei[m]"])
        }
        let taken = KnownNickname(program: "nova", nickname: try #require(Nickname("mEI{M}")), person: nova.trainee)
        await #expect(throws: StorageFailure.self) { try await store.write { try $0.add(taken) } }
        try await store.write { store throws in
            #expect(try store.remove(taken.nickname, from: "nova"))
            #expect(try !store.remove(taken.nickname, from: "nova"))
            try store.add(taken)
        }
    }

    @Test("visitors come by session, each with the nicknames that they had, in their order; later ones replace them")
    func visitors() async throws {
        let nova = try await Nova(in: store)
        let names = try ["zoe w", "ada", "eve"].map { try #require(Nickname($0)) }
        let visitors = [
            Visitor(session: nova.session.id, nicknames: [names[0], names[1]]),
            Visitor(session: nova.session.id, nicknames: [names[2]]),
        ]
        try await store.write { store throws in
            try store.save(visitors, of: nova.session.id)
            #expect(try store.visitors(in: nova.session.id) == visitors)
            #expect(try store.visitors(of: "nova").map { $0.nicknames.map(\.text) } == [["zoe w", "ada"], ["eve"]])
            #expect(try store.visitors(of: "aurora").isEmpty)
            let changes = store.changesMade
            try store.save(visitors, of: nova.session.id)
            #expect(store.changesMade == changes)
            try store.save([visitors[1]], of: nova.session.id)
            #expect(try store.visitors(in: nova.session.id) == [visitors[1]])
            try store.save([], of: nova.session.id)
            #expect(try store.visitors(of: "nova").isEmpty)
        }
    }

    @Test("answers come oldest first; later ones replace them until they are signed off")
    func answers() async throws {
        let nova = try await Nova(in: store)
        var answers = WrittenAnswers(session: nova.session.id, person: nova.trainee, text: "ä\nb", written: now)
        try await store.write { [answers] store throws in
            let earlier = WrittenAnswers(
                session: nova.session.id, person: nova.other, text: "c", written: now.adding(seconds: -1))
            try store.save(answers)
            try store.save(earlier)
            #expect(try store.answers(to: nova.session.id) == [earlier, answers])
            #expect(try store.answers(of: "nova") == [earlier, answers])
            #expect(try store.sessionsWithUntoldAnswers().map(\.id) == [nova.session.id])
            try store.setTold(.answersWait(answers), at: now)
            #expect(try store.sessionsWithUntoldAnswers().map(\.id) == [nova.session.id])
            try store.setTold(.answersWait(earlier), at: now)
            #expect(try store.sessionsWithUntoldAnswers().isEmpty)
        }
        answers.signedOff = now
        try await store.write { [answers] store throws in
            try store.save(answers)
            #expect(try store.answers(to: nova.session.id).last == answers)
        }
        answers.text = "other"
        await #expect(throws: StorageFailure.self) { try await store.write { [answers] in try $0.save(answers) } }
    }

    @Test("where a log is comes with its session, and can change")
    func logs() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            #expect(try store.session(nova.session.id)?.log == nil)
            for address in ["https://example.org/1", "http://example.org/2"] {
                try store.setLog(address, of: nova.session.id)
                #expect(try store.session(nova.session.id)?.log == address)
            }
        }
    }

    @Test("a program keeps its bots")
    func bots() async throws {
        var program = try Nova.program()
        program.bots = try ["meetbot", "Zuul"].map { try #require(Nickname($0)) }
        try await store.write { [program] store throws in
            try store.save(program)
            #expect(try store.program("nova")?.bots.map(\.text) == ["meetbot", "Zuul"])
        }
    }

    @Test(
        "a statement that makes no sense is refused",
        arguments: [
            "INSERT INTO attendance(session, person, kind, evidence) VALUES (1, 1, 'asynchronous', 'record')",
            "INSERT INTO attendance(session, person, kind, evidence) VALUES (1, 1, 'present', 'answers')",
            "INSERT INTO attendance(session, person, kind, evidence) VALUES (1, 1, 'missed', 'check-in')",
            "INSERT INTO attendance(session, person, kind, evidence) VALUES (1, 1, 'late', 'record')",
            "INSERT INTO session_log VALUES (1, 'javascript:alert(1)')",
            "INSERT INTO written_answers VALUES (1, 1, '', 1, NULL, NULL)",
            "INSERT INTO written_answers VALUES (1, 1, 'x', 2, 1, NULL)",
            "INSERT INTO nickname VALUES ('nova', '', '', 1)",
        ])
    func invariants(sql: String) async throws {
        _ = try await Nova(in: store)
        await #expect(throws: DatabaseError.self) {
            try await store.queue.write { try $0.execute(sql: sql) }
        }
    }

    @Test("who was seen by an earlier release came, and who was not missed it")
    func upgraded() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("meridian.db")
        let nova = try await {
            let store = try SQLiteStore(path: path)
            return try await Nova(in: store)
        }()
        let queue = try DatabaseQueue(path: path)
        try await queue.write { database in
            try database.execute(
                sql: """
                    DROP TABLE attendance;
                    CREATE TABLE attendance(
                        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
                        person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
                        present INTEGER NOT NULL CHECK (present IN (0, 1)),
                        PRIMARY KEY (session, person)
                    ) STRICT, WITHOUT ROWID;
                    INSERT INTO attendance VALUES (1, 1, 1), (1, 3, 0);
                    DROP TABLE nickname; DROP TABLE session_log; DROP TABLE written_answers;
                    ALTER TABLE program DROP COLUMN bots;
                    """)
            try database.execute(sql: Schema.attendance)
        }
        try queue.close()
        let store = try SQLiteStore(path: path)
        let seen = try await store.read { try $0.attendance(in: nova.session.id) }
        #expect(seen.map(\.kind) == [.present, .missed])
        #expect(seen.map(\.evidence) == [.record, .record])
    }
}
