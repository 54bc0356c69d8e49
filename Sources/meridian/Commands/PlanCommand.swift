import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Pictures
import TimeZoneCatalog
import Wording

/// The command `meridian plan`.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plan a season: who leads which week in which region.",
        discussion: """
            Without --publish nothing is stored and nobody is told: the answer says what would change, who would move up from \
            a waiting list and who would be told. With --publish the season is stored; \
            sessions of the next weeks become announced and those concerned are told, later ones stay tentative.

            --without and --with-slot, as often as you like, suppose something and tell what would follow; a \
            published season changes as little as it can, so one more slot counts where a turn is open. --report shows \
            the season as a whole: what is covered, who leads and who led, and whom the hours suit. --svg draws what is \
            answered: the season as it is and as it is planned, or the report.
            """)

    @Argument(help: "The program.") var program: String
    @Flag(help: "Store the plan and tell those concerned.") var publish = false
    @Option(help: ArgumentHelp("Announce so many weeks ahead (default: as the program says).", valueName: "n"))
    var weeks: Int?
    @Option(
        help: ArgumentHelp("Suppose that this mentor leads nothing from now on: address or name.", valueName: "who"))
    var without: [String] = []
    @Option(
        help: ArgumentHelp(
            "Suppose one more slot, written as for slot publish, as in \"Akira Tue 17:00\".",
            valueName: "who-and-time"))
    var withSlot: [String] = []
    @Option(
        help: ArgumentHelp(
            "Let at most so many tentative turns change beyond those that must, for a fairer season (default: as many as fair shares lack, at most a quarter).",
            valueName: "n"))
    var changes: Int?
    @Flag(help: "Print only what changes, with what it does to people; --json then has only that, too.")
    var changesOnly = false
    @Flag(help: "Say of each turn to come why it has the mentor it has.") var explain = false
    @Flag(help: "Report on the season instead of planning it.") var report = false
    @Option(
        help: ArgumentHelp("Draw the plan, or the report, into this file, “-” for standard output.", valueName: "file"))
    var svg: String?
    @OptionGroup var inSeason: SeasonOption
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if publish, !(without.isEmpty && withSlot.isEmpty) {
            throw ValidationError(
                "What --without and --with-slot suppose is no fact and cannot be published: enter it first (meridian away add, meridian slot publish), or leave out --publish."
            )
        }
        if changesOnly, explain || report {
            throw ValidationError(
                "--changes-only leaves out all that stays as it is; leave out --explain and --report, which tell of that."
            )
        }
        if report, publish || explain || weeks != nil || changes != nil || !(without.isEmpty && withSlot.isEmpty) {
            throw ValidationError(
                "--report shows the season as planning now would have it; leave out --publish, --explain, --weeks, --changes, --without and --with-slot."
            )
        }
    }

    func run() async throws {
        if report { return try await showReport() }
        let plan = try await common.ask(
            PlanSeason(
                program: program, publish: publish, weeks: weeks,
                without: without.isEmpty ? nil : without,
                withSlots: withSlot.isEmpty ? nil : withSlot, changes: changes, explain: explain ? true : nil,
                zone: zones.first(common), season: inSeason.season))
        if let svg, let picture = PagePicture(plan) {
            try OutputFile.write(picture.svg, to: svg)
            guard svg != "-" else { return }
        }
        if changesOnly {
            return try common.confirm(PlanChanges(plan), isPreview: !publish) { PlanText(plan, zones: []).changesOnly }
        }
        try common.confirm(plan, isPreview: !publish) {
            let catalog = try common.zones()
            let known = try zones.known(in: catalog)
            let shown = known.isEmpty ? [plan.sessions.first?.yours?.zone ?? catalog.machineZone()] : known
            return try PlanText(plan, zones: shown.map { try catalog.rules(for: $0) }).text
        }
    }

    private func showReport() async throws {
        _ = try zones.first(common)
        let report = try await common.ask(ReportSeason(program: program, season: inSeason.season))
        if let svg {
            try OutputFile.write(ReportPicture(report).svg, to: svg)
            guard svg != "-" else { return }
        }
        try common.answer(report) { ReportText(report).text }
    }
}
