public import Mentoring

/// What somebody asks who joins a program over the network, or has somebody else join.
public struct JoinWish: Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// The name that others see.
    public var name: String
    /// The address.
    public var email: EmailAddress
    /// Where they read the clock.
    public var zone: String

    /// A wish with every part given.
    public init(program: Program.Name, name: String, email: EmailAddress, zone: String) {
        self.program = program
        self.name = name
        self.email = email
        self.zone = zone
    }
}
