public import CivilTime

/// An address to which nothing is sent any more, since a mail to it was refused for good.
public struct SuppressedAddress: Codable, Hashable, Sendable {
    /// The address.
    public var address: EmailAddress
    /// When the mail was refused.
    public var since: Instant
    /// What the mail system answered, one line.
    public var reason: String

    /// An address and why nothing is sent to it.
    public init(address: EmailAddress, since: Instant, reason: String) {
        self.address = address
        self.since = since
        self.reason = reason
    }
}
