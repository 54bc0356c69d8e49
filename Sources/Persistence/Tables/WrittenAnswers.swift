import CivilTime
import Mentoring
import MentoringService

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

    func sessionsWithUntoldAnswers() throws -> [StoredSession] {
        try all(
            .session,
            """
            \(StoredSession.selection) WHERE session.id IN (
                SELECT session FROM written_answers AS answers WHERE signed_off IS NULL AND NOT EXISTS (
                    SELECT * FROM told WHERE matter = ? AND about = answers.session || ' ' || answers.person))
            ORDER BY session.id
            """, [Told.Matter.answersWait], StoredSession.init)
    }

    func save(_ answers: WrittenAnswers) throws {
        try save(
            to: .writtenAnswers,
            [
                "session": answers.session, "person": answers.person.id, "text": answers.text,
                "written": answers.written, "signed_off": answers.signedOff,
            ])
    }
}

extension WrittenAnswers {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            session: try row.value("session"), person: try row.joinedPerson(), text: try row.value("text"),
            written: try row.value("written"), signedOff: try row.valueIfAny("signed_off"))
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
