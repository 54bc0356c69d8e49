import CivilTime
public import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension ListPrograms: HandledRequest {
    public func carryOut(for client: Client) async throws -> [ProgramView] {
        try await client.service.programs().map { client.shown($0) }
    }
}

extension ShowProgram: HandledRequest {
    public func carryOut(for client: Client) async throws -> ProgramView {
        client.shown(try await client.service.program(program, season: season))
    }
}

extension ListSessions: HandledRequest {
    public func carryOut(for client: Client) async throws -> [SessionView] {
        try await client.service.sessions(
            of: program, upcoming: upcoming ?? false, season: season, for: client.viewer(in: zone))
    }
}

extension ShowSession: HandledRequest {
    public func carryOut(for client: Client) async throws -> SessionView {
        try await client.service.session(session, for: client.viewer(in: zone), by: client.caller)
    }
}

extension Client {
    /// A program with how people join it here.
    fileprivate func shown(_ program: ProgramView) -> ProgramView {
        var program = program
        program.join = program.join ?? door.joining
        return program
    }
}

extension TrainingService {
    /// All programs, by name.
    public func programs() async throws -> [ProgramView] {
        try await store.read { transaction in try transaction.programs().map { try ProgramView($0, in: transaction) } }
    }

    /// One program, with what holds in that season, else in the one that runs or the next.
    public func program(_ name: Program.Name, season: Season.Name? = nil) async throws -> ProgramView {
        try await store.read { try ProgramView($0.requireProgram(name, season: season), in: $0) }
    }

    /// A program's sessions of a season, or all that are to come, by start.
    ///
    /// Without a season's name they are those of the one that runs, or of the next, and all to come are those of every season.
    public func sessions(
        of name: Program.Name, upcoming: Bool, season: Season.Name? = nil, for viewer: Viewer
    ) async throws -> [SessionView] {
        let now = clock.now()
        return try await store.read { transaction in
            let program = try transaction.requireProgram(name, reading: season)
            guard upcoming, season == nil else {
                let views = try views(of: program, for: viewer, in: transaction)
                return upcoming ? views.filter { $0.isUpcoming(at: now) } : views
            }
            let sessions = try transaction.sessionsToCome(of: name, by: zones, at: now)
            return try views(of: sessions, in: program, for: viewer, transaction)
        }
    }

    /// The sessions of the season in focus as a viewer sees them, by start.
    func views(of program: Program, for viewer: Viewer, in transaction: any StoreReading) throws -> [SessionView] {
        try views(
            of: transaction.currentSessions(of: program, by: zones), in: program, for: viewer, transaction)
    }

    /// Some of a program's sessions as a viewer sees them.
    func views(
        of sessions: [Session], in program: Program, for viewer: Viewer, _ transaction: any StoreReading
    ) throws -> [SessionView] {
        let counts = try transaction.enrollmentCounts(of: program.name)
        let glance = try Glance(of: viewer, in: transaction, zones: zones)
        let now = clock.now()
        return try sessions.map { session in
            SessionView(
                session, counts: counts[session.id] ?? EnrollmentCounts(),
                yours: try glance.yours(session, transaction), at: now)
        }
    }

    /// One session by its code, with how many written answers wait where the caller may sign them off.
    public func session(
        _ code: String, for viewer: Viewer, by caller: Caller = .anonymous
    ) async throws -> SessionView {
        let now = clock.now()
        return try await store.read { transaction in
            let session = try transaction.requireSession(code, by: zones)
            let counts = try transaction.enrollmentCounts(of: session.code.program)[session.id] ?? EnrollmentCounts()
            let glance = try Glance(of: viewer, in: transaction, zones: zones)
            var view = SessionView(session, counts: counts, yours: try glance.yours(session, transaction), at: now)
            let coLeaders = try transaction.coLeaders(of: session.id)
            if !coLeaders.isEmpty { view.coLeaders = coLeaders.map { .init(name: $0.name) } }
            if session.end <= now, caller.owns(session.mentor.email) {
                view.answersWaiting = try transaction.openAnswers(to: session.id).count
            }
            if let viewer = viewer.email, viewer == session.mentor.email {
                view.proposals = try transaction.proposals(for: session.id).map {
                    .init(name: $0.person.name, start: $0.start, comment: $0.comment)
                }
            }
            return view
        }
    }
}

/// How a viewer sees sessions: their clock and their own enrollments.
private struct Glance {
    let rules: ZoneRules?
    let mine: [Identifier<Session>: Enrollment]

    init(of viewer: Viewer, in transaction: any StoreReading, zones: TimeZoneCatalog) throws {
        let person = try viewer.email.flatMap { try transaction.person($0) }
        let zone = viewer.zone ?? person?.zone
        rules = try zone.map { try zones.rules(for: $0) }
        let enrollments = try person.map { try transaction.enrollments(of: $0.id) } ?? []
        mine = Dictionary(uniqueKeysWithValues: enrollments.map { ($0.session, $0) })
    }

    func yours(_ session: Session, _ transaction: any StoreReading) throws -> SessionView.Yours? {
        guard let rules else { return nil }
        let enrollment = mine[session.id]
        return SessionView.Yours(
            in: session, enrollment: enrollment.map { $0.state == .enrolled ? .enrolled : .waitlisted } ?? .none,
            position: try enrollment.flatMap { try transaction.position(of: $0) },
            confirmBy: session.status == .announced ? enrollment?.confirmBy : nil, on: rules)
    }
}

extension ProgramView {
    init(_ program: Program, in transaction: any StoreReading) throws {
        try self.init(
            program, stages: transaction.stages(of: program.name), isPaused: transaction.pause(of: program.name) != nil,
            archivedSince: transaction.archive(of: program.name))
    }
}
