import CivilTime
import Mentoring

extension Transaction {
    func answers(to session: Identifier<Session>) throws -> [WrittenAnswers] {
        try all(
            .writtenAnswers,
            "\(WrittenAnswers.selection) WHERE session = ? ORDER BY written, written_answers.person", [session],
            WrittenAnswers.init)
    }

    func answers(of program: Program.Name) throws -> [WrittenAnswers] {
        try all(
            .writtenAnswers,
            """
            \(WrittenAnswers.selection) JOIN session ON session.id = written_answers.session
            WHERE session.program = ? ORDER BY written, written_answers.session, written_answers.person
            """, [program], WrittenAnswers.init)
    }

    func sessionsWithUntoldAnswers() throws -> [Session] {
        try all(
            .session,
            """
            \(Session.selection) WHERE session.id IN (
                SELECT session FROM written_answers WHERE signed_off IS NULL AND mentor_told IS NULL)
            ORDER BY session.id
            """, [], Session.init)
    }

    func setMentorTold(ofAnswersTo session: Identifier<Session>, at moment: Instant) throws {
        try change(
            "UPDATE written_answers SET mentor_told = ? WHERE session = ? AND signed_off IS NULL AND mentor_told IS NULL",
            [moment, session])
    }

    func save(_ answers: WrittenAnswers) throws {
        try change(
            """
            INSERT INTO written_answers(session, person, text, written, signed_off, mentor_told)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT(session, person) DO UPDATE SET text = excluded.text, written = excluded.written,
                signed_off = excluded.signed_off, mentor_told = excluded.mentor_told
            """,
            [
                answers.session, answers.person.id, answers.text, answers.written, answers.signedOff,
                answers.mentorTold,
            ])
    }
}

extension WrittenAnswers {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            session: try row.value("session"), person: try row.joinedPerson(), text: try row.value("text"),
            written: try row.value("written"), signedOff: try row.valueIfAny("signed_off"),
            mentorTold: try row.valueIfAny("mentor_told"))
    }

    /// A query for answers with those who wrote them, to be followed by a condition.
    fileprivate static let selection = """
        SELECT written_answers.*, \(Person.joinedColumns(inSessionOf: "written_answers"))
        FROM written_answers JOIN person ON person.id = written_answers.person
        """
}

extension Table {
    static let writtenAnswers = Table("written_answers", key: ["session", "person"])
}
