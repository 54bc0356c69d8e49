package import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension SwapOfferView {
    /// Which session, on a line of its own, and whether it is taken.
    package var line: String {
        let state =
            acceptedBy.map { "taken by \($0), and can be undone until it is announced" } ?? "offered by \(from)"
        return "\(session), \(state)"
    }

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

extension SwapOfferView {
    /// That a turn is offered, what that would do, and how it is taken back.
    package var offered: String {
        """
        \(session) is offered as number \(id); \(People.told(told))
        \(text)
        \([FieldWord.fairShare].legend())
        until somebody takes it you lead it; to take it back: meridian swap withdraw \(id)
        """
    }

    /// That whoever asks has taken it; the session's hour on a clock, where both are known.
    package func taken(_ session: SessionView?, on clock: ZoneRules?) -> String {
        let hour = session.flatMap { session in
            clock.map { " on \(When.dayAndTime($0.local(at: session.start))) \($0.id)" }
        }
        let said = "you lead \(self.session)\(hour ?? "") instead of \(from); \(People.told(told))"
        return Paragraph.of(said) + (canBeUndone == true ? "" : "\nto hand it on: meridian swap offer \(self.session)")
    }

    /// That it is taken back.
    package var withdrawn: String { "\(session) stays with \(OneLine.shown(from)); \(People.told(told))" }

    /// Offers, a row for each mentor concerned.
    package static func text(of offers: [Self]) -> String {
        guard !offers.isEmpty else { return "no turn is offered" }
        var table = Table(
            [
                .init(title: "Offer", alignedRight: true, isGrouped: true),
                .init(title: "Session", isGrouped: true),
            ] + columns + [.init(title: "State", wraps: true, saying: { $0 })])
        for offer in offers {
            for (index, row) in offer.rows.enumerated() {
                table.add(
                    [Table.Cell("\(offer.id)"), Table.Cell(offer.session)] + row
                        + [Table.Cell(index == 0 ? offer.standing : "")])
            }
        }
        return ([table.text(explaining: .fairShare)] + offers.flatMap(\.remarks)).joined(separator: "\n")
    }
}

extension SwapOfferView.Turns {
    fileprivate var cell: Table.Cell {
        Table.Cell("\(before) → \(after)", said: "\(after.counted("turn")) by it instead of \(before)")
    }
}
