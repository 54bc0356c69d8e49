import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ListProgress: HandledRequest {
    /// How far every trainee of a program has come: the furthest first, then by name.
    /// - Throws: `Refusal` not-found for an unknown program, not-allowed for who is neither its mentor nor an organizer.
    public func carryOut(for client: Client) async throws -> [ProgressView] {
        let (service, caller) = (client.service, client.caller)
        return try await service.store.read { transaction in
            let program = try transaction.requireProgram(program)
            try caller.requireMentor(of: program.name, or: nil, in: transaction)
            let names = try transaction.toldApart(in: program.name, for: client.principal, by: service.secrets)
            let histories = try Histories(of: program, by: service.zones, in: transaction)
            return try transaction.trainees(of: program.name)
                .map { ($0, try histories.progress(of: $0, in: transaction)) }
                .sorted { ($1.1.sortKey, $0.0.name, $0.0.id.rawValue) < ($0.1.sortKey, $1.0.name, $1.0.id.rawValue) }
                .map { person, progress in
                    var view = ProgressView(progress, of: person, in: program)
                    view.name = names(person)
                    return view
                }
        }
    }
}

extension ShowProgress: HandledRequest {
    /// How far one trainee has come, and which sessions to come in their day would bring them further: none in which they take
    /// part already, that they have declined as it is, or that is at the time of another of theirs.
    ///
    /// - Returns: where they stand in each stage, and the sessions that would help.
    /// - Throws: `Refusal` not-found for an unknown program, or who is no trainee of it; not-allowed.
    public func carryOut(for client: Client) async throws -> ProgressView {
        let (service, caller) = (client.service, client.caller)
        let email = try client.trainee(person)
        let viewer = try client.viewer(in: zone)
        let now = service.clock.now()
        return try await service.store.read { transaction in
            let program = try transaction.requireProgram(program)
            try caller.requireMentor(of: program.name, or: email, in: transaction)
            var person = try transaction.requireTrainee(email, of: program)
            // Others learn nothing of their clock that the program was not told.
            person.givenZone =
                try caller.speaks(for: email) ? nil : transaction.introduction(of: person.id, to: program.name)?.zone
            return try service.progress(of: person, in: program, zone: viewer.zone, at: now, transaction)
        }
    }
}

extension Client {
    // Inlined, it crashes the optimizer of Swift 6.3.1 where the caller is split at its awaits.
    /// The address of the trainee who is asked about; nil is whoever asks.
    @inline(never)
    func trainee(_ person: WrittenPerson?) throws -> EmailAddress {
        try person?.address ?? caller.person()
    }
}

extension Caller {
    /// Refuses whoever is neither an organizer, nor a mentor of the program, nor the one whom it is about.
    /// - Throws: `Refusal` not-allowed.
    func requireMentor(of program: Program.Name, or person: EmailAddress?, in transaction: any StoreReading) throws {
        if role == .organizer || (email != nil && email == person) { return }
        let isMentor = try role == .mentor && transaction.mentors(of: program).contains { $0.person.email == email }
        guard isMentor else {
            throw Refusal(
                .notAllowed, "how far trainees of \(program) have come is for them, its mentors and its organizers")
        }
    }
}

extension TrainingService {
    func progress(
        of person: Person, in program: Program, zone: TimeZoneID?, at now: Instant, _ transaction: any StoreReading
    ) throws -> ProgressView {
        let histories = try Histories(of: program, by: zones, in: transaction)
        let progress = try histories.progress(of: person, in: transaction)
        let rules = try zones.rules(for: person.shownZone)
        // What is archived takes nobody in.
        let isLive = try transaction.archive(of: program.name) == nil
        let sessions = isLive ? histories.sessionsToCome(at: now) : []
        // The best first, so that no more is asked of the others than there is room for.
        let gaining = sessions.map { (session: $0, gains: progress.gains(from: $0)) }
            .filter {
                !$0.gains.isEmpty && Hours(of: $0.session.start, minutes: $0.session.minutes, in: rules) == .humane
            }
            .sorted { ($1.gains.count, $0.session.start) < ($0.gains.count, $1.session.start) }
        let taken = Set(try transaction.enrollments(of: person.id).map(\.session))
        var best: [(session: Session, gains: [Stage.Goal])] = []
        for candidate in gaining where best.count < Self.helpfulSessions && !taken.contains(candidate.session.id) {
            if try transaction.isOpen(candidate.session, to: person, by: zones) { best.append(candidate) }
        }
        let views = try views(
            of: best.map(\.session), in: program, for: Viewer(email: person.email, zone: zone ?? person.shownZone),
            transaction)
        let helpful = zip(best, views).map { ProgressView.Helpful(session: $1, gains: $0.gains) }
        return ProgressView(progress, of: person, in: program, helpful: helpful)
    }

    private static let helpfulSessions = 5
}

extension StoreReading {
    /// Whether a session in which somebody has no seat is news to them, and they could come.
    func isOpen(_ session: Session, to person: Person, by zones: TimeZoneCatalog) throws -> Bool {
        guard session.mentor.id != person.id, try engagements(of: person.id, besides: session, by: zones).isEmpty else {
            return false
        }
        guard let told = try invitation(to: person.id, for: session.id) else { return true }
        return told.participation != .declined || told.sequence < session.sequence + told.ownCancels
    }
}

extension TraineeProgress {
    /// Grows with the stages reached, then with the sessions attended.
    fileprivate var sortKey: Int { path.stages.count { missing(for: $0).isEmpty } << 32 + attended.count }
}
