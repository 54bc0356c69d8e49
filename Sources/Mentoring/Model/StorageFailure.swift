/// The database could not be opened, read or written.
public struct StorageFailure: Error, Sendable, CustomStringConvertible {
    /// What failed, where, and what to do.
    public let description: String

    /// A failure in words for the person at the terminal.
    public init(_ description: String) { self.description = description }
}
