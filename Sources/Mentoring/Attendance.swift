/// What became of somebody's part in a session.
public struct Attendance: Hashable, Sendable {
    /// Whether they took part, and how.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// They were there.
        case present
        /// They had a seat and were not.
        case missed
        /// They were not, but read the log and answered the mentor's questions well enough.
        case asynchronous
    }

    /// How it is known.
    public enum Evidence: String, Sendable, Codable, CaseIterable {
        /// The mentor or an organizer said so.
        case record
        /// They spoke, as the log shows.
        case log
        /// They said so themselves, while it was held.
        case checkIn = "check-in"
        /// They answered the mentor's questions, who signed it off.
        case answers
    }

    /// The session that was held.
    public var session: Identifier<Session>
    /// Who had a seat, or came without one.
    public var person: Person
    /// Whether they took part.
    public var kind: Kind
    /// How it is known.
    public var evidence: Evidence

    /// Whether they were there, or made up for it.
    public var tookPart: Bool { kind != .missed }

    /// What is known of one person in one session.
    public init(session: Identifier<Session>, person: Person, kind: Kind, evidence: Evidence) {
        self.session = session
        self.person = person
        self.kind = kind
        self.evidence = evidence
    }
}
