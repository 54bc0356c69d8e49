import ArgumentParser
import ChatLogs
import Mentoring
import MentoringAPI
import Wording

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
                twenty. Sessions in which somebody spoke by it who was nobody's until then count for you once an organizer \
                confirms that it was you, with --person and your name; until then, what several people say of one \
                nickname is kept, and organizers see it all (nick list --all). By which nobody spoke yet is yours at once.
                """)

        @Argument(help: "The program.") var program: String
        @Argument(help: "The nickname.") var nickname: String
        @Option(help: ArgumentHelp("Whose it is: address or name (default: the acting person's).", valueName: "who"))
        var person: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let known = try await common.ask(
                AddNickname(program: program, nickname: nickname, person: person))
            try common.confirm(known) { known.added }
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
            try common.answer(known) { NicknameView.text(of: known, in: program, isEverybody: all) }
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
            try common.confirm(known) { known.removed }
        }
    }
}
