import Crypto
import Mentoring

extension Form {
    /// What a form is known by when it is sent again; nil for one that a page did not make.
    ///
    /// The same form with something else filled in is another wish.
    ///
    /// - Parameters:
    ///   - visitor: who sends it.
    ///   - text: what it asks for.
    /// - Returns: the key.
    /// - Throws: `BadInput` for a key that is none.
    func key(of visitor: SignedInPerson, for text: String) throws -> RequestKey? {
        guard let key = self[Actions.once] else { return nil }
        let digest = SHA256.hash(data: Array(text.utf8)).hexadecimal
        return try RequestKey(email: visitor.person.email, key: "form \(key) \(digest)".replacing(" ", with: "."))
    }
}
