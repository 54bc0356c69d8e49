import CivilTime
import Mentoring

extension Transaction {
    func changeFacts(of program: Program.Name) throws -> [Identifier<Review>: ChangeFacts] {
        let facts = try all(
            .changeFacts,
            """
            SELECT change_facts.* FROM change_facts JOIN review ON review.id = change_facts.review
            WHERE review.program = ? ORDER BY review.id
            """, [program]
        ) { row -> (Identifier<Review>, ChangeFacts) in (try row.value("review"), try ChangeFacts(row)) }
        return Dictionary(facts) { _, last in last }
    }

    func changesAsked(of program: Program.Name) throws -> [Identifier<Review>: Instant] {
        let asked = try all(
            .changeQuestion,
            """
            SELECT change_question.* FROM change_question JOIN review ON review.id = change_question.review
            WHERE review.program = ? ORDER BY review.id
            """, [program]
        ) { row -> (Identifier<Review>, Instant) in (try row.value("review"), try row.value("asked")) }
        return Dictionary(asked) { _, last in last }
    }

    func setAsked(about review: Identifier<Review>, at moment: Instant) throws {
        try change(
            """
            INSERT INTO change_question(review, asked) SELECT id, ? FROM review WHERE id = ?
            ON CONFLICT(review) DO UPDATE SET asked = excluded.asked
            """, [moment, review])
    }

    func save(_ facts: ChangeFacts, of review: Identifier<Review>) throws {
        try save(
            to: .changeFacts,
            [
                "review": review, "title": facts.title, "owner": facts.owner, "project": facts.project,
                "lines_added": facts.linesAdded, "lines_removed": facts.linesRemoved, "state": facts.state,
                "revision": facts.revision, "fetched": facts.fetched,
            ])
    }
}

extension ChangeFacts {
    init(_ row: StoredRow) throws {
        self.init(
            title: try row.value("title"), owner: try row.value("owner"), project: try row.value("project"),
            linesAdded: try row.valueIfAny("lines_added"), linesRemoved: try row.valueIfAny("lines_removed"),
            state: try row.value("state"), revision: try row.value("revision"), fetched: try row.value("fetched"))
    }
}

extension Table {
    static let changeQuestion = Table("change_question", key: ["review"])
    static let changeFacts = Table("change_facts", key: ["review"])
}
