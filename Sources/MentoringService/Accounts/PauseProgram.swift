import CivilTime
public import Mentoring
public import MentoringAPI

extension TrainingOffice {
    /// Closes what a program takes in and sends out: sign-up and proposals are refused, and its mail waits.
    ///
    /// Nothing is lost by it: the mail leaves when the program goes on. Doing it again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func pauseProgram(_ name: Program.Name) async throws -> ProgramView {
        let now = clock.now()
        return try await store.write { books in
            let program = try books.requireProgram(name)
            try books.pause(program.name, at: now)
            return try ProgramView(program, in: books)
        }
    }

    /// Lets a program go on after a pause; does nothing for one that does not pause.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func resumeProgram(_ name: Program.Name) async throws -> ProgramView {
        try await store.write { books in
            let program = try books.requireProgram(name)
            _ = try books.resume(program.name)
            return try ProgramView(program, in: books)
        }
    }
}
