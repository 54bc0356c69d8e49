public import CivilTime

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
}
