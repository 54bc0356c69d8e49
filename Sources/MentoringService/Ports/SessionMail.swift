public import CivilTime
public import Mentoring

/// What a mail in the outbox says of a session, as long as it may be made one with others about the same session to the same
/// person.
public struct SessionMail: Hashable, Sendable {
    /// What it says.
    public enum Word: Hashable, Sendable {
        /// What the addressee's calendar is to have.
        case invitation(Occasion, Invitation.Method)
        /// Something that changes no calendar.
        case letter(Letter.Topic)
    }

    /// The mail.
    public var mail: Identifier<OutboxMessage>
    /// To whom it goes.
    public var recipient: EmailAddress
    /// When it was written.
    public var created: Instant
    /// When it is looked at again, at the earliest; nil means at once.
    public var due: Instant?
    /// The session.
    public var session: Identifier<Session>
    /// What it says.
    public var word: Word
    /// The method of what the addressee was told before; nil for who was told nothing, or a trainee who has declined.
    public var knew: Invitation.Method?
    /// The session's start as the addressee was told before.
    public var knewStart: Instant?
    /// What the addressee's calendar shows of the session from then on, to be compared; nil for a letter.
    public var shows: String?
    /// Whether it tells of what the addressee did themself, which only their calendar does not know.
    public var isOwnDeed: Bool
    /// Whether it leaves at once: it answers what the addressee did, something is to be done soon, or the session is near.
    public var isUrgent: Bool

    /// What a mail says, with every part given.
    public init(
        mail: Identifier<OutboxMessage>, recipient: EmailAddress, created: Instant,
        due: Instant? = nil, session: Identifier<Session>, word: Word, knew: Invitation.Method? = nil,
        knewStart: Instant? = nil, shows: String? = nil, isOwnDeed: Bool = false, isUrgent: Bool
    ) {
        self.mail = mail
        self.recipient = recipient
        self.created = created
        self.due = due
        self.session = session
        self.word = word
        self.knew = knew
        self.knewStart = knewStart
        self.shows = shows
        self.isOwnDeed = isOwnDeed
        self.isUrgent = isUrgent
    }
}

extension Letter {
    /// What a letter is about, as far as a later one may make it needless.
    public enum Topic: String, Sendable, Codable {
        /// What is called off.
        case calledOff
        /// What had been called off, and takes place.
        case takesPlace
        /// What changed.
        case changed
        /// That its reader is asked to lead it.
        case asked
        /// That they are asked no more.
        case settled
        /// That another leads, by agreement, what they were to.
        case handedOver
        /// That they lead it after all.
        case handedBack
        /// What no other letter says.
        case other
    }
}

extension Letter.Topic {
    /// Two of which each takes back the other.
    static let pairs: [(Self, Self)] = [(.calledOff, .takesPlace), (.asked, .settled), (.handedOver, .handedBack)]

    /// Of which letters one of this topic may make what waits needless.
    var overtakes: Set<Self> {
        let pair = Self.pairs.first { $0.0 == self || $0.1 == self }.map { [$0.0, $0.1] } ?? []
        return self == .other
            ? []
            : self == .changed || pair.contains(.calledOff)
                ? [.calledOff, .takesPlace, .changed] : Set(pair)
    }
}
