public import CivilTime
import TimeZoneCatalog

extension TrainingOffice {
    /// How far every trainee of a program has come: the furthest first, then by name.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func progress(in program: Program.Name) async throws -> [ProgressView] {
        try await store.read { books in
            let program = try books.requireProgram(program)
            let histories = try Histories(of: program, by: zones, in: books)
            return try books.trainees(of: program.name)
                .map { ($0, try histories.progress(of: $0, in: books)) }
                .sorted { ($1.1.sortKey, $0.0.name, $0.0.id.rawValue) < ($0.1.sortKey, $1.0.name, $1.0.id.rawValue) }
                .map { ProgressView($1, of: $0, in: program) }
        }
    }

    /// How far one trainee has come, and which sessions to come in their day would bring them further.
    ///
    /// - Parameters:
    ///   - email: the trainee.
    ///   - program: the program.
    ///   - zone: the zone to show times in; nil takes the trainee's.
    /// - Returns: where they stand in each stage, and the sessions that would help.
    /// - Throws: `Refusal` not-found for an unknown program, or who is no trainee of it.
    public func progress(
        of email: EmailAddress, in program: Program.Name, zone: TimeZoneID? = nil
    ) async throws -> ProgressView {
        let now = clock.now()
        return try await store.read { books in
            let program = try books.requireProgram(program)
            let person = try books.requireTrainee(email, of: program)
            return try progress(of: person, in: program, zone: zone, at: now, books)
        }
    }

    func progress(
        of person: Person, in program: Program, zone: TimeZoneID?, at now: Instant, _ books: any StoreReading
    ) throws -> ProgressView {
        let progress = try Histories(of: program, by: zones, in: books).progress(of: person, in: books)
        let rules = try zones.rules(for: person.zone)
        let sessions = try books.currentSessions(of: program, by: zones)
        let views = try views(of: program, for: Viewer(email: person.email, zone: zone), in: books)
        let helpful = zip(sessions, views).compactMap { session, view -> ProgressView.Helpful? in
            let gains = progress.gains(from: session)
            guard session.isUpcoming(at: now), !gains.isEmpty,
                Hours(of: session.start, minutes: session.minutes, in: rules) == .humane
            else { return nil }
            return ProgressView.Helpful(session: view, gains: gains)
        }
        let best = helpful.sorted { ($1.gains.count, $0.session.start) < ($0.gains.count, $1.session.start) }
        return ProgressView(progress, of: person, in: program, helpful: Array(best.prefix(Self.helpfulSessions)))
    }

    private static let helpfulSessions = 5
}

/// What was attended in a program, for looking at many people.
struct Histories {
    let path: PathToCore
    private let program: Program.Name
    private let sessions: [Identifier<Session>: Session]

    init(of program: Program, by zones: TimeZoneCatalog, in books: any StoreReading) throws {
        self.program = program.name
        path = try PathToCore(stages: books.stages(of: program.name), areas: program.areas)
        sessions = Dictionary(
            uniqueKeysWithValues: try books.sessions(of: program.name, by: zones).map { ($0.id, $0) })
    }

    func progress(of person: Person, in books: any StoreReading) throws -> TraineeProgress {
        let coLed = Set(try books.sessionsCoLed(by: person.id, in: program))
        let attended = try books.attendance(of: person.id, in: program).filter(\.isPresent).compactMap { seen in
            sessions[seen.session].map { AttendedSession(session: $0, isCoLed: coLed.contains(seen.session)) }
        }
        return TraineeProgress(of: attended, on: path)
    }
}

extension TraineeProgress {
    /// Grows with the stages reached, then with the sessions attended.
    fileprivate var sortKey: Int { path.stages.count { missing(for: $0).isEmpty } << 32 + attended.count }
}

extension StoreReading {
    /// A program's trainee, or a refusal.
    func requireTrainee(_ email: EmailAddress, of program: Program) throws -> Person {
        let person = try requirePerson(email)
        guard try trainees(of: program.name).contains(where: { $0.id == person.id }) else {
            throw Refusal(
                .notFound,
                "\(email) is no trainee of \(program.name); join first: meridian trainee join \(program.name) …")
        }
        return person
    }
}
