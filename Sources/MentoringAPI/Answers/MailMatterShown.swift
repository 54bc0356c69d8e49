public import Mentoring

/// What the page behind a link shows to whom it was mailed.
public struct MailMatterShown: Sendable {
    /// What they seem to want.
    public let wish: MailMatter.Wish
    /// Whether they lead the session.
    public let leads: Bool
    /// The session as it is.
    public let session: Session
    /// Its program's title.
    public let program: String
    /// Who they are, for the clock.
    public let person: Person

    package init(wish: MailMatter.Wish, leads: Bool, session: Session, program: String, person: Person) {
        (self.wish, self.leads, self.session, self.program, self.person) = (wish, leads, session, program, person)
    }
}

/// What became of a matter.
public enum MailMatterOutcome: Hashable, Sendable {
    /// They have a seat.
    case seated
    /// They wait for one, in this place from 1.
    case waiting(Int)
    /// They have neither.
    case out
    /// They lead the session.
    case leads
    /// They cannot lead it, and it is offered to others.
    case offered
    /// Their maybe is noted.
    case noted
}
