/// Something outside this machine's reach did not answer: a server, or sendmail.
public struct Unreachable: Error, Sendable, CustomStringConvertible {
    /// What was tried, and what to do.
    public let description: String

    /// A failure in words for the person at the terminal.
    public init(_ description: String) { self.description = description }
}
