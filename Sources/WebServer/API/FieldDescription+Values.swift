import Mentoring
import MentoringAPI

extension FieldDescription.Kind {
    /// What stands in an address, as JSON would have it; what it cannot be is left as text.
    func value(_ text: String) -> JSONValue {
        switch self {
        case .number: Int(text).map(JSONValue.number) ?? .text(text)
        case .flag: Bool(text).map(JSONValue.flag) ?? .text(text)
        default: .text(text)
        }
    }

    /// An example of such a value.
    var example: JSONValue {
        switch self {
        case .text: .text("…")
        case .number(let range): .number(range.lowerBound)
        case .flag: .flag(true)
        case .choice(let words): .text(words.first ?? "")
        case .email, .person: .text("akira@example.org")
        case .mentorAndTime: .text("akira@example.org Tue 17:00")
        case .zone: .text(Shape.Form.zone.sample)
        case .date: .text(Shape.Form.date.sample)
        case .localDateTime: .text("2027-01-05T17:00")
        case .list(let kind, _): .list([kind.example])
        }
    }
}

extension FieldDescription {
    /// A value as somebody might give it.
    var sample: JSONValue { example.map(JSONValue.text) ?? kind.example }
}

extension MentoringAPI.Route {
    /// A body, or what a query has to say.
    var exampleObject: JSONValue {
        .init(members: otherFields.filter { !$0.isOptional }.map { ($0.name, $0.sample) })
    }

    /// The same on one line, in the order in which the fields are declared.
    var example: String {
        let parts = otherFields.filter { !$0.isOptional }.map { "\"\($0.name)\": \($0.sample.json)" }
        return "{\(parts.joined(separator: ", "))}"
    }
}
