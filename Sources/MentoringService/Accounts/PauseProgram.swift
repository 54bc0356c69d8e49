import CivilTime
import Mentoring
public import MentoringAPI

extension PauseProgram: HandledRequest {
    /// Closes what a program takes in and sends out: sign-up and proposals are refused, and its mail waits.
    ///
    /// Nothing is lost by it: the mail leaves when the program goes on. Doing it again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func carryOut(for client: Client) async throws -> ProgramView {
        let service = client.service
        let name = program
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(name)
            try transaction.pause(program.name, at: now)
            return try ProgramView(program, in: transaction)
        }
    }
}

extension ResumeProgram: HandledRequest {
    /// Lets a program go on after a pause; does nothing for one that does not pause.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func carryOut(for client: Client) async throws -> ProgramView {
        let service = client.service
        let name = program
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(name)
            _ = try transaction.resume(program.name)
            return try ProgramView(program, in: transaction)
        }
    }
}
