import Mentoring

extension Transaction {
    func proposals(for session: Identifier<Session>) throws -> [TimeProposal] {
        try all(
            .timeProposal,
            """
            SELECT time_proposal.*, \(Person.joinedColumns(inSessionOf: "time_proposal"))
            FROM time_proposal JOIN person ON person.id = time_proposal.person
            WHERE session = ? ORDER BY made, person
            """, [session]
        ) {
            TimeProposal(
                session: try $0.value("session"), person: try $0.joinedPerson(), start: try $0.valueIfAny("start"),
                comment: try $0.valueIfAny("comment"), made: try $0.value("made"))
        }
    }

    func save(_ proposal: TimeProposal) throws {
        try save(
            to: .timeProposal,
            [
                "session": proposal.session, "person": proposal.person.id, "start": proposal.start,
                "comment": proposal.comment, "made": proposal.made,
            ])
    }
}

extension Table {
    static let timeProposal = Table("time_proposal", key: ["session", "person"])
}
