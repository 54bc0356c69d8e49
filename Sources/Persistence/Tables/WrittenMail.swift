import CivilTime
import Mentoring

extension Transaction {
    func writtenMail(_ id: Identifier<SetAsideMail>) throws -> WrittenMail? {
        try one(.writtenMail, "SELECT * FROM written_mail WHERE id = ?", [id], WrittenMail.init)
    }

    func writtenMail(to program: Program.Name) throws -> [WrittenMail] {
        try all(
            .writtenMail, "SELECT * FROM written_mail WHERE program = ? ORDER BY id", [program], WrittenMail.init)
    }

    func writtenMail(to program: Program.Name, digest: [UInt8]) throws -> Identifier<SetAsideMail>? {
        try one(
            .writtenMail, "SELECT id FROM written_mail WHERE program = ? AND digest = ?", [program, digest]
        ) { try $0.value("id") }
    }

    func unlistedMail(to program: Program.Name, receivedBefore moment: Instant) throws -> [WrittenMail] {
        try all(
            .writtenMail,
            "SELECT * FROM written_mail WHERE program = ? AND state = 'later' AND received < ? ORDER BY id",
            [program, moment], WrittenMail.init)
    }

    func countForwardedMail(of sender: EmailAddress?, to program: Program.Name, since moment: Instant) throws -> Int {
        try one(
            .writtenMail,
            """
            SELECT count(*) AS count FROM written_mail
            WHERE program = ? AND sender IS ? AND received >= ? AND state = 'forwarded'
            """, [program, sender, moment]
        ) { try $0.value("count") } ?? 0
    }

    func countForwardedMail(ofStrangersTo program: Program.Name, since moment: Instant) throws -> Int {
        try one(
            .writtenMail,
            """
            SELECT count(*) AS count FROM written_mail
            WHERE program = ? AND received >= ? AND state = 'forwarded' AND NOT \(Self.senderTakesPart)
            """, [program, moment]
        ) { try $0.value("count") } ?? 0
    }

    func countWrittenMail(to program: Program.Name?, since moment: Instant) throws -> Int {
        try one(
            .writtenMail,
            "SELECT count(*) AS count FROM written_mail WHERE received >= ?1 AND program = ifnull(?2, program)",
            [moment, program]
        ) { try $0.value("count") } ?? 0
    }

    func hasWrittenMail(receivedBefore moment: Instant) throws -> Bool {
        try one(.writtenMail, "SELECT 1 AS found FROM written_mail WHERE received < ? LIMIT 1", [moment]) { _ in true }
            ?? false
    }

    func add(_ mail: WrittenMail) throws -> WrittenMail {
        var added = mail
        added.id = try nextMailNumber()
        try add(
            to: .writtenMail,
            [
                "id": added.id, "program": mail.program, "sender": mail.sender, "author": mail.author,
                "subject": mail.subject, "received": mail.received, "text": mail.text,
                "attachments": mail.attachments.joined(separator: "\n"), "digest": mail.digest, "state": mail.state,
            ])
        // Anybody can send mail, and nobody is to fill the disk with it.
        try change(
            """
            DELETE FROM written_mail WHERE id IN (
                SELECT id FROM written_mail WHERE program = ?1 AND id <> ?2 AND state <> 'later'
                ORDER BY \(Self.senderTakesPart), id
                LIMIT max(0, (SELECT count(*) FROM written_mail WHERE program = ?1) - ?3))
            """, [mail.program, added.id, Self.mostWrittenMail])
        try change(
            """
            DELETE FROM written_mail WHERE program = ?1 AND id <= (
                SELECT id FROM written_mail WHERE program = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
            """, [mail.program, Self.mostUntoldMail])
        return added
    }

    func setListed(_ mail: Identifier<SetAsideMail>) throws {
        try changeOne("mail \(mail)", in: .writtenMail, mail, ["state": WrittenMail.State.listed])
    }

    func removeWrittenMail(of sender: EmailAddress, in program: Program.Name) throws -> Int {
        try change("DELETE FROM written_mail WHERE program = ? AND sender = ?", [program, sender])
    }

    func removeWrittenMail(receivedBefore moment: Instant) throws {
        try change("DELETE FROM written_mail WHERE received < ?", [moment])
    }

    /// The number after those of all mails that ever came in and were kept, in whichever table.
    func nextMailNumber() throws -> Identifier<SetAsideMail> {
        try one(
            .writtenMail,
            """
            SELECT ifnull(max(seq), 0) + 1 AS number FROM sqlite_sequence
            WHERE name IN ('written_mail', 'mail_set_aside')
            """, []
        ) { try $0.value("number") } ?? Identifier(1)
    }

    /// The mails that are kept of a program; older ones go as new ones come.
    private static var mostWrittenMail: Int { 1000 }
    /// The same of those that organizers are still to be told of, which would else be lost unseen.
    private static var mostUntoldMail: Int { 10_000 }

    /// Whether the sender of a mail takes part in its program, or looks after it.
    private static var senderTakesPart: String {
        """
        (EXISTS (SELECT 1 FROM organizer WHERE organizer.program = written_mail.program AND email = sender)
            OR EXISTS (SELECT 1 FROM administrator WHERE email = sender)
            OR EXISTS (SELECT 1 FROM person JOIN trainee ON trainee.person = person.id
                WHERE email = sender AND trainee.program = written_mail.program)
            OR EXISTS (SELECT 1 FROM person JOIN mentor ON mentor.person = person.id
                WHERE email = sender AND mentor.program = written_mail.program))
        """
    }
}

extension WrittenMail {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), program: try row.value("program"), sender: try row.valueIfAny("sender"),
            author: try row.value("author"), subject: try row.value("subject"), received: try row.value("received"),
            text: try row.value("text"), attachments: try row.list("attachments", separator: "\n") { $0 },
            digest: try row.value("digest"), state: try row.value("state"))
    }
}

extension WrittenMail.State: Storable {}

extension Table {
    static let writtenMail = Table("written_mail")
}
