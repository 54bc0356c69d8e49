import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import Wording

/// The commands that begin with `meridian token`.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "What lets people act over the network (MERIDIAN_TOKEN).",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Make a token for somebody; it is shown once, and they are told by mail.",
            discussion: """
                A token never gives more than its person has: see organizer add, mentor add. An organizer's is good only in
                the program that they organize.
                """)

        @Argument(help: ArgumentHelp("For whom: address or name.", valueName: "who")) var person: String
        @Option(help: "The only program in which it is good.") var program: String?
        @Option(help: "The highest role that it gives (default: what the person is).") var role: Role?
        @Option(help: "Whether it also changes things: all, or read.") var scope = AccessToken.Scope.all
        @Option(help: "What it is for, such as “my laptop”.") var label: String?
        @Option(
            help: ArgumentHelp(
                "The last day on which it is good: 2027-06-30, \"30 Jun\".", valueName: "date"))
        var expires: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let expires = try expires.map { try Typed.lastDay($0, common) }
            let token = try await common.ask(
                CreateToken(
                    email: person, program: program, role: role, scope: scope, label: label, expires: expires))
            do {
                try common.answer(token) { token.token }
            } catch let failure as OutputFailure {
                throw OutputFailure("\(failure): \(token.unseen)")
            }
            guard !common.quiet else { return }
            Terminal.complain(token.owner)
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
            try common.answer(tokens) { try TokenView.text(of: tokens, on: zones.shown(common)) }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "End a token; it is refused from now on.")

        @Argument(help: ArgumentHelp("The number of the token.", valueName: "token")) var number: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let revoked = try await common.ask(RevokeToken(token: Identifier(number)))
            try common.confirm(revoked) { TokenView.revoked(number) }
        }
    }
}
