import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

/// The commands that begin with `meridian season`.
struct SeasonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "season", abstract: "The seasons of a program.", subcommands: [List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List a program's seasons, those that are over too.",
            discussion: """
                A season is made by its program's file. Uncovered are its turns that have no session. Its sessions: \
                meridian session list PROGRAM --season NAME. One that people know, and that the file leaves out before \
                anything of it was announced, is given-up: it keeps its name and its codes, and the file takes it up again \
                by naming it.
                """)

        @Argument(help: "The program.") var program: String
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let seasons = try await common.ask(ListSeasons(program: program))
            try common.answer(seasons) { SeasonView.text(of: seasons) }
        }
    }
}

/// Which season a command is about.
struct SeasonOption: ParsableArguments {
    @Option(help: ArgumentHelp("The season (default: the one that runs, else the next one).", valueName: "name"))
    var season: String?
}
