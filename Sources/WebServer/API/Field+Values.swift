import Mentoring

extension Field.Kind {
    /// What stands in an address, as JSON would have it; what it cannot be is left as text.
    func value(_ text: String) -> JSONValue {
        switch self {
        case .number: Int(text).map(JSONValue.number) ?? .text(text)
        case .flag: Bool(text).map(JSONValue.flag) ?? .text(text)
        default: .text(text)
        }
    }

    /// Whether a value can be of this kind, as far as its shape tells.
    func admits(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.number(let range), .number(let number)): range.contains(number)
        case (.flag, .flag): true
        case (.choice(let words), .text(let text)): words.contains(text)
        case (.text(let most), .text(let text)): text.unicodeScalars.count <= most
        case (.email, .text), (.zone, .text), (.date, .text), (.localDateTime, .text): true
        case (.list(let kind), .list(let values)): values.allSatisfy(kind.admits)
        default: false
        }
    }

    /// An example of such a value in JSON.
    var example: String {
        switch self {
        case .text: "\"…\""
        case .number(let range): "\(range.lowerBound)"
        case .flag: "true"
        case .choice(let words): "\"\(words.first ?? "")\""
        case .email: "\"name@example.org\""
        case .zone: "\"Africa/Lagos\""
        case .date: "\"2027-01-05\""
        case .localDateTime: "\"2027-01-05T17:00\""
        case .list(let kind): "[\(kind.example)]"
        }
    }

    /// What such a value is, in words.
    var words: String {
        switch self {
        case .text(let most): "text of at most \(most) characters"
        case .number(let range) where range.upperBound == Int.max: "a number from \(range.lowerBound) on"
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .email: "a mail address such as name@example.org"
        case .zone: "the name of a time zone such as Africa/Lagos"
        case .date: "a date such as 2027-01-05"
        case .localDateTime: "a local date and time such as 2027-01-05T17:00"
        case .list(let kind): "a list, each \(kind.words)"
        }
    }
}
