/// Whoever takes part in a program, as far as it takes to tell them from the others there.
public struct Participant: Hashable, Sendable {
    /// What the program calls them.
    public let name: String
    /// Never shown to another participant.
    public let email: EmailAddress

    /// - Parameters:
    ///   - name: what the program calls them.
    ///   - email: their address.
    public init(name: String, email: EmailAddress) {
        self.name = name
        self.email = email
    }
}
