public import Mentoring

/// Somebody who has shown that the address is theirs, and can act now.
public struct SignUpConfirmed: Codable, Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// What they joined with, and how much of the season falls into their day.
    public var joined: JoinResult
    /// What they act with.
    public var token: String

    package init(program: Program.Name, joined: JoinResult, token: String) {
        self.program = program
        self.joined = joined
        self.token = token
    }
}
