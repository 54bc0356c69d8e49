import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

extension Transaction {
    func sessions(of program: Program.Name) throws -> [StoredSession] {
        try all(
            .session, "\(StoredSession.selection) WHERE session.program = ? ORDER BY season, week, \(Region.order)",
            [program],
            StoredSession.init)
    }

    func tentativeSessions(of program: Program.Name, until moment: Instant) throws -> [StoredSession] {
        try past(of: program, until: moment, "session.status = 'tentative'")
    }

    func sessionsWithoutAttendance(of program: Program.Name, until moment: Instant) throws -> [StoredSession] {
        try past(
            of: program, until: moment,
            """
            session.status <> 'cancelled' AND NOT EXISTS (SELECT 1 FROM attendance WHERE attendance.session = session.id)
                AND EXISTS (SELECT 1 FROM enrollment WHERE enrollment.session = session.id
                    AND enrollment.seat IS NOT NULL AND enrollment.person <> session.mentor)
            """)
    }

    private func past(
        of program: Program.Name, until moment: Instant, _ condition: String
    ) throws -> [StoredSession] {
        try all(
            .session,
            """
            \(StoredSession.selection) WHERE session.program = ? AND session.start <= ? AND \(condition)
            ORDER BY season, week, \(Region.order)
            """, [program, moment], StoredSession.init)
    }

    func sessions(
        of program: Program.Name, after moment: Instant, without person: Identifier<Person>?, page: Page
    ) throws -> [StoredSession] {
        try all(
            .session,
            """
            \(StoredSession.selection) WHERE session.program = ?1 AND start > ?2
            AND (?3 IS NULL OR mentor <> ?3
                AND NOT EXISTS (SELECT 1 FROM enrollment WHERE enrollment.session = session.id AND person = ?3))
            ORDER BY start, session.id LIMIT ?4 OFFSET ?5
            """, [program, moment, person, page.limit, page.offset], StoredSession.init)
    }

    func sessionsOfEveryProgram(after moment: Instant, atMost number: Int) throws -> [StoredSession] {
        try all(
            .session,
            """
            \(StoredSession.selection) WHERE session.id IN (
                SELECT first.id FROM program JOIN session AS first ON first.id IN (
                    SELECT id FROM session WHERE session.program = program.name AND start > ? ORDER BY start, id LIMIT ?))
            ORDER BY session.program, start, session.id
            """, [moment, number], StoredSession.init)
    }

    func sessions(starting: Range<Instant>) throws -> [StoredSession] {
        try all(
            .session,
            """
            \(StoredSession.selection) WHERE session.start >= ? AND session.start < ?
            ORDER BY session.program, session.start, session.id
            """, [starting.lowerBound, starting.upperBound], StoredSession.init)
    }

    func sessions(of person: Identifier<Person>, starting: Range<Instant>) throws -> [StoredSession] {
        try all(
            .session,
            """
            \(StoredSession.selection) WHERE session.id IN (
                SELECT session FROM enrollment WHERE person = ?1 UNION SELECT id FROM session WHERE mentor = ?1)
            AND start >= ?2 AND start < ?3 ORDER BY session.id
            """, [person, starting.lowerBound, starting.upperBound], StoredSession.init)
    }

    func session(uid: String) throws -> StoredSession? {
        try one(.session, "\(StoredSession.selection) WHERE uid = ?", [uid], StoredSession.init)
    }

    func session(_ id: Identifier<Session>) throws -> StoredSession? {
        try one(.session, "\(StoredSession.selection) WHERE session.id = ?", [id], StoredSession.init)
    }

    func session(_ code: SessionCode) throws -> StoredSession? {
        try one(
            .session,
            """
            \(StoredSession.selection) WHERE session.program = ?1 AND week = ?3 AND region = ?4
            AND season = (SELECT season.start FROM season WHERE season.program = ?1 AND season.name = ?2)
            """,
            [code.program, code.season, code.week, code.region], StoredSession.init)
    }

    func add(_ session: Session) throws -> Session {
        var added = session
        added.id = try insert(into: .session, session.columns)
        return added
    }

    func update(_ session: Session) throws {
        try changeOne(
            "session \(session.code)", in: .session, session.id, session.columns)
    }
}

extension StoredSession {
    init(_ row: StoredRow) throws {
        self.init(
            Session(
                id: try row.value("id"),
                code: try SessionCode(
                    program: row.value("program"), season: row.value("season_name"), week: row.value("week"),
                    region: row.value("region")),
                season: try row.value("season"), uid: try row.value("uid"), status: try row.value("status"),
                mentor: try row.joinedPerson(), slot: try row.valueIfAny("slot"), zone: try row.value("zone"),
                localStart: try row.value("local_start"), start: try row.value("start"),
                minutes: try row.value("minutes"), capacity: try row.value("capacity"),
                location: try row.value("location"), sequence: try row.value("sequence"),
                revised: try row.value("revised"), cancellation: try row.valueIfAny("cancellation"),
                isCalledOff: try row.value("called_off"),
                isAgreed: try row.value("agreed"), pick: try row.joinedPick(), log: try row.valueIfAny("log_address")))
    }

    /// A query for sessions with their mentors, to be followed by a condition.
    static let selection = """
        SELECT session.*, \(Season.nameColumn(in: "session")), \(Person.joinedColumns(in: "session.program", unnamedWhere: Departure.ofMentor)),
            \(Review.joinedColumns), session_log.address AS log_address
        FROM session JOIN person ON person.id = session.mentor LEFT JOIN review ON review.id = session.review
            LEFT JOIN session_log ON session_log.session = session.id
        """
}

extension Session {
    /// What is kept of it, by column.
    fileprivate var columns: Transaction.Columns {
        [
            "program": code.program, "season": season, "week": code.week,
            "region": code.region, "uid": uid, "status": status,
            "mentor": mentor.id, "slot": slot, "zone": zone,
            "local_start": localStart, "start": start, "minutes": minutes,
            "capacity": capacity, "location": location, "sequence": sequence,
            "revised": revised, "cancellation": cancellation, "called_off": isCalledOff,
            "agreed": isAgreed, "review": pick?.review.id, "revision": pick?.revision,
            "questions": storedQuestions,
        ]
    }

    /// The mentor's questions as a column keeps them.
    fileprivate var storedQuestions: String? { pick.map { $0.questions.joined(separator: "\n") } }
}

extension Table {
    static let session = Table("session")
}
