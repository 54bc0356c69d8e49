import Mentoring

extension Transaction {
    func outbox(_ states: Set<OutboxMessage.State>) throws -> [OutboxMessage] {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        return try all(
            .outbox, "SELECT * FROM outbox WHERE state IN (\(marks)) ORDER BY id", Array(states),
            OutboxMessage.init)
    }

    func add(_ message: OutboxMessage) throws -> OutboxMessage {
        var added = message
        added.id = try insert(
            """
            INSERT INTO outbox(recipient, subject, bytes, created, state, attempts, last_error)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                message.recipient, message.subject, message.bytes, message.created, message.state,
                message.attempts, message.lastError,
            ])
        return added
    }

    func update(_ message: OutboxMessage) throws {
        try changeOne(
            "message \(message.id)", "UPDATE outbox SET state = ?, attempts = ?, last_error = ? WHERE id = ?",
            [message.state, message.attempts, message.lastError, message.id])
    }
}

extension OutboxMessage {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), recipient: try row.value("recipient"), subject: try row.value("subject"),
            bytes: try row.value("bytes"), created: try row.value("created"), state: try row.value("state"),
            attempts: try row.value("attempts"), lastError: try row.valueIfAny("last_error"))
    }
}

extension Table {
    static let outbox = Table("outbox")
}
