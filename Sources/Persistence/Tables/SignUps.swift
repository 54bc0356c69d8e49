import CivilTime
import Mentoring

extension Transaction {
    func signUp(of email: EmailAddress) throws -> SignUp? {
        try one(.signUp, "SELECT * FROM sign_up WHERE email = ?", [email], SignUp.init)
    }

    func signUp(digest: [UInt8]) throws -> SignUp? {
        try one(.signUp, "SELECT * FROM sign_up WHERE digest = ?", [digest], SignUp.init)
    }

    func signUpCount() throws -> Int {
        try one(.signUp, "SELECT count(*) AS number FROM sign_up", []) { try $0.value("number") } ?? 0
    }

    func add(_ signUp: SignUp) throws {
        try change(
            "INSERT INTO sign_up(email, program, name, zone, digest, made) VALUES (?, ?, ?, ?, ?, ?)",
            [signUp.email, signUp.program, signUp.name, signUp.zone, signUp.digest, signUp.made])
    }

    func removeSignUps(madeBefore moment: Instant) throws {
        try change("DELETE FROM sign_up WHERE made < ?", [moment])
    }
}

extension SignUp {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            email: try row.value("email"), program: try row.value("program"), name: try row.value("name"),
            zone: try row.value("zone"), digest: try row.value("digest"), made: try row.value("made"))
    }
}

extension Table {
    static let signUp = Table("sign_up", key: ["email"])
}
