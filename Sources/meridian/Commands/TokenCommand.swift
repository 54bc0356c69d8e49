import ArgumentParser
import CivilTime
import Mentoring

/// The commands that begin with `meridian token`.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "What lets people act over the network (MERIDIAN_TOKEN).",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Make a token for somebody; it is shown once.")

        @Argument(help: ArgumentHelp("For whom.", valueName: "email")) var email: String
        @Option(help: "What they may do.") var role = Role.trainee
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let token = try await common.ask(CreateToken(email: EmailAddress(email), role: role))
            try common.answer(token) { token.token }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the tokens; what they are is not known any more.")

        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let tokens = try await common.ask(ListTokens())
            try common.answer(tokens) {
                guard !tokens.isEmpty else { return "nobody can act over the network" }
                let rules = try zones.shown(common)
                var table = Table([
                    .init(title: "Token", alignedRight: true), .init(title: "Role"), .init(title: "Made"),
                    .init(title: "Person", isFlexible: true),
                ])
                for token in tokens {
                    table.add([
                        "\(token.id)", token.role.rawValue, When.dayAndTime(rules.local(at: token.created)),
                        "\(token.email)",
                    ])
                }
                return table.text()
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "End a token; it is refused from now on.")

        @Argument(help: ArgumentHelp("The number of the token.", valueName: "token")) var number: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let revoked = try await common.ask(RevokeToken(token: Identifier(number)))
            try common.answer(revoked) { "token \(number) is refused from now on" }
        }
    }
}
