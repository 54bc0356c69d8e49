import Mentoring
public import MentoringAPI

extension RemoveMentor: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> DepartureView {
        try await desk.office.removeMentor(email, from: program, dryRun: dryRun ?? false)
    }
}

extension RemoveTrainee: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> DepartureView {
        try await desk.office.removeTrainee(email, from: program, dryRun: dryRun ?? false)
    }
}

extension BlockPerson: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> DepartureView {
        try await desk.office.block(email, in: program, by: desk.caller, dryRun: dryRun ?? false)
    }
}

extension UnblockPerson: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> BlockView {
        try await desk.office.unblock(email, in: program)
    }
}

extension ListBlocks: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [BlockView] {
        try await desk.office.blocks(in: program)
    }
}
