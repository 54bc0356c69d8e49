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
            let (before, after) = word.contains("@") ? (Self.joinsBefore, Self.joinsAfter) : ("", "")
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

    /// Bytes without addresses, however these are capitalized; in whichever character set a mail is, they are written in ASCII, and no
    /// other byte changes.
    package func removed(from bytes: [UInt8]) -> [UInt8] {
        words.reduce(bytes) { bytes, word in
            let word = word.utf8.map(Self.lowercased), text = bytes.map(Self.lowercased)
            var (result, place) = ([UInt8](), 0)
            while place < bytes.count {
                if text[place] == word[0], text[place...].starts(with: word),
                    !Self.isOfWord(text[..<place].last { !Self.joinsBefore.utf8.contains($0) }),
                    !Self.isOfWord(text[(place + word.count)...].first { !Self.joinsAfter.utf8.contains($0) })
                {
                    result += Array(instead.utf8)
                    place += word.count
                } else {
                    result.append(bytes[place])
                    place += 1
                }
            }
            return result
        }
    }

    /// What joins words to one address; links join others to it (`?to=`), so that those marks do not.
    private static let joinsBefore = ".!#$%'*+^_`{|}~-"
    private static let joinsAfter = ".-"

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }

    private static func isOfWord(_ lowercased: UInt8?) -> Bool {
        lowercased.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            ?? false
    }

    private static func isOfWord(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }
}
