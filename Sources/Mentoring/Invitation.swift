public import CivilTime

/// What one person was last told about one session, by iTIP (RFC 5546).
public struct Invitation: Hashable, Sendable {
    /// The iTIP method of the last message.
    public enum Method: String, Sendable, Codable { case request, cancel }
    /// In what capacity the person takes part.
    public enum Role: String, Sendable, Codable { case mentor, trainee }

    /// The session.
    public var session: Identifier<Session>
    /// The person it is addressed to.
    public var person: Person
    /// As mentor or trainee.
    public var role: Role
    /// REQUEST or CANCEL.
    public var method: Method
    /// The SEQUENCE this person was last sent: the session's plus `ownCancels`.
    public var sequence: Int
    /// How often this person alone was sent a CANCEL; each raises the SEQUENCE that they see for good (RFC 5546 §2.1.4).
    public var ownCancels: Int
    /// DTSTAMP: when the message was made, strictly later than the one before.
    public var stamp: Instant
    /// PARTSTAT.
    public var participation: ParticipationStatus
    /// When the session begins on the person's own wall, as they were told.
    public var localStart: LocalDateTime
    /// The zone of that wall.
    public var zone: TimeZoneID
    /// What stands behind the contact's name in the organizer address that this person answers to, and nobody else knows.
    ///
    /// Nil for who was invited before there were any.
    public var token: String?
    /// The contact in that address, which stays what this person's calendar knows; nil until they are sent anything.
    public var contact: EmailAddress?
    /// DTSTAMP of the last answer that counted; a repeated one changes nothing.
    public var answered: Instant?

    /// An invitation with every property given.
    public init(
        session: Identifier<Session>, person: Person, role: Role, method: Method, sequence: Int, ownCancels: Int = 0,
        stamp: Instant, participation: ParticipationStatus, localStart: LocalDateTime, zone: TimeZoneID,
        token: String? = nil, contact: EmailAddress? = nil, answered: Instant? = nil
    ) {
        self.session = session
        self.person = person
        self.role = role
        self.method = method
        self.sequence = sequence
        self.ownCancels = ownCancels
        self.stamp = stamp
        self.participation = participation
        self.localStart = localStart
        self.zone = zone
        self.token = token
        self.contact = contact
        self.answered = answered
    }
}
