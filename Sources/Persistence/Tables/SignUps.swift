import CivilTime
import Mentoring

extension Transaction {
    func signUp(of mailbox: Mailbox) throws -> SignUp? {
        try one(.signUp, "SELECT * FROM sign_up WHERE mailbox = ?", [mailbox.description], SignUp.init)
    }

    func signUp(digest: [UInt8]) throws -> SignUp? {
        try one(.signUp, "SELECT * FROM sign_up WHERE digest = ?", [digest], SignUp.init)
    }

    func signUpCount(of program: Program.Name) throws -> Int {
        try one(.signUp, "SELECT count(*) AS number FROM sign_up WHERE counted_for = ?", [program]) {
            try $0.value("number")
        } ?? 0
    }

    func save(_ signUp: SignUp) throws {
        try save(
            to: .signUp,
            [
                "mailbox": Mailbox(signUp.email).description, "email": signUp.email, "program": signUp.program,
                "session": signUp.session, "name": signUp.name, "zone": signUp.zone, "digest": signUp.digest,
                "made": signUp.made, "counted_for": signUp.countedFor,
            ], keeping: ["digest", "made", "counted_for"])
    }

    func removeSignUps(madeBefore moment: Instant) throws {
        try change("DELETE FROM sign_up WHERE made < ?", [moment])
    }
}

extension SignUp {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            email: try row.value("email"), program: try row.value("program"),
            session: try row.valueIfAny("session"), name: try row.value("name"), zone: try row.value("zone"),
            digest: try row.value("digest"), made: try row.value("made"),
            countedFor: try row.valueIfAny("counted_for"))
    }
}

extension Table {
    static let signUp = Table("sign_up", key: ["mailbox"])
}
