import Mentoring
package import MentoringAPI

/// The weeks of a duty for a terminal.
package struct DutyTable {
    package let turns: [DutyTurnView]

    package init(_ turns: [DutyTurnView]) { self.turns = turns }

    package var text: String {
        var table = Table([
            .init(title: "Week"), .init(title: "From"), .init(title: "To"),
            .init(title: "Volunteer", isFlexible: true, saying: { "the turn of \($0)" }),
            .init(title: "", name: "State"),
        ])
        for turn in turns {
            let remark =
                switch turn.status {
                case .announced, .held: turn.isOffered ? "offered" : ""
                case .tentative, .cancelled: turn.isOffered ? "offered" : turn.statusInWords
                }
            table.add([
                Table.Cell(turn.code), Table.Cell(turn.from), Table.Cell(turn.to), Table.Cell(turn.volunteer.name),
                Table.Cell(remark),
            ])
        }
        return table.text()
    }
}
