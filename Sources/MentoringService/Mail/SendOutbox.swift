import CivilTime
public import Mentoring
public import MentoringAPI

extension ListOutbox: HandledRequest {
    /// The last mails of the outbox, in the order in which they leave.
    public func carryOut(for client: Client) async throws -> [OutboxView] {
        try await client.service.store.read {
            try $0.outbox(of: nil, hidesStrangers: false, before: before, most: most)
        }
    }
}

extension ListProgramOutbox: HandledRequest {
    /// The last mails of a program's, in the order in which they leave.
    ///
    /// Who administers the server is not a program's organizers' to know, and they get its mail where nobody organizes it.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func carryOut(for client: Client) async throws -> [OutboxView] {
        try await client.service.store.read { transaction in
            try transaction.outbox(
                of: transaction.requireProgram(program).name,
                hidesStrangers: !transaction.administers(client.caller), before: before, most: most)
        }
    }
}

extension StoreReading {
    /// The last mails of the outbox, or of a program's, as they are listed.
    fileprivate func outbox(
        of program: Program.Name?, hidesStrangers: Bool, before: Identifier<OutboxMessage>?, most: Int?
    ) throws -> [OutboxView] {
        let heldSince = try mailHeldSince()
        return try mails(of: program, hidesStrangers: hidesStrangers, before: before, most: most ?? 1000).map {
            OutboxView(
                id: $0.id, program: $0.program, to: $0.recipient, subject: $0.subject, created: $0.created,
                state: $0.state, attempts: $0.attempts, due: $0.due, lastError: $0.lastError,
                heldSince: $0.state == .pending ? heldSince : nil)
        }
    }
}

extension ListSuppressed: HandledRequest {
    /// The addresses to which nothing is sent, by address.
    public func carryOut(for client: Client) async throws -> [SuppressedAddress] {
        let service = client.service
        return try await service.store.read { try $0.suppressedAddresses() }
    }
}

extension AllowMail: HandledRequest {
    /// Sends to an address again that had been refused, what was refused in the last days included.
    /// - Throws: `Refusal` not-found when nothing keeps mail from it.
    public func carryOut(for client: Client) async throws -> MailAllowed {
        let service = client.service
        let now = service.clock.now()
        return try await service.store.write { transaction in
            guard try transaction.removeSuppression(of: address) else {
                throw Refusal(.notFound, "nothing keeps mail from \(address)")
            }
            let refused = try transaction.outbox([.refused]).filter {
                // What was emptied, as it held a secret or was dropped, cannot be sent any more.
                $0.recipient == address && $0.created >= now.adding(seconds: -Retry.patience) && !$0.bytes.isEmpty
            }
            for var message in refused {
                message.state = .pending
                message.attempts = 0
                message.due = nil
                message.lastError = nil
                try transaction.update(message)
            }
            return MailAllowed(waiting: refused.count)
        }
    }
}

extension TrainingService {
    /// Hands every mail over whose time has come, one after the other.
    ///
    /// A mail counts as sent only once that is on disk, so that after a crash it is sent again rather than lost; the bytes
    /// are the same. One that is not taken is tried again later and later, for five days, and keeps the later ones to the
    /// same person waiting, so that they arrive in order. To an address that is refused for good nothing more is sent. What
    /// is passed on of others does neither. While mail is held back after a restore, none is handed over.
    ///
    /// - Parameters:
    ///   - delivery: what takes the mails.
    ///   - pace: how soon mail about sessions leaves.
    ///   - sender: the envelope's sender of all of them; nil means each one's own.
    /// - Returns: what became of them; nil when another process is sending.
    /// - Throws: `Unreachable` when there is nothing to hand them to.
    public func sendOutbox(
        through delivery: any MailDelivery, at pace: MailPace = .atOnce, from sender: EmailAddress? = nil
    ) async throws -> OutboxReport? {
        try await store.alone("sending") {
            try await letMailGo(pace, at: clock.now())
            let (messages, gathering, contact, suppressed, heldSince) = try await store.read { transaction in
                let gathering = Set(try transaction.gatheringMail().map(\.mail))
                return (
                    try transaction.outbox([.pending]).filter { !gathering.contains($0.id) }, gathering.count,
                    try transaction.programs().first?.contact,
                    Set(try transaction.suppressedAddresses().map(\.address)), try transaction.mailHeldSince()
                )
            }
            if let heldSince { return OutboxReport(waiting: messages.count + gathering, heldSince: heldSince) }
            var round = SendingRound(suppressed: suppressed)
            round.report.waiting = gathering
            for message in messages {
                guard let sender = sender ?? message.sender ?? contact else { continue }
                // Asked for each, since a pause that was acknowledged holds for the rest of the round.
                if let program = message.program, try await store.read({ try $0.isSilent(program) }) {
                    round.report.waiting += 1
                    continue
                }
                guard let outcome = try await round.outcome(of: message, at: clock.now(), by: delivery, from: sender)
                else { continue }
                let now = clock.now()
                try await store.write { transaction in
                    // It took a while: who was erased meanwhile is not written down for it, and what is gone stays so.
                    guard let current = try transaction.mail(message.id) else { return }
                    try transaction.update(current.after(outcome, at: now))
                    if case .refused(let answer) = outcome, !message.isForwarded, !current.isForgotten,
                        !suppressed.contains(message.recipient)
                    {
                        let address = message.recipient
                        try transaction.writingDown(
                            Deed(way: .itself, action: "suppressAddress", subject: [address.description]), at: now
                        ) {
                            try transaction.add(
                                SuppressedAddress(address: address, since: now, reason: OneLine.shown(answer)))
                        }
                    }
                }
            }
            return round.report
        }
    }
}

