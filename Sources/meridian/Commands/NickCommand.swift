import ArgumentParser
import ChatLogs
import Mentoring
import MentoringAPI

/// The commands that begin with `meridian nick`.
struct NickCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nick", abstract: "Who is who in a program's chat, so that its logs can be read.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Say that a nickname is yours.",
            discussion: """
                Case does not count, nor an @ before it. One nickname is one person's in a program; one person may have \
                twenty. Sessions in which somebody spoke by it who was nobody's until then count for you.
                """)

        @Argument(help: "The program.") var program: String
        @Argument(help: "The nickname.") var nickname: String
        @Option(help: ArgumentHelp("Whose it is (default: the acting person's).", valueName: "email"))
        var person: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let known = try await common.ask(
                AddNickname(program: program, nickname: nickname, person: person.map { try EmailAddress($0) }))
            try common.answer(known) {
                "\(known.nickname) is \(OneLine.shown(known.name)) in \(known.program)"
                    + (known.sessions.map { "; they spoke in \($0.joined(separator: ", ")), which counts now" } ?? "")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List your nicknames, or everybody's.")

        @Argument(help: "The program.") var program: String
        @Flag(help: "Everybody's, for mentors and organizers.") var all = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let known = try await common.ask(ListNicknames(program: program, everybody: all ? true : nil))
            try common.answer(known) {
                guard !known.isEmpty else { return "no nickname is known" }
                var table = Table([.init(title: "Nickname"), .init(title: "Person", isFlexible: true)])
                for nickname in known { table.add([nickname.nickname.text, nickname.name]) }
                return table.text()
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Say that a nickname is yours no more.")

        @Argument(help: "The program.") var program: String
        @Argument(help: "The nickname.") var nickname: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let known = try await common.ask(RemoveNickname(program: program, nickname: nickname))
            try common.answer(known) {
                "\(known.nickname) is nobody in \(known.program) any more; it was \(OneLine.shown(known.name))"
                    + (known.sessions.map { "; \($0.joined(separator: ", ")) counted by it, and does no more" } ?? "")
            }
        }
    }
}
