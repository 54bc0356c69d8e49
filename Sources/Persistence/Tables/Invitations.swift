import CivilTime
import Mentoring

extension Transaction {
    func invitation(to person: Identifier<Person>, for session: Identifier<Session>) throws -> Invitation? {
        try one(
            .invitation, "\(Invitation.selection) WHERE session = ? AND person = ?", [session, person], Invitation.init)
    }

    func lastTold(_ person: Identifier<Person>) throws -> [Identifier<Session>: Instant] {
        let told = try all(.invitation, "SELECT session, stamp FROM invitation WHERE person = ?", [person]) { row in
            (try row.value("session") as Identifier<Session>, try row.value("stamp") as Instant)
        }
        return Dictionary(told) { first, _ in first }
    }

    func invitation(token: String) throws -> Invitation? {
        try one(.invitation, "\(Invitation.selection) WHERE token = ?", [token], Invitation.init)
    }

    func invitations(for session: Identifier<Session>) throws -> [Invitation] {
        try all(
            .invitation, "\(Invitation.selection) WHERE session = ? ORDER BY person", [session], Invitation.init)
    }

    func removeInvitation(to person: Identifier<Person>, for session: Identifier<Session>) throws {
        try change("DELETE FROM invitation WHERE session = ? AND person = ?", [session, person])
    }

    func save(_ invitation: Invitation) throws {
        try save(
            to: .invitation,
            [
                "session": invitation.session, "person": invitation.person.id, "role": invitation.role,
                "method": invitation.method, "sequence": invitation.sequence, "own_cancels": invitation.ownCancels,
                "stamp": invitation.stamp, "participation": invitation.participation,
                "local_start": invitation.localStart, "zone": invitation.zone, "token": invitation.token,
                "contact": invitation.contact, "answered": invitation.answered,
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
            zone: try row.value("zone"), token: try row.valueIfAny("token"),
            contact: try row.valueIfAny("contact"), answered: try row.valueIfAny("answered"))
    }

    /// A query for invitations with their people, to be followed by a condition.
    static let selection = """
        SELECT invitation.*, \(Person.joinedColumns(inSessionOf: "invitation")) FROM invitation JOIN person ON person.id = invitation.person
        """
}

extension Table {
    static let invitation = Table("invitation", key: ["session", "person"])
}