/// One pass through the outbox.
private struct SendingRound {
    var report = OutboxReport()
    var suppressed: Set<EmailAddress>
    /// To whom an earlier mail waits.
    var delayed: Set<EmailAddress> = []

    init(suppressed: Set<EmailAddress>) { self.suppressed = suppressed }

    /// What becomes of a mail; nil when it goes on waiting untried.
    mutating func outcome(
        of message: OutboxMessage, at now: Instant, by delivery: any MailDelivery, from sender: EmailAddress
    ) async throws -> DeliveryOutcome? {
        if suppressed.contains(message.recipient) {
            report.refused += 1
            return .refused("nothing is sent to this address, since an earlier mail to it was refused")
        }
        // What a stranger wrote may be refused for its words: it holds up nothing, and silences nobody.
        let isOurs = !message.isForwarded
        guard message.isDue(at: now), !isOurs || !delayed.contains(message.recipient) else {
            if isOurs { delayed.insert(message.recipient) }
            report.waiting += 1
            return nil
        }
        let outcome = try await delivery.deliver(message, from: sender)
        switch outcome {
        case .sent: report.sent += 1
        case .tryAgain:
            if message.after(outcome, at: now).state == .refused { report.refused += 1 } else { report.waiting += 1 }
            if isOurs { delayed.insert(message.recipient) }
        case .refused:
            report.refused += 1
            if isOurs { suppressed.insert(message.recipient) }
        }
        return outcome
    }
}

extension OutboxMessage {
    /// Whether it may be handed over; a time further away than any pause was set by a clock that has been put back since.
    fileprivate func isDue(at now: Instant) -> Bool {
        due.map { $0 <= now || $0 > now.adding(seconds: Retry.longest) } ?? true
    }

    /// The message once it was handed over.
    fileprivate func after(_ outcome: DeliveryOutcome, at now: Instant) -> OutboxMessage {
        var message = self
        switch outcome {
        case .sent:
            message.state = .sent
            message.lastError = nil
        case .tryAgain(let answer):
            message.attempts += 1
            message.lastError = OneLine.shown(answer)
            let next = now.adding(seconds: Retry.pause(afterAttempt: message.attempts))
            message.due = next
            if message.attempts >= Retry.most { message.state = .refused }
        case .refused(let answer):
            message.state = .refused
            message.attempts += 1
            message.lastError = OneLine.shown(answer)
        }
        return message
    }
}

/// When a mail that was not taken is tried again: after 5 minutes, then twice as long each time, at most 4 hours; and so often
/// that it takes five days, as mail systems do (RFC 5321 §4.5.4.1 asks for 4 to 5).
///
/// Attempts are counted, never days: a clock that jumps a year ahead gives up nothing.
enum Retry {
    static let patience: Int64 = 5 * 24 * 60 * 60
    static let most = 35
    static let longest: Int64 = 4 * 60 * 60
    private static let first: Int64 = 5 * 60

    static func pause(afterAttempt attempt: Int) -> Int64 {
        min(longest, first << Int64(min(attempt - 1, 10)))
    }
}
