import Mentoring

extension Transaction {
    func mailSetAside() throws -> [SetAsideMail] {
        try all(.mailSetAside, "SELECT * FROM mail_set_aside ORDER BY id") {
            SetAsideMail(
                id: try $0.value("id"), received: try $0.value("received"), sender: try $0.value("sender"),
                subject: try $0.value("subject"), reason: try $0.value("reason"), bytes: try $0.value("bytes"))
        }
    }

    func add(_ mail: SetAsideMail) throws -> SetAsideMail {
        var added = mail
        added.id = try insert(
            into: .mailSetAside,
            [
                "received": mail.received, "sender": mail.sender, "subject": mail.subject, "reason": mail.reason,
                "bytes": mail.bytes,
            ])
        // Anybody can send mail, and nobody is to fill the disk with it.
        try change("DELETE FROM mail_set_aside WHERE id <= ?", [Int(added.id.rawValue) - Self.mostMailSetAside])
        return added
    }
}

extension Transaction {
    /// The mails that are kept; older ones go as new ones come.
    private static var mostMailSetAside: Int { 1000 }
}

extension Table {
    static let mailSetAside = Table("mail_set_aside")
}
