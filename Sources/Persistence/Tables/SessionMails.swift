import CivilTime
import Mentoring
import MentoringService

extension Transaction {
    func gatheringMail() throws -> [SessionMail] {
        try all(
            .sessionMail,
            """
            SELECT session_mail.*, outbox.recipient, outbox.created, outbox.due
            FROM session_mail JOIN outbox ON outbox.id = session_mail.mail
            WHERE released IS NULL AND outbox.state = 'pending' ORDER BY mail
            """, [], SessionMail.init)
    }

    func releasesOfMail(to address: EmailAddress, from first: Instant, to last: Instant) throws -> [Instant] {
        try all(
            .sessionMail,
            """
            SELECT released FROM outbox CROSS JOIN session_mail ON session_mail.mail = outbox.id
            WHERE outbox.recipient = ? AND urgent = 0 AND released > ? AND released <= ? ORDER BY released
            """, [address, first, last]
        ) { try $0.value("released") }
    }

    func lastShown(of session: Identifier<Session>, to address: EmailAddress) throws -> String? {
        try one(
            .sessionMail,
            """
            SELECT shows FROM session_mail JOIN outbox ON outbox.id = session_mail.mail
            WHERE session = ? AND outbox.recipient = ? AND released IS NOT NULL AND shows IS NOT NULL
            ORDER BY mail DESC LIMIT 1
            """, [session, address]
        ) { try $0.value("shows") }
    }

    func add(_ mail: SessionMail) throws {
        let (name, method): (String, Invitation.Method?) =
            switch mail.word {
            case .invitation(let occasion, let method): (occasion.rawValue, method)
            case .letter(let topic): (topic.rawValue, nil)
            }
        let word = (mail.isOwnDeed ? SessionMail.markOfOwnDeeds : "") + name
        try add(
            to: .sessionMail,
            [
                "mail": mail.mail, "session": mail.session, "word": word, "method": method, "knew": mail.knew,
                "knew_start": mail.knewStart, "shows": mail.shows, "urgent": mail.isUrgent,
            ])
    }

    func release(_ mail: Identifier<OutboxMessage>, urgently: Bool, at moment: Instant) throws {
        try changeOne(
            "message \(mail)", "UPDATE session_mail SET released = ?, urgent = ? WHERE mail = ? AND released IS NULL",
            [moment, urgently, mail])
        try change("UPDATE outbox SET due = NULL WHERE id = ?", [mail])
    }

    func putOff(_ mail: Identifier<OutboxMessage>, until moment: Instant) throws {
        try changeOne("message \(mail)", "UPDATE outbox SET due = ? WHERE id = ?", [moment, mail])
    }

    func remove(gathering mail: Identifier<OutboxMessage>) throws {
        try changeOne(
            "message \(mail)",
            """
            DELETE FROM outbox WHERE id = ? AND state = 'pending'
                AND EXISTS (SELECT 1 FROM session_mail WHERE session_mail.mail = outbox.id AND released IS NULL)
            """, [mail])
    }
}

extension SessionMail {
    /// What the word begins with where it is the addressee's own deed.
    fileprivate static let markOfOwnDeeds = "own "

    fileprivate init(_ row: StoredRow) throws {
        let kept: String = try row.value("word")
        let isOwnDeed = kept.hasPrefix(Self.markOfOwnDeeds)
        let name = isOwnDeed ? String(kept.dropFirst(Self.markOfOwnDeeds.count)) : kept
        let method: Invitation.Method? = try row.valueIfAny("method")
        let word: Word? =
            if let method {
                Occasion(rawValue: name).map { .invitation($0, method) }
            } else {
                Letter.Topic(rawValue: name).map { .letter($0) }
            }
        guard let word else { throw StorageFailure("the mail of a session is stored as “\(OneLine.shown(kept))”") }
        self.init(
            mail: try row.value("mail"), recipient: try row.value("recipient"), created: try row.value("created"),
            due: try row.valueIfAny("due"), session: try row.value("session"), word: word,
            knew: try row.valueIfAny("knew"), knewStart: try row.valueIfAny("knew_start"),
            shows: try row.valueIfAny("shows"), isOwnDeed: isOwnDeed,
            isUrgent: try row.value("urgent"))
    }
}

extension Table {
    static let sessionMail = Table("session_mail", key: ["mail"])
}
