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
            "INSERT INTO mail_set_aside(received, sender, subject, reason, bytes) VALUES (?, ?, ?, ?, ?)",
            [mail.received, mail.sender, mail.subject, mail.reason, mail.bytes])
        return added
    }
}

extension Table {
    static let mailSetAside = Table("mail_set_aside")
}
