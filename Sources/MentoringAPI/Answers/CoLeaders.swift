import Mentoring

/// Who led a session together with its mentor.
public struct CoLeaders: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// The session's mentor.
    public var mentor: String
    /// The names of those who led along.
    public var coLeaders: [String]

    package init(session: String, mentor: String, coLeaders: [String]) {
        self.session = session
        self.mentor = mentor
        self.coLeaders = coLeaders
    }
}
