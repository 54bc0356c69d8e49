/// The database could not be opened, read or written.
public struct StorageFailure: Error, Sendable, CustomStringConvertible {
    /// What failed, where, and what to do.
    public let description: String
    /// Whether what was to be written may be there all the same.
    public let mayHaveBeenSaved: Bool

    /// A failure in words for the person at the terminal.
    public init(_ description: String, mayHaveBeenSaved: Bool = false) {
        self.description = description
        self.mayHaveBeenSaved = mayHaveBeenSaved
    }
}
