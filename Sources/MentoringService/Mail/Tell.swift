import CivilTime
import Mentoring

extension TrainingService {
    /// Tells somebody of something: the mail is in the outbox with the transaction that it tells of.
    func tell(_ notice: Notice, in transaction: any StoreWriting) throws {
        _ = try transaction.add(correspondence.message(notice))
    }

    /// Tells somebody of something that they are told once, and records that they were.
    func tell(_ notice: Notice, once told: [Told], at now: Instant, in transaction: any StoreWriting) throws {
        try tell(notice, in: transaction)
        for told in told { try transaction.setTold(told, at: now) }
    }
}
