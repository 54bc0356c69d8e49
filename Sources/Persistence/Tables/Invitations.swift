import Mentoring

extension Transaction {
    func invitation(to person: Identifier<Person>, for session: Identifier<Session>) throws -> Invitation? {
        try one(
            .invitation, "\(Invitation.selection) WHERE session = ? AND person = ?", [session, person], Invitation.init)
    }

    func invitation(token: String) throws -> Invitation? {
        try one(.invitation, "\(Invitation.selection) WHERE token = ?", [token], Invitation.init)
    }

    func invitations(for session: Identifier<Session>) throws -> [Invitation] {
        try all(
            .invitation, "\(Invitation.selection) WHERE session = ? ORDER BY person", [session], Invitation.init)
    }

    func save(_ invitation: Invitation) throws {
        try change(
            """
            INSERT INTO invitation(session, person, role, method, sequence, own_cancels, stamp, participation,
                local_start, zone, token, answered)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(session, person) DO UPDATE SET role = excluded.role, method = excluded.method,
                sequence = excluded.sequence, own_cancels = excluded.own_cancels, stamp = excluded.stamp,
                participation = excluded.participation, local_start = excluded.local_start, zone = excluded.zone,
                token = excluded.token, answered = excluded.answered
            """,
            [
                invitation.session, invitation.person.id, invitation.role, invitation.method, invitation.sequence,
                invitation.ownCancels, invitation.stamp, invitation.participation,
                invitation.localStart, invitation.zone, invitation.token, invitation.answered,
            ])
    }
}

extension Invitation {
    init(_ row: StoredRow) throws {
        self.init(
            session: try row.value("session"), person: try row.joinedPerson(), role: try row.value("role"),
            method: try row.value("method"), sequence: try row.value("sequence"),
            ownCancels: try row.value("own_cancels"), stamp: try row.value("stamp"),
            participation: try row.value("participation"), localStart: try row.value("local_start"),
            zone: try row.value("zone"), token: try row.valueIfAny("token"), answered: try row.valueIfAny("answered"))
    }

    /// A query for invitations with their people, to be followed by a condition.
    static let selection = """
        SELECT invitation.*, \(Person.joinedColumns(inSessionOf: "invitation")) FROM invitation JOIN person ON person.id = invitation.person
        """
}

extension Table {
    static let invitation = Table("invitation", key: ["session", "person"])
}
