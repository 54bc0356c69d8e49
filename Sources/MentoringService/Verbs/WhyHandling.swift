import Mentoring
public import MentoringAPI

extension ExplainSession: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> WhyView {
        let why = try await desk.office.why(session)
        return desk.caller.role == .organizer ? why : why.withoutDaysOff
    }
}

extension ExplainAbsence: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> WhyNotView {
        let why = try await desk.office.whyNot(program, mentor: mentor, week: week)
        return desk.caller.role == .organizer ? why : why.withoutDaysOff
    }
}
