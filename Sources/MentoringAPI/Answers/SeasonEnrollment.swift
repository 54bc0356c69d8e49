/// The answer to somebody who enrolled in all of a region's sessions of a season.
public struct SeasonEnrollment: Codable, Hashable, Sendable {
    /// A session to come in which they are not.
    public struct LeftOut: Codable, Hashable, Sendable {
        /// The session's code.
        public var session: String
        /// What speaks against it, and what they can do about it.
        public var reason: String

        package init(session: String, reason: String) {
            self.session = session
            self.reason = reason
        }
    }

    /// What they have in each session to come that can be had.
    public var sessions: [EnrollmentResult]
    /// The others.
    public var leftOut: [LeftOut]

    package init(sessions: [EnrollmentResult], leftOut: [LeftOut]) {
        self.sessions = sessions
        self.leftOut = leftOut
    }
}
