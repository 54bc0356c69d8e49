import Mentoring
public import MentoringAPI

extension AcceptReview: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ReviewView {
        try await desk.office.acceptReview(review, by: desk.caller)
    }
}

extension WithdrawReview: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ReviewView {
        try await desk.office.withdrawReview(review, by: desk.caller, dryRun: dryRun ?? false)
    }
}
