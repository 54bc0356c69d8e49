import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// The command `meridian forecast`.
struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "What the season ahead has in store: whose hour moves, what is open.",
        discussion: """
            Says when clocks change, whose hour of which session moves by it and whose clocks those are, which turns nobody \
            leads, what is frozen, and where a region hangs on one mentor. With --zone, of any zone, it reads the sessions of \
            every region on the clocks there, by day and by night, instead of on everybody's own. It knows the sessions that \
            exist, tentative ones too; what is not planned yet has no hour. Nothing is stored.
            """)

    @Argument(help: "The program.") var program: String
    @OptionGroup var inSeason: SeasonOption
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let clocks = try zones.known(in: common.zones()).map(\.name)
        let forecast = try await common.ask(
            ForecastSeason(program: program, zones: clocks.isEmpty ? nil : clocks, season: inSeason.season))
        try common.answer(forecast) { ForecastText(forecast, season: inSeason.season).text }
    }
}
