public import Mentoring
public import MentoringAPI

/// A request as it is carried out where the database is.
public protocol HandledRequest: Request {
    /// Refuses whoever cannot be granted it whatever else they say, by the address alone: before what they sent is read.
    ///
    /// The program is the one in the address, if one stands there.
    /// - Throws: `Refusal`.
    static func admit(at client: Client, to program: Program.Name?) async throws

    /// Does what is asked.
    ///
    /// That the caller has the route's role in the subject's program has been checked; that they may do it to this very
    /// session, slot or person is checked here.
    ///
    /// - Throws: as the use case does.
    func carryOut(for client: Client) async throws -> Answer
}

extension HandledRequest {
    /// Lets everybody go on who has the route's role.
    public static func admit(at client: Client, to program: Program.Name?) async throws {}

    /// Refuses whoever may not ask, or not there, before what they sent is read.
    /// - Throws: `Refusal`.
    public static func requireMayAsk(at client: Client, of program: Program.Name?) async throws {
        if let role = route.role, let program, self is any ProgramRequest.Type {
            _ = try await client.caller(for: role, about: .program(program))
        }
        try await admit(at: client, to: program)
    }
}
