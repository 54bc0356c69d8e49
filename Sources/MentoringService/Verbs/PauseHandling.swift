import Mentoring
public import MentoringAPI

extension PauseProgram: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ProgramView {
        try await desk.office.pauseProgram(program)
    }
}

extension ResumeProgram: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ProgramView {
        try await desk.office.resumeProgram(program)
    }
}
