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

    /// How many a list may have.
    static let mostListed = 1000

    /// Whether a value can be of this kind, as far as its shape tells.
    func admits(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.number(let range), .number(let number)): range.contains(number)
        case (.flag, .flag): true
        case (.choice(let words), .text(let text)): words.contains(text)
        case (.text(let most), .text(let text)): text.unicodeScalars.count <= most
        case (.email, .text), (.zone, .text), (.date, .text), (.localDateTime, .text): true
        case (.list(let kind), .list(let values)): values.count <= Self.mostListed && values.allSatisfy(kind.admits)
        default: false
        }
    }

    /// An example of such a value.
    var example: JSONValue {
        switch self {
        case .text: .text("…")
        case .number(let range): .number(range.lowerBound)
        case .flag: .flag(true)
        case .choice(let words): .text(words.first ?? "")
        case .email: .text("akira@example.org")
        case .zone: .text(Shape.Form.zone.sample)
        case .date: .text(Shape.Form.date.sample)
        case .localDateTime: .text("2027-01-05T17:00")
        case .list(let kind): .list([kind.example])
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
        case .list(let kind): "a list of at most \(Self.mostListed), each \(kind.words)"
        }
    }
}

extension Field {
    /// A value as somebody might give it.
    var sample: JSONValue { example.map(JSONValue.text) ?? kind.example }
}

extension Mentoring.Route {
    /// A body, or what a query has to say, as a JSON object on one line.
    var example: String {
        let parts = otherFields.filter { !$0.isOptional }.map { "\"\($0.name)\": \($0.sample.json)" }
        return "{\(parts.joined(separator: ", "))}"
    }
}
