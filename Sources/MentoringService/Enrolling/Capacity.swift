import CivilTime
import Mentoring

extension TrainingService {
    /// The session with as many seats as its program has by now, or as are taken where that is more: nobody is put out, and
    /// nobody is let in above the program's number.
    ///
    /// Seats are numbered anew so that none beyond the taken ones stays open. What has begun keeps what it had.
    func withSeatsInForce(
        _ session: Session, at now: Instant, in transaction: any StoreWriting
    ) throws -> Session {
        guard session.isUpcoming(at: now) else { return session }
        let seats = try transaction.requireProgram(of: session.code).capacity
        let seated = try transaction.enrollments(in: session.id).compactMap { enrollment in
            enrollment.seat.map { (seat: $0, id: enrollment.id) }
        }.sorted { $0.seat < $1.seat }
        var session = session
        session.capacity = max(seats, seated.count)
        // Stored is the start that was derived then: what asks for seats does not say that tz data have changed.
        guard var stored = try transaction.session(session.id)?.asStored, stored.capacity != session.capacity else {
            return session
        }
        for (number, taken) in zip(1..., seated) where taken.seat != number {
            try transaction.move(taken.id, toSeat: number)
        }
        stored.capacity = session.capacity
        try transaction.update(stored)
        return session
    }
}
