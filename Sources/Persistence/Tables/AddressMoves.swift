import CivilTime
import Mentoring
import MentoringService

extension Transaction {
    func addressMoves(of person: Identifier<Person>) throws -> [AddressMove] {
        try all(
            .addressMove, "\(AddressMove.selection) WHERE address_move.person = ? ORDER BY address_move.id", [person],
            AddressMove.init)
    }

    func addressMoves(from old: EmailAddress) throws -> [AddressMove] {
        try all(
            .addressMove, "\(AddressMove.selection) WHERE old = ? ORDER BY address_move.id", [old], AddressMove.init)
    }

    func undoableAddressMoves(madeUntil moment: Instant) throws -> [AddressMove] {
        try all(
            .addressMove,
            "\(AddressMove.selection) WHERE undo IS NOT NULL AND made <= ? ORDER BY +address_move.id", [moment],
            AddressMove.init)
    }

    func addressMove(proof digest: [UInt8]) throws -> AddressMove? {
        try one(.addressMove, "\(AddressMove.selection) WHERE proof = ?", [digest], AddressMove.init)
    }

    func addressMove(undo digest: [UInt8]) throws -> AddressMove? {
        try one(.addressMove, "\(AddressMove.selection) WHERE undo = ?", [digest], AddressMove.init)
    }

    func add(_ move: AddressMove, proof: [UInt8], undo: [UInt8]) throws {
        try add(
            to: .addressMove,
            [
                "person": move.person.id, "old": move.old, "new": move.new, "made": move.made, "proof": proof,
                "undo": undo, "keeping": move.merge.map { $0.keeping?.rawValue ?? AddressMove.unsaid },
                "known_in": move.knownIn?.joined(separator: " "),
            ])
    }

    func update(_ move: AddressMove) throws {
        try changeOne(
            "move \(move.id) to another address",
            """
            UPDATE address_move SET proved = ?1, undone = ?2,
                proof = CASE WHEN ?1 IS NULL AND ?2 IS NULL THEN proof END, undo = CASE WHEN ?2 IS NULL AND ?3 THEN undo END
            WHERE id = ?4
            """, [move.proved, move.undone, move.isUndoable, move.id])
    }

    func changeAddress(of person: Person, to email: EmailAddress) throws {
        try changeOne(
            "person \(person.id)", "UPDATE person SET email = ? WHERE id = ? AND email = ?",
            [email, person.id, person.email])
        try change("UPDATE written_mail SET sender = ? WHERE sender = ?", [email, person.email])
        try change("UPDATE OR REPLACE join_request SET email = ? WHERE email = ?", [email, person.email])
    }

    func formerInvitation(
        to person: Identifier<Person>, at email: EmailAddress, for session: Identifier<Session>
    ) throws -> (token: String?, contact: EmailAddress?)? {
        try one(
            .formerInvitation, "SELECT * FROM former_invitation WHERE person = ? AND session = ? AND email = ?",
            [person, session, email]
        ) { (try $0.valueIfAny("token"), try $0.valueIfAny("contact")) }
    }

    func keep(_ invitation: Invitation, of email: EmailAddress) throws {
        try addIfMissing(
            to: .formerInvitation,
            [
                "person": invitation.person.id, "session": invitation.session, "email": email,
                "token": invitation.token, "contact": invitation.contact,
            ])
    }

    func moveRights(from old: EmailAddress, to new: EmailAddress) throws {
        try change("UPDATE OR REPLACE organizer SET email = ? WHERE email = ?", [new, old])
        try change("UPDATE OR REPLACE administrator SET email = ? WHERE email = ?", [new, old])
    }
}

extension AddressMove {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), person: try row.joinedPerson(), old: try row.value("old"),
            new: try row.value("new"), made: try row.value("made"), proved: try row.valueIfAny("proved"),
            undone: try row.valueIfAny("undone"), isUndoable: try row.value("undoable"),
            merge: try row.valueIfAny("keeping").map { (keeping: String) in .init(keeping: KeptSeat(rawValue: keeping))
            },
            knownIn: try row.valueIfAny("known_in").map { (names: String) in
                names.split(separator: " ").map(String.init)
            })
    }

    /// Stored where two become one and nobody has said which seat stays.
    fileprivate static let unsaid = "unsaid"

    /// A query for moves with those who moved, to be followed by a condition.
    static let selection = """
        SELECT address_move.*, undo IS NOT NULL AS undoable, \(Person.joinedColumns), NULL AS person_given_zone
        FROM address_move JOIN person ON person.id = address_move.person
        """
}

extension Table {
    static let addressMove = Table("address_move")
    static let formerInvitation = Table("former_invitation", key: ["person", "session", "email"])
}
