package import Mentoring
import Templates

extension SignInLetter {
    /// What the letter says by which somebody signs in; nothing in it comes from whoever asked for it.
    package var words: PlainLetter {
        let title = OneLine.shown(program.title)
        var fields: [String: Field] = [
            "program": .text(title), "contact": .text(program.contact.description), "code": .text(code),
            "minutes": .text("\(Int(SignIn.validity / 60))"),
        ]
        fields["link"] = link.map(Field.text)
        fields["server"] = server.map(Field.text)
        let place = server.map { "Sign in at \(Self.host(of: $0))" } ?? "Sign in: \(title)"
        return PlainLetter(subject: place, fields: fields)
    }

    /// `training.example.org` of `https://training.example.org`.
    private static func host(of server: String) -> Substring {
        server.firstRange(of: "://").map { server[$0.upperBound...] } ?? server[...]
    }
}
