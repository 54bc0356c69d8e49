import Mentoring
public import MentoringAPI

extension ShowHealth: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> HealthView {
        try await desk.office.health(of: program, for: desk.caller)
    }
}
