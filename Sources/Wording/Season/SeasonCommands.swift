package import CivilTime
package import MentoringAPI

/// The commands by which a change reaches each season that it concerns: a command without a season means only one of them.
package struct SeasonCommands {
    package static let none = SeasonCommands(lines: [])

    package let lines: [String]

    package init(
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
    package static func plan(_ program: String, _ season: String?, publish: Bool = false) -> String {
        "meridian plan \(program)\(publish ? " --publish" : "")\(season.map { " --season \($0)" } ?? "")"
    }
}
