import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension CheckIn: HandledRequest {
    private static let checkInBegins: Int64 = 10 * 60

    /// Records that somebody is in a session, as they say themselves: they came, unless its mentor says otherwise afterwards.
    ///
    /// Checking in again answers the same and changes nothing.
    ///
    /// - Returns: the session's code.
    /// - Throws: `Refusal` not-found for an unknown person or session; not-allowed for who takes no part in its program;
    ///   conflict earlier than ten minutes before it begins, after its end, when it is not held, and for who leads it.
    public func carryOut(for client: Client) async throws -> CheckedIn {
        let service = client.service
        let email = try client.caller.person()
        let code = session
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let session = try transaction.requireSession(code, by: service.zones)
            let person = try transaction.requireParticipant(email, of: transaction.requireProgram(of: session.code))
            guard session.mentor.id != person.id else {
                throw Refusal(.conflict, "you lead \(session.code); nobody doubts that you are there")
            }
            guard session.status != .cancelled, session.status != .tentative else {
                throw Refusal(.conflict, "\(session.code) is \(session.status.rawValue); nobody can be in it")
            }
            guard now >= session.start.adding(seconds: -Self.checkInBegins) else {
                let start = try service.zones.rules(for: person.zone).local(at: session.start)
                throw Refusal(
                    .conflict,
                    "\(session.code) begins on \(start.date) at \(start.time) \(person.zone); check in from ten minutes before"
                )
            }
            guard now < session.end else {
                throw Refusal(
                    .conflict,
                    "\(session.code) is over; its mentor records who came, and who could not come can still answer its questions: meridian attend \(session.code) --answers FILE"
                )
            }
            // Whoever was recorded as missing before it is over may still come, and has the last word until then.
            let seen = try transaction.attendance(in: session.id).first { $0.person.id == person.id }
            if seen?.kind != .present {
                try transaction.save(
                    Attendance(session: session.id, person: person, kind: .present, evidence: .checkIn))
            }
            return CheckedIn(session: session.code.description, name: person.name)
        }
    }
}
