import Mentoring

extension Transaction {
    func outbox(_ states: Set<OutboxMessage.State>) throws -> [OutboxMessage] {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        return try all(
            .outbox, "SELECT * FROM outbox WHERE state IN (\(marks)) ORDER BY id", Array(states),
            OutboxMessage.init)
    }

    func mail(_ id: Identifier<OutboxMessage>) throws -> OutboxMessage? {
        try one(.outbox, "SELECT * FROM outbox WHERE id = ?", [id], OutboxMessage.init)
    }

    func mails(
        of program: Program.Name?, hidesStrangers: Bool, before: Identifier<OutboxMessage>?, most: Int
    ) throws -> [OutboxMessage] {
        // Who is left out counts for no page, or one of them alone would look like the end.
        let shown = """
            id < ?1 AND (?4 IS NULL OR program = ?4) AND NOT (?5 AND recipient IN (
                SELECT email FROM administrator
                EXCEPT SELECT email FROM organizer WHERE program = ?4
                EXCEPT SELECT email FROM person WHERE id IN (
                    SELECT person FROM mentor WHERE program = ?4
                    UNION ALL SELECT person FROM trainee WHERE program = ?4
                    UNION ALL SELECT person FROM volunteer WHERE program = ?4)))
            """
        // What waits is never left out, since that is what can still be done something about.
        return try all(
            .outbox,
            """
            SELECT id, program, sender, recipient, subject, x'' AS bytes, created, state, attempts, due, last_error, secret, links, forgotten
            FROM outbox WHERE \(shown) AND (?2 AND state = 'pending'
                OR id IN (SELECT id FROM outbox WHERE \(shown) ORDER BY id DESC LIMIT ?3))
            ORDER BY id
            """, [before ?? Identifier(.max), before == nil, most, program, hidesStrangers], OutboxMessage.init)
    }

    func lastMail() throws -> Identifier<OutboxMessage>? {
        try one(.outbox, "SELECT id FROM outbox ORDER BY id DESC LIMIT 1", []) { try $0.value("id") }
    }

    func mails(after: Identifier<OutboxMessage>?) throws -> [OutboxMessage] {
        try all(
            .outbox,
            """
            SELECT id, program, sender, recipient, subject, x'' AS bytes, created, state, attempts, due, last_error, secret, links, forgotten
            FROM outbox WHERE id > ? ORDER BY id
            """, [after ?? Identifier(0)], OutboxMessage.init)
    }

    func add(_ message: OutboxMessage) throws -> OutboxMessage {
        var added = message
        added.id = try insert(
            into: .outbox,
            [
                "program": message.program, "sender": message.sender, "recipient": message.recipient,
                "subject": message.subject, "bytes": message.bytes, "created": message.created, "state": message.state,
                "attempts": message.attempts, "due": message.due, "last_error": message.lastError,
                "secret": message.holdsSecret, "links": message.holdsLinks,
            ])
        return added
    }

    func empty(_ message: Identifier<OutboxMessage>) throws {
        try changeOne("message \(message)", "UPDATE outbox SET bytes = x'' WHERE id = ?", [message])
    }

    func update(_ message: OutboxMessage) throws {
        try changeOne(
            "message \(message.id)", in: .outbox, message.id,
            ["state": message.state, "attempts": message.attempts, "due": message.due, "last_error": message.lastError])
    }

    func suppressedAddresses() throws -> [SuppressedAddress] {
        try all(.suppressedAddress, "SELECT * FROM suppressed_address ORDER BY address") {
            SuppressedAddress(
                address: try $0.value("address"), since: try $0.value("since"), reason: try $0.value("reason"))
        }
    }

    func add(_ address: SuppressedAddress) throws {
        try addIfMissing(
            to: .suppressedAddress, ["address": address.address, "since": address.since, "reason": address.reason])
    }

    func removeSuppression(of address: EmailAddress) throws -> Bool {
        try change("DELETE FROM suppressed_address WHERE address = ?", [address]) > 0
    }
}

extension OutboxMessage {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), program: try row.valueIfAny("program"), sender: try row.valueIfAny("sender"),
            recipient: try row.value("recipient"), subject: try row.value("subject"),
            bytes: try row.value("bytes"), created: try row.value("created"), state: try row.value("state"),
            attempts: try row.value("attempts"), due: try row.valueIfAny("due"),
            lastError: try row.valueIfAny("last_error"), holdsSecret: try row.value("secret"),
            holdsLinks: try row.value("links"))
        isForgotten = try row.value("forgotten")
    }
}

extension Table {
    static let outbox = Table("outbox")
}

extension Table {
    static let suppressedAddress = Table("suppressed_address", key: ["address"])
}
