import Mentoring
public import MentoringAPI

extension ListProgress: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [ProgressView] {
        try await desk.office.progress(in: program, by: desk.caller)
    }
}

extension ShowProgress: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ProgressView {
        try await desk.office.progress(
            of: desk.trainee(person, of: program), in: program, zone: desk.viewer(in: zone).zone, by: desk.caller)
    }
}

extension ShowEvidence: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> EvidenceView {
        try await desk.office.evidence(of: desk.trainee(person, of: program), in: program, by: desk.caller)
    }
}

extension RecordCoLeaders: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> CoLeaders {
        try await desk.office.recordCoLeaders(people, of: session, by: desk.caller)
    }
}

extension OfficeDesk {
    /// The address of the trainee who is asked about; nil is whoever asks.
    fileprivate func trainee(_ name: String?, of program: Program.Name) async throws -> EmailAddress {
        guard let name else { return try caller.person() }
        return try await office.address(of: name, in: program, by: caller)
    }
}

extension Caller {
    /// Refuses whoever is neither an organizer, nor a mentor of the program, nor the one whom it is about.
    /// - Throws: `Refusal` not-allowed.
    func requireMentor(of program: Program.Name, or person: EmailAddress?, in books: any StoreReading) throws {
        if role == .organizer || (email != nil && email == person) { return }
        let isMentor = try role == .mentor && books.mentors(of: program).contains { $0.person.email == email }
        guard isMentor else {
            throw Refusal(
                .notAllowed, "how far trainees of \(program) have come is for them, its mentors and its organizers")
        }
    }
}
