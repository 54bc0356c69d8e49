package import CivilTime
package import Mentoring

extension TokenNotice {
    /// What tells somebody of a token that was made for them, on their clock; the secret is not in it.
    package func words(in rules: ZoneRules) -> PlainLetter {
        var fields: [String: Any] = [
            "rights": token.limits.scope == .read
                ? "reading what \(role.inWords) may see" : "what \(role.inWords) may do",
            "place": token.program == nil ? "every program that you take part in" : OneLine.shown(program.title),
            "number": "\(token.id)", "program": OneLine.shown(program.title),
            "contact": program.contact.description,
        ]
        fields["label"] = token.label.map { OneLine.shown($0) }
        fields["expires"] = token.limits.expires.map { rules.local(at: $0.adding(seconds: -1)).date.description }
        return PlainLetter(
            subject: "A token was made for you in \(OneLine.shown(program.title))", fields: fields)
    }
}

extension Role {
    fileprivate var inWords: String { self == .organizer ? "an organizer" : "a \(rawValue)" }
}
