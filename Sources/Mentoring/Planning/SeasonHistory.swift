import CivilTime
import TimeZoneCatalog

/// What the books say of who led, who had a seat and who came, in this season and before.
struct SeasonHistory: Sendable {
    /// A session with the people in it.
    struct Held: Sendable {
        let session: Session
        let seated: [Person]
        let attendance: [Attendance]
    }

    /// By season, week, region; cancelled ones are left out.
    let sessions: [Held]

    init(of program: Program.Name, in books: any StoreReading, by zones: TimeZoneCatalog) throws {
        sessions = try books.sessions(of: program, by: zones).filter { $0.status != .cancelled }.map { session in
            Held(
                session: session,
                seated: try books.enrollments(in: session.id).filter { $0.state == .enrolled }.map(\.person),
                attendance: try books.attendance(in: session.id))
        }
    }
}
