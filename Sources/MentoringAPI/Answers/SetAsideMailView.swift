public import CivilTime
public import Mentoring

/// A mail of no use as organizers see it.
public struct SetAsideMailView: Codable, Hashable, Sendable {
    /// The number.
    public var id: Identifier<SetAsideMail>
    /// When it came.
    public var received: Instant
    /// Who sent it, as far as it could be read.
    public var sender: String
    /// Its subject.
    public var subject: String
    /// Why it was of no use.
    public var reason: String

    package init(id: Identifier<SetAsideMail>, received: Instant, sender: String, subject: String, reason: String) {
        self.id = id
        self.received = received
        self.sender = sender
        self.subject = subject
        self.reason = reason
    }
}
