import ArgumentParser
import CivilTime
import Mentoring
import TimeZoneCatalog

/// The command `meridian plan`.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plan a season: who leads which week in which region.",
        discussion: """
            Without --publish nothing is stored and nobody is told: the answer says what would change. With --publish the \
            season is stored; sessions of the next weeks become announced and those concerned are told, later ones stay tentative.
            """)

    @Argument(help: "The program.") var program: String
    @Flag(help: "Store the plan and tell those concerned.") var publish = false
    @Option(help: ArgumentHelp("Announce so many weeks ahead (default: as the program says).", valueName: "n"))
    var weeks: Int?
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let weeks, !(0...104).contains(weeks) { throw ValidationError("--weeks is a number from 0 to 104.") }
    }

    func run() async throws {
        let plan = try await common.ask(
            PlanSeason(program: program, publish: publish, weeks: weeks, zone: zones.first(common)))
        try common.answer(plan) {
            let catalog = try common.zones()
            let known = try zones.known(in: catalog)
            let shown = known.isEmpty ? [plan.sessions.first?.yours?.zone ?? catalog.machineZone()] : known
            return try PlanText(plan, zones: shown.map { try catalog.rules(for: $0) }).text
        }
    }
}

/// A plan for an organizer's eyes: first what changes, then the season, what is missing, and how the load is shared.
private struct PlanText {
    let plan: PlanView
    let zones: [ZoneRules]

    init(_ plan: PlanView, zones: [ZoneRules]) {
        self.plan = plan
        self.zones = zones
    }

    var text: String {
        [headline, clocks, changes, SeasonTable(plan.sessions, zones: zones).text, uncovered, shares]
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var headline: String {
        let changed = "\(plan.changes.count) of \(plan.sessions.count) sessions change"
        let told = "\(plan.announced) become announced, \(People.told(plan.told))"
        return plan.published ? "\(changed), \(told)" : "if published: \(changed), \(told)"
    }

    private var clocks: String {
        guard let adoption = plan.timeZones, !adoption.moves.isEmpty else { return "" }
        return (["tz data \(adoption.to) instead of \(adoption.from ?? ""):"] + adoption.moves.map(\.summary))
            .joined(separator: "\n")
    }

    private var changes: String {
        let shown = plan.changes.filter { $0.kind != .new }
        return shown.map { change in
            switch change.kind {
            case .dropped: "\(change.session) is dropped, was \(change.from ?? "")"
            case .mentor: "\(change.session) goes to \(change.to ?? ""), was \(change.from ?? "")"
            case .moved: "\(change.session) moves to \(change.to ?? ""), was \(change.from ?? "")"
            case .new: "\(change.session) is new"
            }
        }.map(OneLine.shown).joined(separator: "\n")
    }

    private var uncovered: String {
        guard !plan.uncovered.isEmpty else { return "every turn is covered" }
        return
            (["\(plan.uncovered.count) \(plan.uncovered.count == 1 ? "turn has" : "turns have") no mentor:"]
            + plan.uncovered.map { "week \($0.week), \($0.region.title): \($0.reason)" })
            .map(OneLine.shown).joined(separator: "\n")
    }

    private var shares: String {
        var table = Table([
            .init(title: "Region"), .init(title: "Mentor", isFlexible: true), .init(title: "Turns", alignedRight: true),
            .init(title: "Weight", alignedRight: true), .init(title: "Carry", alignedRight: true),
            .init(title: "Unsocial hours", alignedRight: true),
        ])
        for share in plan.fairness {
            let tenths = Int((share.unsocialHours * 10).rounded())
            table.add([
                share.region.rawValue, share.mentor, "\(share.turns)", "\(share.weight)", "\(share.carry)",
                "\(tenths / 10).\(tenths % 10)",
            ])
        }
        return table.text()
    }
}
