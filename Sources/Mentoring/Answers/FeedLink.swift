/// An address to subscribe to.
public struct FeedLink: Codable, Hashable, Sendable {
    /// The address.
    public var url: String
}
