package import MentoringAPI

extension SeasonView {
    /// A program's seasons, a row each.
    package static func text(of seasons: [Self]) -> String {
        var table = Table([
            .init(title: "Season"), .init(title: "From"), .init(title: "To"),
            .init(title: "Weeks", alignedRight: true), .init(title: "State"),
            .init(title: "Sessions", alignedRight: true), .init(title: "Uncovered", alignedRight: true),
        ])
        for season in seasons {
            let counts = ["\(season.sessions)", "\(season.uncovered)"]
            table.add(
                [Table.Cell(season.season), Table.Cell(season.from), Table.Cell(season.to)]
                    + (["\(season.weeks)", season.state.rawValue] + counts).map { Table.Cell($0) })
        }
        return table.text()
    }
}
