import Mentoring

/// An address to subscribe to.
public struct FeedLink: Codable, Hashable, Sendable {
    /// The address.
    public var url: String

    package init(url: String) {
        self.url = url
    }
}
