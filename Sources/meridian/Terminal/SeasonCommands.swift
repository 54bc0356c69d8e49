import CivilTime
import MentoringAPI

/// The commands by which a change reaches each season that it concerns: a command without a season means only one of them.
struct SeasonCommands {
    static let none = SeasonCommands(lines: [])

    let lines: [String]

    /// The commands that plan the seasons that are not over and have one of those days.
    ///
    /// The change is made by then: where it cannot be asked which seasons there are, the command names none. Nobody reads them in
    /// JSON, so there are none then.
    static func planning(
        _ program: String, publish: Bool = false, from: LocalDate? = nil, to: LocalDate? = nil,
        with common: CommonOptions
    ) async -> SeasonCommands {
        guard !common.json else { return .none }
        let seasons = (try? await common.ask(ListSeasons(program: program))) ?? []
        return SeasonCommands(for: seasons, of: program, publish: publish, from: from, to: to)
    }

    /// The same for each program whose next plan follows what a mentor has set.
    static func planning(after terms: TermsView, with common: CommonOptions) async -> [String] {
        var lines: [String] = []
        for program in terms.planned { lines += await planning(program, publish: true, with: common).lines }
        return lines.map { "\($0), by an organizer; a server does it once a day" }
    }

    init(
        for seasons: [SeasonView], of program: String, publish: Bool = false, from: LocalDate? = nil,
        to: LocalDate? = nil
    ) {
        let left = seasons.filter(\.state.isToCome)
        let concerned = left.filter { season in
            (from.map { $0 <= season.to } ?? true) && (to.map { $0 >= season.from } ?? true)
        }
        let first = left.first?.season
        let commands = concerned.map { Self.plan(program, $0.season == first ? nil : $0.season, publish: publish) }
        lines = commands.isEmpty ? [Self.plan(program, nil, publish: publish)] : commands
    }

    private init(lines: [String]) { self.lines = lines }

    /// The command that plans a season; nil means the one that runs, or the next.
    static func plan(_ program: String, _ season: String?, publish: Bool = false) -> String {
        "meridian plan \(program)\(publish ? " --publish" : "")\(season.map { " --season \($0)" } ?? "")"
    }
}
