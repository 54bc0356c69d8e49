import CivilTime
import Mentoring
import TimeZoneCatalog

/// What was attended in a program, for looking at many people.
struct Histories {
    let path: PathToCore
    private let program: Program.Name
    private let sessions: [Identifier<Session>: Session]

    init(of program: Program, by zones: TimeZoneCatalog, in transaction: any StoreReading) throws {
        self.program = program.name
        path = try PathToCore(stages: transaction.stages(of: program.name), areas: program.areas)
        sessions = Dictionary(
            uniqueKeysWithValues: try transaction.sessions(of: program.name, by: zones).map { ($0.id, $0) })
    }

    /// The sessions of the program that are to come, by start, then code: those of `StoreReading.sessionsToCome`, without reading
    /// a program's sessions once more.
    func sessionsToCome(at now: Instant) -> [Session] {
        sessions.values.filter { $0.isUpcoming(at: now) }.sorted { ($0.start, $0.code) < ($1.start, $1.code) }
    }

    func progress(of person: Person, in transaction: any StoreReading) throws -> TraineeProgress {
        let coLed = Set(try transaction.sessionsCoLed(by: person.id, in: program))
        let attended = try transaction.attendance(of: person.id, in: program).filter(\.tookPart).compactMap { seen in
            sessions[seen.session].map { session in
                AttendedSession(
                    session: session, isAsynchronous: seen.kind == .asynchronous,
                    isCoLed: seen.kind == .present && coLed.contains(seen.session))
            }
        }
        return TraineeProgress(of: attended, on: path)
    }
}

extension StoreReading {
    /// A program's trainee, or a refusal.
    func requireTrainee(_ email: EmailAddress, of program: Program) throws -> Person {
        guard let person = try trainees(of: program.name).first(where: { $0.email == email }) else {
            throw Refusal(
                .notFound,
                "\(email) is no trainee of \(program.name); join first: meridian trainee join \(program.name) …")
        }
        return person
    }
}
