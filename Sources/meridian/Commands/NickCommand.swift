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
            try common.confirm(known) {
                guard known.word != .waiting else { return Self.waiting(known) }
                return "\(known.nickname) is \(OneLine.shown(known.name)) in \(known.program)"
                    + (known.sessions.map { "; they spoke in \($0.joined(separator: ", ")), which counts now" } ?? "")
            }
        }

        /// What is to be done so that it is theirs.
        private static func waiting(_ said: NicknameView) -> String {
            let why =
                said.waiting.map { "somebody spoke by it in \($0.joined(separator: ", "))" }
                ?? "somebody else says so, too"
            let others = said.waiting == nil || said.others == nil ? "" : ", and somebody else says so, too"
            let nickname = ShellWord.quoted(said.nickname.text)
            return """
                \(said.nickname) is not \(OneLine.shown(said.name)) in \(said.program) yet: \(why)\(others)
                  once an organizer confirms it, it counts: meridian nick add \(said.program) \(nickname) --person \(ShellWord.quoted(OneLine.shown(said.name)))
                """
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
                guard !known.isEmpty else {
                    return all
                        ? "no nickname is known in \(program)"
                        : "you have no nickname in \(program); to say that one is yours: meridian nick add \(program) NICKNAME"
                            + "\neverybody's, for mentors and organizers: meridian nick list \(program) --all"
                }
                var table = Table([
                    .init(title: "Nickname", isFlexible: true), .init(title: "Person", isFlexible: true),
                    .init(title: "By the word of", wraps: true),
                ])
                for nickname in known {
                    table.add([nickname.nickname.text, nickname.name, Self.word(nickname)])
                }
                return table.text()
            }
        }

        private static func word(_ nickname: NicknameView) -> String {
            let word =
                switch nickname.word {
                case .organizer: "an organizer"
                case .own, nil: "their own"
                case .waiting: "their own, waits for an organizer's"
                }
            return word + (nickname.others.map { $0 == 1 ? "; 1 other says so" : "; \($0) others say so" } ?? "")
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
            try common.confirm(known) {
                "\(known.nickname) is nobody in \(known.program) any more; it was \(OneLine.shown(known.name))"
                    + (known.sessions.map { "; \($0.joined(separator: ", ")) counted by it, and does no more" } ?? "")
            }
        }
    }
}
