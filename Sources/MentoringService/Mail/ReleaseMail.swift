public import CivilTime
import Mentoring
public import MentoringAPI

extension ReleaseMail: HandledRequest {
    /// Lets the mail leave that was held back after a restore, but for what had left before already.
    ///
    /// Of what is dropped, which is refused, the bytes are forgotten.
    /// - Returns: how many leave, and how many do not.
    /// - Throws: `Refusal` conflict when no mail is held; not-found when the last mail that is to be dropped does not wait.
    public func carryOut(for client: Client) async throws -> MailReleased {
        let last = dropThrough.map { Identifier<OutboxMessage>(Int64($0)) }
        return try await client.service.store.write { transaction in
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
}

extension TrainingService {
    /// Since when no mail leaves, from a restore until it is released; nil when mail leaves.
    public func mailHeldSince() async throws -> Instant? { try await store.read { try $0.mailHeldSince() } }
}
