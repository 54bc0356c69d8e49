/// Why an instance cannot be planned: which field is wrong, and how.
public struct ProblemError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The field, as in `mentors[3].weight`; indices count the input's own order, from 0.
    public let path: String
    /// What is wrong with it.
    public let message: String

    /// A complaint about one field.
    public init(_ path: String, _ message: String) {
        self.path = path
        self.message = message
    }

    /// The path and the message, as a person should read them.
    public var description: String { "\(path): \(message)" }
}
