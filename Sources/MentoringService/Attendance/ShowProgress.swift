public import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingOffice {
    /// How far every trainee of a program has come: the furthest first, then by name.
    /// - Throws: `Refusal` not-found for an unknown program, not-allowed for who is neither its mentor nor an organizer.
    public func progress(in program: Program.Name, by caller: Caller) async throws -> [ProgressView] {
        try await store.read { books in
            let program = try books.requireProgram(program)
            try caller.requireMentor(of: program.name, or: nil, in: books)
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
    ///   - caller: the trainee, one of the program's mentors or an organizer.
    /// - Returns: where they stand in each stage, and the sessions that would help.
    /// - Throws: `Refusal` not-found for an unknown program, or who is no trainee of it; not-allowed.
    public func progress(
        of email: EmailAddress, in program: Program.Name, zone: TimeZoneID? = nil, by caller: Caller
    ) async throws -> ProgressView {
        let now = clock.now()
        return try await store.read { books in
            let program = try books.requireProgram(program)
            try caller.requireMentor(of: program.name, or: email, in: books)
            var person = try books.requireTrainee(email, of: program)
            // Others learn nothing of their clock that the program was not told.
            person.givenZone =
                try caller.speaks(for: email) ? nil : books.introduction(of: person.id, to: program.name)?.zone
            return try progress(of: person, in: program, zone: zone, at: now, books)
        }
    }

    /// The address of whoever a mentor or an organizer calls by nickname or name; anybody else gives their own.
    /// - Throws: `Refusal` not-found for an unknown program or person; conflict for a name that several have; not-allowed.
    func address(of name: String, in program: Program.Name, by caller: Caller) async throws -> EmailAddress {
        try await store.read { books in
            let program = try books.requireProgram(program)
            // First, so that nobody can try who is here.
            try caller.requireMentor(of: program.name, or: try? EmailAddress(name), in: books)
            return try books.requirePerson(called: name, in: program).email
        }
    }

    func progress(
        of person: Person, in program: Program, zone: TimeZoneID?, at now: Instant, _ books: any StoreReading
    ) throws -> ProgressView {
        let progress = try Histories(of: program, by: zones, in: books).progress(of: person, in: books)
        let rules = try zones.rules(for: person.shownZone)
        let sessions = try books.currentSessions(of: program, by: zones)
        let views = try views(of: program, for: Viewer(email: person.email, zone: zone ?? person.shownZone), in: books)
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

extension TraineeProgress {
    /// Grows with the stages reached, then with the sessions attended.
    fileprivate var sortKey: Int { path.stages.count { missing(for: $0).isEmpty } << 32 + attended.count }
}
