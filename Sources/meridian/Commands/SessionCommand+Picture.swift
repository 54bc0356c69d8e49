import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import Pictures

extension SessionCommand {
    struct Picture: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "picture",
            abstract: "Draw a season: weeks and regions, coloured by how humane each session is.",
            discussion: """
                The picture is the server's season.svg: every session at its hour on the clock of --zone, or on the \
                one by which it was agreed. It is written as SVG, to standard output unless a file is named.
                """)

        @Argument(help: "The program.") var program: String
        @Option(help: ArgumentHelp("Write it into this file (default: standard output).", valueName: "file"))
        var svg = "-"
        @OptionGroup var inSeason: SeasonOption
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let catalog = try common.zones()
            let zone = try zones.known(in: catalog).first
            let grid = try SeasonGrid(
                await common.ask(ShowProgram(program: program, season: inSeason.season)),
                sessions: await common.ask(ListSessions(program: program, season: inSeason.season)),
                freezes: await common.ask(ListFreezes(program: program)), zone: zone, now: Environment.clock().now(),
                zones: catalog)
            let picture = SeasonPicture(grid: grid).svg
            if common.json {
                try Terminal.say(json: JSONText.of(["svg": picture]))
            } else {
                try OutputFile.write(picture, to: svg)
            }
        }
    }
}
