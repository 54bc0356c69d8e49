public import CivilTime

/// A mail of the outbox as listings show it, for organizers.
public struct OutboxView: Codable, Hashable, Sendable {
    /// Its number.
    public var id: Identifier<OutboxMessage>
    /// The recipient.
    public var to: EmailAddress
    /// What it is about.
    public var subject: String
    /// When it was written.
    public var created: Instant
    /// Whether it has left.
    public var state: OutboxMessage.State
    /// How often it was handed over without success.
    public var attempts: Int
    /// What the last attempt answered.
    public var lastError: String?
}

/// What became of the mails that were waiting.
public struct OutboxReport: Codable, Hashable, Sendable {
    /// Taken.
    public var sent = 0
    /// Not taken now.
    public var waiting = 0
    /// Never to be taken.
    public var refused = 0
}

extension TrainingOffice {
    /// The outbox, in the order in which its mails leave.
    public func outbox() async throws -> [OutboxView] {
        try await store.read { books in
            try books.outbox([.pending, .sent, .refused]).map {
                OutboxView(
                    id: $0.id, to: $0.recipient, subject: $0.subject, created: $0.created, state: $0.state,
                    attempts: $0.attempts, lastError: $0.lastError)
            }
        }
    }

    /// Hands every waiting mail over, one after the other.
    ///
    /// A mail counts as sent only once that is on disk, so that after a crash it is sent again rather than lost; the bytes
    /// are the same. A mail that is not taken keeps the later ones to the same person waiting, so that they arrive in order.
    public func sendOutbox(through delivery: any MailDelivery, from sender: EmailAddress?) async throws -> OutboxReport
    {
        let (messages, contacts) = try await store.read { books in
            (try books.outbox([.pending]), try books.programs().map(\.contact))
        }
        guard let sender = sender ?? contacts.first else { return OutboxReport() }
        var report = OutboxReport()
        var delayed: Set<EmailAddress> = []
        for message in messages {
            guard !delayed.contains(message.recipient) else {
                report.waiting += 1
                continue
            }
            let outcome = try await delivery.deliver(message, from: sender)
            let updated = message.after(outcome)
            try await store.write { try $0.update(updated) }
            switch outcome {
            case .sent: report.sent += 1
            case .refused: report.refused += 1
            case .tryAgain:
                report.waiting += 1
                delayed.insert(message.recipient)
            }
        }
        return report
    }
}

extension OutboxMessage {
    fileprivate func after(_ outcome: DeliveryOutcome) -> OutboxMessage {
        var message = self
        switch outcome {
        case .sent:
            message.state = .sent
            message.lastError = nil
        case .tryAgain(let answer):
            message.attempts += 1
            message.lastError = OneLine.shown(answer)
        case .refused(let answer):
            message.state = .refused
            message.attempts += 1
            message.lastError = OneLine.shown(answer)
        }
        return message
    }
}
