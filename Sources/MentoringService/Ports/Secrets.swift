import Mentoring

/// Makes what nobody may guess; `Persistence` does it with a key beside the database.
public protocol Secrets: Sendable {
    /// A secret of 256 bits in 52 characters of `a-z 2-7`; the same purpose gives the same secret.
    /// - Throws: `StorageFailure` when there is no key and none can be made.
    func secret(for purpose: String) throws -> String
    /// SHA-256 of a text: what is kept of a secret.
    func digest(of text: String) -> [UInt8]
    /// Makes bytes unreadable to whoever has no key.
    /// - Throws: `StorageFailure` when there is no key and none can be made.
    func sealed(_ bytes: [UInt8]) throws -> [UInt8]
    /// What was sealed; nil when it was with another key, or has been changed.
    func opened(_ bytes: [UInt8]) throws -> [UInt8]?
}

extension Secrets {
    /// A secret that was never made before: 256 random bits, made into text as every secret is.
    func newSecret(for purpose: String) throws -> String {
        try secret(for: "\(purpose) \(ReplyAddress.newToken()) \(ReplyAddress.newToken())")
    }
}
