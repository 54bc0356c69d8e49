import Mentoring
public import MentoringAPI

extension BlockEverywhere: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> DepartureView {
        try await desk.office.block(email, in: nil, by: desk.caller, dryRun: dryRun ?? false)
    }
}

extension ListBlocksEverywhere: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [BlockView] {
        try await desk.office.blocks(in: nil)
    }
}

extension UnblockEverywhere: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> BlockView {
        try await desk.office.unblock(email, in: nil)
    }
}
