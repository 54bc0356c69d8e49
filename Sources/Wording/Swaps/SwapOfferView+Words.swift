import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension SwapOfferView {
    /// What it does to the ledger, a row for each mentor concerned, and what they agreed to and would go beyond.
    package var text: String {
        var table = Table(Self.columns)
        for row in rows { table.add(row) }
        return ([table.text()] + remarks).joined(separator: "\n")
    }

    package static let columns: [Table.Column] = [
        .init(title: "Mentor", isFlexible: true), .init(title: "Turns", saying: { $0 }),
        .init(title: "Fair", alignedRight: true, saying: { "a fair share is \($0)" }),
        .init(title: "Begins for them", wraps: true, saying: { $0 }),
    ]

    /// Who offers it, then each who could take it.
    package var rows: [[Table.Cell]] {
        [[Table.Cell(from), turns.cell, Table.Cell("\(turns.fairShare)"), Table.Cell("offers it")]]
            + candidates.map { candidate in
                let clock = "\(When.dayAndTime(candidate.localStart, candidate.hours)) \(candidate.zone.city)"
                return [
                    Table.Cell(candidate.mentor), candidate.turns.cell, Table.Cell("\(candidate.turns.fairShare)"),
                    Table.Cell(clock, said: "for them it begins \(clock)"),
                ]
            }
    }

    package var remarks: [String] {
        candidates.flatMap { candidate in
            candidate.remarks.map { "\(OneLine.shown(candidate.mentor)): \(OneLine.shown($0))" }
        }
    }

    package var standing: String {
        acceptedBy.map { "taken by \($0), can be undone until it is announced" } ?? "open"
    }
}

extension SwapOfferView.Turns {
    fileprivate var cell: Table.Cell {
        Table.Cell("\(before) → \(after)", said: "\(after.counted("turn")) by it instead of \(before)")
    }
}
