import CivilTime
import Mentoring

extension Transaction {
    func signIn(link digest: [UInt8]) throws -> SignIn? {
        try one(.signIn, "SELECT * FROM sign_in WHERE link = ?", [digest], SignIn.init)
    }

    func signIn(attempt digest: [UInt8]) throws -> SignIn? {
        try one(.signIn, "SELECT * FROM sign_in WHERE attempt = ?", [digest], SignIn.init)
    }

    func countSignIns(to mailbox: Mailbox, since moment: Instant) throws -> Int {
        try one(
            .signIn, "SELECT count(*) AS number FROM sign_in WHERE mailbox = ? AND made > ?",
            [mailbox.description, moment]
        ) { try $0.value("number") } ?? 0
    }

    func add(_ signIn: SignIn) throws -> SignIn {
        var added = signIn
        added.id = try insert(
            into: .signIn,
            [
                "mailbox": signIn.letter.map { Mailbox($0.email).description }, "email": signIn.letter?.email,
                "link": signIn.letter?.link, "attempt": signIn.attempt, "program": signIn.origin.program,
                "session": signIn.origin.session, "tries": signIn.tries, "made": signIn.made, "used": signIn.used,
            ])
        return added
    }

    func update(_ signIn: SignIn) throws {
        try changeOne("sign-in", in: .signIn, signIn.id, ["tries": signIn.tries, "used": signIn.used])
    }

    func removeSignIns(madeBefore moment: Instant, withoutLetterBefore other: Instant) throws {
        try change("DELETE FROM sign_in WHERE made < ? OR made < ? AND link IS NULL", [moment, other])
    }
}

extension SignIn {
    fileprivate init(_ row: StoredRow) throws {
        let email: EmailAddress? = try row.valueIfAny("email")
        let link: [UInt8]? = try row.valueIfAny("link")
        var letter: Letter?
        if let email, let link { letter = Letter(email: email, link: link) }
        self.init(
            id: try row.value("id"), letter: letter, attempt: try row.value("attempt"),
            origin: Origin(program: try row.valueIfAny("program"), session: try row.valueIfAny("session")),
            tries: try row.value("tries"), made: try row.value("made"), used: try row.valueIfAny("used"))
    }
}

extension Table {
    static let signIn = Table("sign_in")
}
