/// What is left of somebody who was erased: a number, and what they were, so that what others did with them stays true.
public enum ErasedPerson: String, CaseIterable, Sendable {
    case mentor = "a former mentor"
    case trainee = "a former trainee"
    case volunteer = "a former volunteer"

    /// What stands for their address: nobody's, since no domain ends so (RFC 6761 §6.4).
    package static func address(of person: Identifier<Person>) throws(BadInput) -> EmailAddress {
        try EmailAddress("erased-\(person)@\(domain)")
    }

    static let domain = "erased.invalid"
}

extension EmailAddress {
    /// Whether it stands for somebody who was erased, whom no mail reaches.
    package var isOfErased: Bool { domain == ErasedPerson.domain }
}

/// By what somebody can be told in a text that others wrote, and what stands for it once they were erased.
package struct PersonalTraces: Sendable {
    /// Their names and addresses, the longest first, so that none is cut by another.
    package let words: [String]
    /// What stands for each.
    package let instead: String

    /// Traces of which those that no text can be searched for, empty ones, are left out.
    package init(words: some Sequence<String>, instead: String) {
        self.words = Set(words.filter { !$0.isEmpty }).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
        self.instead = instead
    }

    /// A text without them; a name that is only a part of another word stays.
    package func removed(from text: String) -> String {
        words.reduce(text) { text, word in
            var result = "", rest = text[...]
            while let range = rest.firstRange(of: word) {
                let before = rest[..<range.lowerBound].last ?? result.last
                let isWhole = !Self.isOfWord(before) && !Self.isOfWord(rest[range.upperBound...].first)
                result += rest[..<range.lowerBound] + (isWhole ? instead : word)
                rest = rest[range.upperBound...]
            }
            return result + rest
        }
    }

    private static func isOfWord(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }
}
