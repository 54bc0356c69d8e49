import Mentoring

extension Transaction {
    func mailSetAside() throws -> [SetAsideMail] {
        try all(.mailSetAside, "SELECT * FROM mail_set_aside ORDER BY id", [], SetAsideMail.init)
    }

    func mailSetAside(_ id: Identifier<SetAsideMail>) throws -> SetAsideMail? {
        try one(.mailSetAside, "SELECT * FROM mail_set_aside WHERE id = ?", [id], SetAsideMail.init)
    }

    func add(_ mail: SetAsideMail) throws -> SetAsideMail {
        var added = mail
        added.id = try nextMailNumber()
        try add(
            to: .mailSetAside,
            [
                "id": added.id, "received": mail.received, "sender": mail.sender, "subject": mail.subject,
                "reason": mail.reason, "bytes": mail.bytes, "text": mail.text,
            ])
        // Anybody can send mail, and nobody is to fill the disk with it.
        try change(
            """
            DELETE FROM mail_set_aside WHERE id <= (
                SELECT id FROM mail_set_aside ORDER BY id DESC LIMIT 1 OFFSET ?)
            """, [Self.mostMailSetAside])
        return added
    }
}

extension Transaction {
    /// The mails that are kept; older ones go as new ones come.
    private static var mostMailSetAside: Int { 1000 }
}

extension SetAsideMail {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), received: try row.value("received"), sender: try row.value("sender"),
            subject: try row.value("subject"), reason: try row.value("reason"), bytes: try row.value("bytes"),
            text: try row.valueIfAny("text"))
    }
}

extension Table {
    static let mailSetAside = Table("mail_set_aside")
}
