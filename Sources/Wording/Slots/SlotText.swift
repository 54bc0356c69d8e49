import CivilTime
import Mentoring
package import MentoringAPI

extension SlotPublication {
    /// What a mentor reads after publishing: what was understood, the next dates, and what speaks against them.
    package var text: String {
        let own = ownZone.map { " (your own clock is \($0))" } ?? ""
        // Beforehand it has no number yet.
        let title = Layout.current.isOnPage ? "a time" : "slot \(slot.id)"
        let published = Layout.current.isOnPage ? " is published" : " published"
        let state = wasKnown ? " is published already" : Layout.current.isBeforehand ? "" : published
        let heading = Paragraph.of(
            "\(title) of \(OneLine.shown(slot.mentor))\(state): \(words), \(slot.zone)\(own)")
        let remarks = (remarks ?? []).map { Paragraph.of($0) }
        guard let first = next.first else {
            return ([heading] + remarks + ["it does not occur any more in this season"]).joined(separator: "\n")
        }
        return ([heading] + remarks + ["", table(like: first).text()] + objections).joined(separator: "\n")
    }

    /// The dates, first on the mentor’s own clock.
    private func table(like first: Occurrence) -> Table {
        var table = Table(
            [.init(title: "Your date")] + (ownZone == nil ? [] : [.init(place: slot.zone.city)])
                + first.regions.map {
                    .init(place: "\(regionTitles[$0.region]) (\($0.zone.city))", isFlexible: regionTitles != nil)
                }
                + [.init(title: "", isFlexible: true)])
        for date in next {
            let elsewhere = ownZone == nil ? [] : [When.time(date.localStart, besides: date.own.date)]
            let times =
                [When.dayAndTime(date.own, date.hours)] + elsewhere
                + date.regions.map { When.time($0.localStart, besides: date.own.date, $0.hours) }
            let mark = date.conflicts.isEmpty ? "" : "!"
            table.add(
                times.map { Table.Cell($0) }
                    + [Table.Cell(mark, said: mark.isEmpty ? "" : "with something against it, see below")])
        }
        table.legend = When.legend
        return table
    }

    /// What speaks against dates: each remark once, with the dates of which it is made.
    private var objections: [String] {
        var remarks: [String] = []
        for conflict in next.flatMap(\.conflicts) where !remarks.contains(conflict) { remarks.append(conflict) }
        return remarks.map { remark in
            let dates = next.filter { $0.conflicts.contains(remark) }
            let named = dates.map { When.day($0.own.date) }.joined(separator: ", ")
            let all = dates.count == next.count && dates.count > 1
            return Emphasis.urgent.of("! \(all ? "all \(dates.count) dates" : named): \(OneLine.shown(remark))")
        }
    }
}

extension SlotPublication.Occurrence {
    /// On the mentor's own clock.
    fileprivate var own: LocalDateTime { ownStart ?? localStart }
}
