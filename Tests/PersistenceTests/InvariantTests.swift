import CivilTime
import GRDB
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@testable import Persistence

@Suite("the schema holds, whatever the code above it does") struct InvariantTests {
    let store: SQLiteStore

    init() throws { store = try .inMemory() }

    @Test(
        "a statement that breaks an invariant is refused in words",
        arguments: [
            ("INSERT INTO enrollment(session, person, seat, since) VALUES (1, 3, 3, 0)", "beyond the capacity"),
            (
                "INSERT INTO enrollment(session, person, seat, since) VALUES (1, 3, 0, 0)",
                "CHECK constraint failed: seat >= 1"
            ),
            (
                "INSERT INTO enrollment(session, person, seat, since) VALUES (1, 3, 1, 0)",
                "enrollment.session, enrollment.seat"
            ),
            (
                "INSERT INTO enrollment(session, person, seat, since) VALUES (1, 2, 2, 0)",
                "enrollment.session, enrollment.person"
            ),
            (
                "INSERT INTO enrollment(session, person, seat, since) VALUES (9, 3, 1, 0)",
                "FOREIGN KEY constraint failed"
            ),
            ("UPDATE enrollment SET seat = 3", "beyond the capacity"),
            ("DELETE FROM enrollment; UPDATE session SET capacity = 0", "CHECK constraint failed: capacity >= 1"),
            ("UPDATE session SET sequence = sequence - 1", "sequence of a session is never lowered"),
            ("UPDATE session SET sequence = -1", "sequence of a session is never lowered"),
            ("UPDATE session SET status = 'tentative'", "does not go back"),
            ("UPDATE session SET status = 'postponed'", "CHECK constraint failed: status"),
            ("UPDATE session SET uid = 'another'", "keeps its uid"),
            ("UPDATE session SET week = 2", "keeps its uid"),
            ("UPDATE session SET local_start = '2027-02-30T17:00:00'", "CHECK constraint failed: local_start"),
            ("UPDATE session SET local_start = '2027-01-05T17:00'", "CHECK constraint failed: local_start"),
            ("UPDATE session SET start = 'soon'", "cannot store TEXT value in INTEGER column"),
            (
                """
                INSERT INTO session(id, program, season, week, region, uid, status, mentor, slot, zone, local_start,
                    start, minutes, capacity, location, sequence, revised, cancellation, called_off, agreed, review)
                    SELECT 2, program, season, week, region, 'other', status, mentor, slot, zone, local_start,
                    start, minutes, capacity, location, sequence, revised, cancellation, called_off, agreed, review
                    FROM session
                """, "session.program, session.season, session.week, session.region"
            ),
            (
                """
                INSERT INTO session(id, program, season, week, region, uid, status, mentor, slot, zone, local_start,
                    start, minutes, capacity, location, sequence, revised, cancellation, called_off, agreed, review)
                    SELECT 2, program, season, 7, region, uid, status, mentor, slot, zone, local_start,
                    start, minutes, capacity, location, sequence, revised, cancellation, called_off, agreed, review
                    FROM session
                """, "session.uid"
            ),
            ("UPDATE invitation SET sequence = 0", "sequence of an invitation is never lowered"),
            ("UPDATE invitation SET participation = 'maybe'", "CHECK constraint failed: participation"),
            ("UPDATE outbox SET bytes = x''", "never rewritten"),
            ("UPDATE outbox SET state = 'lost'", "CHECK constraint failed: state"),
            ("INSERT INTO person(name, email, zone) VALUES ('x', 'mei@example.org', 'UTC')", "person.email"),
            (
                "INSERT INTO person(name, email, zone) VALUES ('x', 'X@example.org', 'UTC')",
                "CHECK constraint failed: email"
            ),
            ("DELETE FROM person WHERE id = 1", "FOREIGN KEY constraint failed"),
            ("DELETE FROM program", "a season is kept while anything belongs to it"),
            ("UPDATE program SET season_start = '2027-01-05'", "CHECK constraint failed: season_start"),
            ("UPDATE program SET name = 'Nova'", "constraint failed"),
            ("UPDATE slot SET at = '25:00'", "CHECK constraint failed: at"),
            ("UPDATE slot SET mentor = 3", "FOREIGN KEY constraint failed"),
            (
                "INSERT INTO away(person, first_day, last_day) VALUES (1, '2027-01-02', '2027-01-01')",
                "CHECK constraint failed"
            ),
        ])
    func refusedStatement(sql: String, words: String) async throws {
        try await storeEverything()
        let failure = try await #require(throws: StorageFailure.self) {
            try await store.inWords { try await store.queue.write { try $0.execute(sql: sql) } }
        }
        #expect(failure.description.contains(words))
        #expect(failure.description.contains("nothing was changed"))
    }

    @Test(
        "a statement that breaks none is accepted: the same table of a session's life",
        arguments: [
            "UPDATE session SET status = 'held'",
            "UPDATE session SET status = 'cancelled'; UPDATE session SET status = 'announced', sequence = sequence + 1",
            "UPDATE session SET sequence = sequence, uid = uid",
            "UPDATE session SET capacity = 1",
            "DELETE FROM person WHERE id = 3",
            "UPDATE invitation SET sequence = 9",
        ])
    func acceptedStatement(sql: String) async throws {
        try await storeEverything()
        try await store.queue.write { try $0.execute(sql: sql) }
    }

    @Test("a cancelled session is revived only with a higher sequence")
    func revival() async throws {
        try await storeEverything()
        let failure = try await #require(throws: StorageFailure.self) {
            try await store.inWords {
                try await store.queue.write {
                    try $0.execute(
                        sql: "UPDATE session SET status = 'cancelled'; UPDATE session SET status = 'announced'")
                }
            }
        }
        #expect(failure.description.contains("higher sequence"))
    }

    @Test("the capacity is not lowered below a seat that is taken")
    func loweredCapacity() async throws {
        let nova = try await Nova(in: store)
        var smaller = nova.session
        smaller.capacity = 1
        try await store.write { _ = try $0.add(nova.enrollment(nova.trainee, seat: 2)) }
        let failure = try await #require(throws: StorageFailure.self) {
            try await store.write { [smaller] in try $0.update(smaller) }
        }
        #expect(failure.description.contains("not lowered below a seat"))
    }

    @Test("erasing a person who leads no session takes everything of theirs along")
    func erasedPerson() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            _ = try store.add(nova.enrollment(nova.trainee, seat: 1))
            try store.add(
                StandingEnrollment(program: "nova", season: "202701", region: .asia, person: nova.trainee, since: now))
            _ = try store.add(Away(person: nova.trainee.id, days: DayRange("2027-01-05")))
        }
        try await store.queue.write {
            try $0.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [nova.trainee.id.rawValue])
        }
        try await store.read { store throws in
            #expect(try store.trainees(of: "nova").isEmpty)
            #expect(try store.enrollments(in: nova.session.id).isEmpty)
            #expect(try store.standingEnrollments(of: "nova").isEmpty)
            #expect(try store.absences(of: nova.trainee.id).isEmpty)
        }
    }

    /// An announced session of capacity 2 and sequence 4, the first seat taken by person 2, who was invited; one mail.
    private func storeEverything() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            var announced = nova.session
            announced.status = .announced
            announced.sequence = 4
            try store.update(announced)
            _ = try store.add(nova.enrollment(nova.other, seat: 1))
            try store.save(
                Invitation(
                    session: nova.session.id, person: nova.other, role: .trainee, method: .request, sequence: 4,
                    stamp: now, participation: .needsAction, localStart: nova.session.localStart,
                    zone: nova.session.zone))
            _ = try store.add(OutboxMessage(recipient: nova.other.email, subject: "s", bytes: [1], created: now))
        }
    }
}
