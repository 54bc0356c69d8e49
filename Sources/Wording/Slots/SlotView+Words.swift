package import CivilTime
import Mentoring
package import MentoringAPI

extension SlotView {
    /// The slots offered to a program, a row each, and what they leave out from a day on.
    package static func text(of slots: [Self], in program: String, on today: LocalDate) -> String {
        guard !slots.isEmpty else {
            return "no slots; to publish one: meridian slot publish \(program) \"Tue 17:00\""
        }
        var table = Table([
            .init(title: "Slot", alignedRight: true),
            .init(title: "Mentor", isFlexible: true, saying: { "of \($0)" }),
            .init(title: "When", wraps: true, saying: { $0 }),
            .init(title: "Zone", isFlexible: true, keepsEnd: true, saying: { "in \($0)" }),
            .init(title: "From"),
            .init(title: "Until"), .init(title: "Prefer", alignedRight: true),
        ])
        for slot in slots {
            let texts = ["\(slot.id)", slot.mentor, slot.summary, slot.zone.name].map { Table.Cell($0) }
            let days = [slot.from, slot.until].map { $0.map { Table.Cell($0) } ?? Table.Cell("") }
            table.add(texts + days + [Table.Cell("\(slot.prefer)")])
        }
        return ([table.text(explaining: .prefer)] + slots.compactMap { $0.leftOut(from: today) })
            .joined(separator: "\n")
    }

    /// When it is, and from when to when, on a line of its own.
    package var line: String {
        let days = [from.map { "from \($0.inShort)" }, until.map { "until \($0.inShort)" }]
        let left = except.isEmpty ? nil : "without \(except.count) of its days"
        return ([summary, zone.name] + days + [left]).compactMap(\.self).joined(separator: ", ")
    }

    /// How many days to come it leaves out, and the next of them; nil if none.
    private func leftOut(from today: LocalDate) -> String? {
        let days = except.filter { $0 >= today }
        guard !days.isEmpty else { return nil }
        let next = days.prefix(3).map { When.dayOfMonth($0) }
        let named = (next + (days.count > 3 ? ["…"] : [])).joined(separator: ", ")
        return "slot \(id) leaves out \(days.count) \(days.count == 1 ? "day" : "days") to come: \(named)"
    }
}
