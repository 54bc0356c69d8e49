import AppResources
import CivilTime
import Mentoring
import MentoringService
import Mustache

extension Mailer {
    /// The whole message by which somebody signs in; nothing in it comes from whoever asked for it.
    func message(_ letter: SignInLetter) throws -> OutboxMessage {
        let title = OneLine.shown(letter.program.title)
        var words: [String: Any] = [
            "program": title, "contact": letter.program.contact.description, "code": letter.code,
            "minutes": Int(SignIn.validity / 60),
        ]
        words["link"] = letter.link
        words["server"] = letter.server
        let text = try MustacheTemplate(string: AppResources.template(.signInText)).render(words)
        let place = letter.server.map { "Sign in at \(Self.host(of: $0))" } ?? "Sign in: \(title)"
        return plainMessage(
            text, to: letter.reader, subject: place, from: letter.program, at: letter.date,
            identity: Self.identity("sign-in", letter.reader.description, letter.secret), holdsSecret: true)
    }

    /// `training.example.org` of `https://training.example.org`.
    private static func host(of server: String) -> Substring {
        server.firstRange(of: "://").map { server[$0.upperBound...] } ?? server[...]
    }
}
