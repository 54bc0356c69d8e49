/// Makes what nobody may guess; `Persistence` does it with a key beside the database.
public protocol Secrets: Sendable {
    /// A secret of 256 bits in 52 characters of `a-z 2-7`; the same purpose gives the same secret.
    /// - Throws: `StorageFailure` when there is no key and none can be made.
    func secret(for purpose: String) throws -> String
    /// SHA-256 of a text: what is kept of a secret.
    func digest(of text: String) -> [UInt8]
}
