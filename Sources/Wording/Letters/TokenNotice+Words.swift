package import CivilTime
package import Mentoring
import Templates

extension TokenNotice {
    /// What tells somebody of a token that was made for them, on their clock; the secret is not in it.
    package func words(in rules: ZoneRules) -> PlainLetter {
        var fields: [String: Field] = [
            "rights": .text(
                token.limits.scope == .read
                    ? "reading what \(role.inWords) may see" : "what \(role.inWords) may do"),
            "place": .text(
                token.program == nil ? "every program that you take part in" : OneLine.shown(program.title)),
            "number": .text("\(token.id)"), "program": .text(OneLine.shown(program.title)),
            "contact": .text(program.contact.description),
        ]
        fields["label"] = token.label.map { .text(OneLine.shown($0)) }
        fields["expires"] = token.limits.expires.map {
            .text(rules.local(at: $0.adding(seconds: -1)).date.description)
        }
        return PlainLetter(
            subject: "A token was made for you in \(OneLine.shown(program.title))", fields: fields)
    }
}

extension Role {
    fileprivate var inWords: String { self == .organizer ? "an organizer" : "a \(rawValue)" }
}
