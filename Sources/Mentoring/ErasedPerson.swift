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

    /// Refuses it where somebody is entered, moves to it or is given rights by it.
    package func refuseErased() throws(BadInput) {
        guard isOfErased else { return }
        throw BadInput(
            "\(self) is nobody's: addresses at \(ErasedPerson.domain) stand for people who were erased; give their own")
    }
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

    /// A text without them; a name that is only a part of another word stays, as does an address that is one of another.
    package func removed(from text: String) -> String {
        words.reduce(text) { text, word in
            // What joins words to one address; links join others to it (`?to=`), so that those marks do not.
            let (before, after) = word.contains("@") ? (".!#$%'*+^_`{|}~-", ".-") : ("", "")
            var result = "", rest = text[...]
            while let range = rest.firstRange(of: word) {
                let first = text[..<range.lowerBound].last { !before.contains($0) }
                let next = text[range.upperBound...].first { !after.contains($0) }
                let isWhole = !Self.isOfWord(first) && !Self.isOfWord(next)
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
