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
        try change(
            """
            INSERT INTO sign_up(mailbox, email, program, name, zone, digest, made, counted_for)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(mailbox) DO UPDATE SET email = excluded.email, program = excluded.program,
                name = excluded.name, zone = excluded.zone
            """,
            [
                Mailbox(signUp.email).description, signUp.email, signUp.program, signUp.name, signUp.zone,
                signUp.digest, signUp.made, signUp.countedFor,
            ])
    }

    func removeSignUps(madeBefore moment: Instant) throws {
        try change("DELETE FROM sign_up WHERE made < ?", [moment])
    }
}

extension SignUp {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            email: try row.value("email"), program: try row.value("program"), name: try row.value("name"),
            zone: try row.value("zone"), digest: try row.value("digest"), made: try row.value("made"),
            countedFor: try row.valueIfAny("counted_for"))
    }
}

extension Table {
    static let signUp = Table("sign_up", key: ["mailbox"])
}
