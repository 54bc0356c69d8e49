package import Mentoring

extension SignInLetter {
    /// What the letter says by which somebody signs in; nothing in it comes from whoever asked for it.
    package var words: PlainLetter {
        let title = OneLine.shown(program.title)
        var fields: [String: Any] = [
            "program": title, "contact": program.contact.description, "code": code,
            "minutes": Int(SignIn.validity / 60),
        ]
        fields["link"] = link
        fields["server"] = server
        let place = server.map { "Sign in at \(Self.host(of: $0))" } ?? "Sign in: \(title)"
        return PlainLetter(subject: place, fields: fields)
    }

    /// `training.example.org` of `https://training.example.org`.
    private static func host(of server: String) -> Substring {
        server.firstRange(of: "://").map { server[$0.upperBound...] } ?? server[...]
    }
}
