import CivilTime
import TimeZoneCatalog

/// Who came to a session.
public struct AttendanceResult: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// The names of those who came.
    public var present: [String]
    /// The names of those who had a seat and did not come.
    public var missed: [String]
}

extension TrainingOffice {
    /// Records who came to a session; whoever had a seat and is not named did not.
    ///
    /// Recording again replaces what was recorded. Nobody is told: who missed two seats in a row learns of it where it
    /// matters, the next time that they enroll.
    ///
    /// - Throws: `Refusal` not-found for an unknown session or person; conflict for one that has not begun, or is cancelled.
    public func recordAttendance(
        of emails: [EmailAddress], in code: String, by caller: Caller
    ) async throws -> AttendanceResult {
        let now = clock.now()
        return try await store.write { books in
            let session = try books.requireSession(code, by: zones)
            try caller.require(owner: session.mentor.email)
            guard session.status != .cancelled, session.status != .tentative else {
                throw Refusal(.conflict, "\(session.code) is \(session.status.rawValue); nobody can have come to it")
            }
            guard session.start <= now else {
                throw Refusal(
                    .conflict, "\(session.code) begins on \(session.localStart.date); record who came once it has begun"
                )
            }
            let came = try emails.map { try books.requirePerson($0) }
            let seated = try books.enrollments(in: session.id).filter { $0.state == .enrolled }.map(\.person)
            let missed = seated.filter { person in !came.contains { $0.id == person.id } }
            try books.removeAttendance(in: session.id)
            for person in missed { try books.save(Attendance(session: session.id, person: person, isPresent: false)) }
            for person in came { try books.save(Attendance(session: session.id, person: person, isPresent: true)) }
            if session.status == .announced, session.end <= now {
                var held = session
                held.status = .held
                try books.update(held)
            }
            return AttendanceResult(
                session: session.code.description, present: came.map(\.name), missed: missed.map(\.name))
        }
    }
}
