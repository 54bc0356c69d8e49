import Mentoring

extension Transaction {
    func reviews(of program: Program.Name) throws -> [Review] {
        try all(.review, "SELECT * FROM review WHERE program = ? ORDER BY id", [program], Review.init)
    }

    func review(_ id: Identifier<Review>) throws -> Review? {
        try one(.review, "SELECT * FROM review WHERE id = ?", [id], Review.init)
    }

    func add(_ review: Review) throws -> Review {
        var added = review
        added.id = try insert(
            into: .review,
            [
                "program": review.program, "url": review.url, "title": review.title, "area": review.area,
                "difficulty": review.difficulty, "proposer": review.proposer, "proposed": review.proposed,
                "seen": review.isSeen,
            ])
        return added
    }

    func update(_ review: Review) throws {
        try changeOne("review \(review.id)", in: .review, review.id, ["title": review.title, "seen": review.isSeen])
    }

    // Its votes go by the schema's ON DELETE CASCADE, the picks of sessions by ON DELETE SET NULL.
    func remove(_ review: Identifier<Review>) throws {
        try change("DELETE FROM review WHERE id = ?", [review])
    }

    func votes(of program: Program.Name) throws -> [Identifier<Review>: Int] {
        let votes = try all(
            .review,
            """
            SELECT review.id, count(*) AS votes FROM review JOIN review_vote ON review_vote.review = review.id
            WHERE review.program = ? GROUP BY review.id
            """, [program]
        ) { row -> (Identifier<Review>, Int) in (try row.value("id"), try row.value("votes")) }
        return Dictionary(votes) { _, last in last }
    }

    func votes(by person: Identifier<Person>) throws -> Set<Identifier<Review>> {
        Set(try all(.review, "SELECT review FROM review_vote WHERE person = ?", [person]) { try $0.value("review") })
    }

    func vote(for review: Identifier<Review>, by person: Identifier<Person>) throws {
        try change(
            "INSERT INTO review_vote(review, person) VALUES (?, ?) ON CONFLICT(review, person) DO NOTHING",
            [review, person])
    }

    func removeVotes(of person: Identifier<Person>, in program: Program.Name) throws -> Int {
        try change(
            """
            DELETE FROM review_vote WHERE person = ? AND review IN (
                SELECT id FROM review WHERE program = ?
                    AND NOT EXISTS (SELECT 1 FROM session WHERE session.review = review.id))
            """, [person, program])
    }

    func removeVote(for review: Identifier<Review>, by person: Identifier<Person>) throws {
        try change("DELETE FROM review_vote WHERE review = ? AND person = ?", [review, person])
    }
}

extension Review {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), program: try row.value("program"), url: try row.value("url"),
            title: try row.value("title"), area: try row.valueIfAny("area"),
            difficulty: try row.valueIfAny("difficulty"), proposer: try row.value("proposer"),
            proposed: try row.value("proposed"), isSeen: try row.value("seen"))
    }

    /// The columns of a review that a query for something else joins.
    static let joinedColumns = ["id", "program", "url", "title", "area", "difficulty", "proposer", "proposed", "seen"]
        .map { "review.\($0) AS review_\($0)" }.joined(separator: ", ")
}

extension StoredRow {
    /// The pick of a session whose query joined the review, if there is one.
    func joinedPick() throws -> Pick? {
        let joined = joined(.review, prefix: "review_")
        guard let _: Identifier<Review> = try joined.valueIfAny("id") else { return nil }
        let questions: String = try valueIfAny("questions") ?? ""
        return Pick(
            review: try Review(joined), revision: try valueIfAny("revision"),
            questions: questions.isEmpty
                ? [] : questions.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
}

extension Table {
    static let review = Table("review")
}
