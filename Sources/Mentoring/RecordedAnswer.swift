public import CivilTime

/// What tells one request from every other of a person's: the Idempotency-Key that it carries.
public struct RequestKey: Hashable, Sendable {
    /// Who asks.
    public let email: EmailAddress
    /// The key, which the person chose, 1 to 255 bytes.
    public let key: String

    /// - Throws: `BadInput` for a key that is none.
    public init(email: EmailAddress, key: String) throws(BadInput) {
        self.email = email
        self.key = try Self.validated(key)
    }

    /// A key that is one, whoever it is of.
    /// - Throws: `BadInput` for one that is none.
    public static func validated(_ key: String) throws(BadInput) -> String {
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw BadInput("an Idempotency-Key is 1 to 255 printable characters without blanks")
        }
        return key
    }
}

/// The answer to a request, kept for who did not hear it and asks again.
public struct RecordedAnswer: Hashable, Sendable {
    /// SHA-256 of what was asked: the same key with another question is a mistake.
    public let request: [UInt8]
    /// The answer.
    public let bytes: [UInt8]
    /// When it was given.
    public let made: Instant

    /// An answer with every part given.
    public init(request: [UInt8], bytes: [UInt8], made: Instant) {
        self.request = request
        self.bytes = bytes
        self.made = made
    }
}
