import ArgumentParser
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The command `meridian evidence`.
struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Print what a trainee's nomination for core reviewer needs, as Markdown.",
        discussion: "Each claim is followed by the sessions that show it. It holds nobody's mail address.")

    @Argument(help: "The program.") var program: String
    @Argument(
        help: ArgumentHelp(
            "The trainee: address, nickname or name (default: the acting person).", valueName: "who"))
    var person: String?
    // It is for others to read, so that nobody's own clock is meant where none is named.
    @Option(
        help: ArgumentHelp(
            "Say each session's hour, too, on the clock of this zone (default: days in UTC).", valueName: "zone"))
    var zone: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let zones = try common.zones()
        let clock = try zone.map { try zones.rules(for: zones.zone(named: $0)) }
        let evidence = try await common.ask(
            ShowEvidence(program: program, person: person))
        // The text ends its own last line.
        try common.answer(evidence) { String(evidence.markdown(on: clock).dropLast()) }
    }
}
