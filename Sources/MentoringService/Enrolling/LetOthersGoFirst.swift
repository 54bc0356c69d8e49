import CivilTime
import Mentoring
import TimeZoneCatalog

// Who waits is passed by while they are elsewhere then, or after seats that they missed. Whatever ends the reason gives them their
// turn back in its own transaction, so that nobody who comes later has the seat that was promised to them.

extension TrainingService {
    /// Lets a free seat pass by somebody who leads or attends something else at that time, until they do not any more.
    func passOver(
        _ enrollment: Enrollment, in session: Session, at now: Instant, _ transaction: any StoreWriting
    ) throws -> Bool {
        let person = enrollment.person
        guard let other = try transaction.engagements(of: person.id, besides: session, by: zones).first else {
            return false
        }
        try transaction.setYielding(true, of: enrollment.id)
        let told = Told.passedOver(in: session, for: other.session, person)
        guard try transaction.lastTold(told) == nil else { return true }
        try tell(person, of: session, .passedOver(for: other), once: [told], at: now, in: transaction)
        return true
    }

    /// Of some who let others go first, those who do so for no reason any more, in programs in which something happens: neither for
    /// seats that they missed, nor for being elsewhere then.
    func doneYielding(
        among waiting: [Enrollment], at now: Instant, in transaction: any StoreReading
    ) throws -> [(enrollment: Enrollment, session: Session)] {
        try waiting.compactMap { enrollment in
            let person = enrollment.person
            guard let session = try transaction.session(enrollment.session)?.timed(by: zones),
                session.isUpcoming(at: now), try transaction.archive(of: session.code.program) == nil,
                try transaction.yielding(of: person, in: session, at: now) == nil,
                try transaction.engagements(of: person.id, besides: session, by: zones).isEmpty
            else { return nil }
            return (enrollment, session)
        }
    }

    /// Gives those their turn back who let others go first for no reason any more, and the seats that passed by them.
    /// - Returns: those who are told.
    @discardableResult
    func endYielding(
        among waiting: [Enrollment], at now: Instant, in transaction: any StoreWriting
    ) throws -> [Person] {
        let done = try doneYielding(among: waiting, at: now, in: transaction)
        for (enrollment, _) in done { try transaction.setYielding(false, of: enrollment.id) }
        var sessions: [Session] = []
        for (_, session) in done where sessions.last?.id != session.id { sessions.append(session) }
        return try sessions.flatMap { try fillFreeSeats(of: $0, at: now, in: transaction).told }
    }
}
