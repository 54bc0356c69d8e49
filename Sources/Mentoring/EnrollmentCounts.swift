/// How full a session is.
public struct EnrollmentCounts: Hashable, Sendable {
    /// Seats taken.
    public var enrolled: Int
    /// People waiting.
    public var waitlisted: Int

    /// The two numbers.
    public init(enrolled: Int = 0, waitlisted: Int = 0) {
        self.enrolled = enrolled
        self.waitlisted = waitlisted
    }
}
