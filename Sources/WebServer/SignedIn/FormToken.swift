import Crypto
import Foundation

/// What proves that a form was made for whoever sends it: no other site can know it (OWASP, Cross-Site Request Forgery
/// Prevention, “HMAC-based token”).
///
/// It is the same as long as somebody is signed in, so it is masked anew in each page: what changes with each answer cannot be
/// found out from how well the page is compressed (BREACH).
struct FormToken {
    /// The name of the hidden field.
    static let field = "form-token"
    private static let purpose = Data("form token".utf8)
    private static let length = 32

    private let key: SymmetricKey

    /// The token of whoever is signed in by a secret.
    init(of secret: String) { key = SymmetricKey(data: Data(secret.utf8)) }

    /// It, under a mask of as many random bytes, which stand before it; in base64 (RFC 4648 §4).
    var masked: String {
        var generator = SystemRandomNumberGenerator()
        let mask = (0..<Self.length / 8).flatMap { _ in withUnsafeBytes(of: generator.next(), Array.init) }
        let proof = HMAC<SHA256>.authenticationCode(for: Self.purpose, using: key)
        return Data(mask + zip(mask, proof).map { $0 ^ $1 }).base64EncodedString()
    }

    /// Whether a text is it, under whatever mask; how long that takes tells nothing.
    func matches(_ text: String) -> Bool {
        guard let bytes = Data(base64Encoded: text), bytes.count == 2 * Self.length else { return false }
        let proof = zip(bytes.prefix(Self.length), bytes.suffix(Self.length)).map { $0 ^ $1 }
        return HMAC<SHA256>.isValidAuthenticationCode(proof, authenticating: Self.purpose, using: key)
    }
}
