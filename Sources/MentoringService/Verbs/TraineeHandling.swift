import Mentoring
public import MentoringAPI

extension JoinProgram: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> JoinResult {
        try await desk.office.letIn(
            JoinWish(program: program, name: name, email: email, zone: zone), by: desk.principal,
            joining: desk.door.joining, addresses: desk.addresses)
    }
}

extension ListTrainees: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [TraineeView] {
        try await desk.office.trainees(of: program)
    }
}
