/// The bytes are no iCalendar text, or more than is judged.
public struct NotACalendar: Error, Hashable, Sendable, CustomStringConvertible {
    /// The physical line, counted from 1.
    public let line: Int
    /// What is wrong and what was expected.
    public let message: String

    /// `LINE: message`.
    public var description: String { "\(line): \(message)" }
}
