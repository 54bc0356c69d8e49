import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The command `meridian why`.
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Why a session is led by whom, and why not by the others.",
        discussion: """
            For each mentor of the region it says what would get worse if they led it and all else were planned anew around \
            that: “proved” if every such season is worse, otherwise as a search found it. An announced session is \
            explained by what is stored now.
            """)

    @Argument(help: "The session's code, such as nova-2027a-w03-asia.") var session: String
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let clock = try zones.known(in: common.zones()).first
        let why = try await common.ask(ExplainSession(session: session))
        try common.answer(why) { WhyText(why, clock: try clock.map { try common.zones().rules(for: $0) }).text }
    }
}

/// The command `meridian why-not`.
struct WhyNotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not", abstract: "Why a mentor does not lead in a week.")

    @Argument(help: "The program.") var program: String
    @Option(help: "The mentor: address or name.") var mentor: String
    @Option(help: ArgumentHelp("The week of the season.", valueName: "n")) var week: Int
    @OptionGroup var inSeason: SeasonOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let answer = try await common.ask(
            ExplainAbsence(program: program, mentor: mentor, week: week, season: inSeason.season))
        try common.answer(answer) { answer.text }
    }
}
