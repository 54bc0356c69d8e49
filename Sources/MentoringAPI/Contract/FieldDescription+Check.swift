public import Mentoring

extension FieldDescription {
    /// Refuses a value that is not of the field's kind, in the same words at a server and at a terminal.
    ///
    /// What may be left out may be null.
    ///
    /// - Parameters:
    ///   - value: what was asked.
    ///   - called: how the field is spelled where it was typed, if not by its name.
    /// - Throws: `BadInput`.
    public func check(_ value: JSONValue, called: String? = nil) throws(BadInput) {
        if case .null = value, isOptional { return }
        guard kind.admits(value) else { throw mismatch(value, called: called) }
    }

    /// What is said of a value that is not of the field's kind.
    public func mismatch(_ value: JSONValue, called: String? = nil) -> BadInput {
        BadInput("\(called ?? name) is \(OneLine.shown(value.shown)); expected \(kind.words)")
    }
}

extension FieldDescription.Kind {
    /// How many a list may have, of which its field does not say otherwise.
    public static let mostListed = 1000
    /// How long a name or an address may be.
    public static let longestName = 254

    /// Whether a value can be of this kind, as far as its shape tells.
    public func admits(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.number(let range), .number(let number)): range.contains(number)
        case (.flag, .flag): true
        case (.choice(let words), .text(let text)): words.contains(text)
        // A file is as large as its bytes are.
        case (.file, .text(let text)): text.utf8.count <= Self.fileBytes
        case (.text(let most), .text(let text)): text.unicodeScalars.count <= most
        case (.person, .text(let text)): text.unicodeScalars.count <= Self.longestName && !WrittenPerson(text).isEmpty
        case (.mentorAndTime, .text(let text)): text.unicodeScalars.count <= 2 * Self.longestName
        case (.email, .text), (.zone, .text), (.date, .text), (.localDateTime, .text): true
        // Counted before anything in it is read.
        case (.list(let kind, let most), .list(let values)): values.count <= most && values.allSatisfy(kind.admits)
        default: false
        }
    }

    /// What such a value is, in words.
    public var words: String {
        switch self {
        case .file: "text of at most 1 MiB (\(Self.fileBytes) bytes)"
        case .text(let most): "text of at most \(most) characters"
        case .number(let range) where range.upperBound == Int.max: "a number from \(range.lowerBound) on"
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .email: "a mail address such as name@example.org"
        case .person: "a mail address or a name of at most \(Self.longestName) characters"
        case .mentorAndTime: "a mentor and a time such as Akira Tue 17:00"
        case .zone: "the name of a time zone such as Africa/Lagos"
        case .date: "a date such as 2027-01-05"
        case .localDateTime: "a local date and time such as 2027-01-05T17:00"
        case .list(let kind, let most): "a list of at most \(most), each \(kind.words)"
        }
    }
}
