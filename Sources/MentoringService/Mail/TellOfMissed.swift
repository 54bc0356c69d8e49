import CivilTime
import Mentoring
import TimeZoneCatalog

/// Somebody who is enrolled in a session that nobody announced before its hour came, so that it was not held.
struct MissedEnrollment {
    let person: Person
    let session: Session

    var told: Told { .notHeld(session, person) }
}

extension TrainingService {
    /// For how long afterwards it is still news to somebody, in seconds.
    private static let newsOfMissed: Int64 = 14 * 86_400

    /// Those who have not been told that a session in which they have a seat, or wait for one, was not held.
    ///
    /// One that is still tentative when its notice is over is called off by the next plan, and they hear that. Where nobody plans, no
    /// plan can announce it once its hour has come, and this is what they hear.
    func missedEnrollments(at now: Instant, in transaction: any StoreReading) throws -> [MissedEnrollment] {
        try sessionsOfLivePrograms(from: now.adding(seconds: -Self.newsOfMissed), to: now, in: transaction)
            .filter { $0.wasMissed(at: now) }
            .flatMap { session in
                try transaction.enrollments(in: session.id).map {
                    MissedEnrollment(person: $0.person, session: session)
                }
            }
            .filter { try transaction.lastTold($0.told) == nil }
    }

    func tell(_ missed: MissedEnrollment, at now: Instant, in transaction: any StoreWriting) throws {
        try tell(missed.person, of: missed.session, .notHeld, once: [missed.told], at: now, in: transaction)
    }
}
