public import CivilTime
public import Mentoring
public import MentoringAPI

extension ReleaseMail: HandledRequest {
    public func carryOut(for client: Client) async throws -> MailReleased {
        try await client.service.releaseMail(droppingThrough: dropThrough.map { Identifier(Int64($0)) })
    }
}

extension TrainingService {
    /// Lets the mail leave that was held back after a restore, but for what had left before already.
    ///
    /// - Parameter last: the last mail that is dropped: it and those before it that wait are refused, and their bytes
    ///   forgotten; nil drops none.
    /// - Returns: how many leave, and how many do not.
    /// - Throws: `Refusal` conflict when no mail is held; not-found when that mail does not wait.
    public func releaseMail(droppingThrough last: Identifier<OutboxMessage>? = nil) async throws -> MailReleased {
        try await store.write { transaction in
            guard let heldSince = try transaction.mailHeldSince() else {
                throw Refusal(.conflict, "no mail is held back")
            }
            let waiting = try transaction.outbox([.pending])
            if let last, !waiting.contains(where: { $0.id == last }) {
                throw Refusal(.notFound, "no mail \(last) is held back; meridian outbox list shows those that are")
            }
            let dropped = waiting.filter { message in last.map { message.id.rawValue <= $0.rawValue } ?? false }
            for var message in dropped {
                message.state = .refused
                message.lastError = "dropped, since it had left before the restore"
                try transaction.update(message)
                try transaction.empty(message.id)
            }
            try transaction.setMailHeld(since: nil)
            return MailReleased(
                heldSince: heldSince, released: waiting.count - dropped.count, dropped: dropped.count)
        }
    }

    /// Since when no mail leaves, from a restore until it is released; nil when mail leaves.
    public func mailHeldSince() async throws -> Instant? { try await store.read { try $0.mailHeldSince() } }
}
