import AppResources
import CivilTime
import Mentoring
import MentoringService
import Mustache
import TimeZoneCatalog

extension Mailer {
    /// The whole message that tells somebody of a token that was made for them; the secret is not in it.
    func message(_ notice: TokenNotice) throws -> OutboxMessage {
        let (token, program) = (notice.token, notice.program)
        let rules = try zones.rules(for: token.person.zone)
        var words = [
            "rights": token.limits.scope == .read
                ? "reading what \(notice.role.inWords) may see" : "what \(notice.role.inWords) may do",
            "place": token.program == nil ? "every program that you take part in" : OneLine.shown(program.title),
            "number": "\(token.id)", "program": OneLine.shown(program.title),
            "contact": program.contact.description,
        ]
        words["label"] = token.label.map { OneLine.shown($0) }
        words["expires"] = token.limits.expires.map { rules.local(at: $0.adding(seconds: -1)).date.description }
        return plainMessage(
            try MustacheTemplate(string: AppResources.template(.tokenText)).render(words), to: token.person.email,
            subject: "A token was made for you in \(OneLine.shown(program.title))", from: program, at: token.created,
            identity: Self.identity("token", "\(token.id)", token.created.rfc3339))
    }
}

extension Role {
    fileprivate var inWords: String { self == .organizer ? "an organizer" : "a \(rawValue)" }
}
