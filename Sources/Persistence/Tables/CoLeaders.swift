import Mentoring

extension Transaction {
    func sessionsCoLed(by person: Identifier<Person>, in program: Program.Name) throws -> [Identifier<Session>] {
        try all(
            .coLeader,
            """
            SELECT co_leader.* FROM co_leader JOIN session ON session.id = co_leader.session
            WHERE co_leader.person = ? AND session.program = ? ORDER BY session
            """, [person, program]
        ) { try $0.value("session") }
    }

    func coLeaders(of session: Identifier<Session>) throws -> [Person] {
        try all(
            .coLeader,
            """
            SELECT co_leader.*, \(Person.joinedColumns(inSessionOf: "co_leader")) FROM co_leader JOIN person ON person.id = co_leader.person
            WHERE session = ? ORDER BY person.email
            """, [session]
        ) { try $0.joinedPerson() }
    }

    func save(coLeaders people: [Identifier<Person>], of session: Identifier<Session>) throws {
        try change("DELETE FROM co_leader WHERE session = ?", [session])
        for person in people {
            try addIfMissing(to: .coLeader, ["session": session, "person": person])
        }
    }
}

extension Table {
    static let coLeader = Table("co_leader", key: ["session", "person"])
}
