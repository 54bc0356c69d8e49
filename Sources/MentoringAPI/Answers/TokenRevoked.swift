public import Mentoring

/// A token that is refused from now on.
public struct TokenRevoked: Codable, Hashable, Sendable {
    /// Its number.
    public var revoked: Identifier<AccessToken>

    package init(revoked: Identifier<AccessToken>) {
        self.revoked = revoked
    }
}
