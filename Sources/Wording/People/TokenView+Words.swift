package import CivilTime
import Mentoring
package import MentoringAPI

extension TokenCreated {
    /// Who acts with it.
    package var owner: String {
        let place = program.map { " in \($0)" } ?? ""
        return "\(People.named(name, email)) acts with it as \(role.rawValue)\(place), and is told by mail"
    }

    /// That it could not be shown.
    package var unseen: String {
        "token \(id) was made, and nobody has seen it; end it with meridian token revoke \(id)"
    }
}

extension TokenView {
    /// Tokens, a row each, with days of a clock.
    package static func text(of tokens: [Self], on clock: ZoneRules) -> String {
        guard !tokens.isEmpty else { return "nobody can act over the network" }
        func day(_ instant: Instant?) -> String { instant.map { "\(clock.local(at: $0).date)" } ?? "–" }
        var table = Table([
            .init(title: "Token", alignedRight: true), .init(title: "Role"), .init(title: "Good in"),
            .init(title: "Made"), .init(title: "Used"), .init(title: "Ends"),
            .init(title: "Person", isFlexible: true, saying: { "of \($0)" }),
            .init(title: "Label", isFlexible: true),
        ])
        for token in tokens {
            table.add([
                "\(token.id)",
                (token.role?.rawValue ?? "none") + (token.scope == .read ? ", reads" : ""),
                token.program ?? "all", day(token.created), day(token.lastUsed), day(token.expires),
                token.name ?? "\(token.email)", token.label ?? "",
            ])
        }
        return table.text()
    }

    /// That the token of a number is good no more.
    package static func revoked(_ number: Int64) -> String { "token \(number) is refused from now on" }
}
