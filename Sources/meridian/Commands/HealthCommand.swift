import ArgumentParser
import ChatLogs
import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

/// The command `meridian health`.
struct HealthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "How the training fares: who comes, who waits, who carries too much.",
        discussion: """
            A region withers when each of its last three recorded sessions had at most two people and fewer than half of its \
            seats, or when together they had less than half of the share of seats that came to the (three or more) sessions \
            before them, of the season and the one before it. A mentor carries too much with two turns or more beyond the fair share, three weeks in a row, two \
            hours or more and a quarter of all outside their day, two turns offered to others, or a turn that stands nearer to another, \
            in whichever program, or one more in its month, than they agreed to. What was not recorded, or passed without being announced, is named of every season. For mentors and organizers; \
            only the latter see who waits. Nothing is stored.
            """)

    @Argument(help: "The program.") var program: String
    @Option(help: ArgumentHelp("Draw who came into this file, “-” for standard output.", valueName: "file"))
    var svg: String?
    @OptionGroup var inSeason: SeasonOption
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let health = try await common.ask(ShowHealth(program: program, season: inSeason.season))
        let clock = try zones.shown(common)
        if let svg {
            try OutputFile.write(PagePicture(health).svg, to: svg)
            guard svg != "-" else { return }
        }
        try common.answer(health) { HealthText(health, clock: clock).text }
    }
}
