import CivilTime
import MentoringAPI
import Wording

extension SeasonCommands {
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
}
