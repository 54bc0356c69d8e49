import CivilTime
import Mentoring
import Testing
import TimeZoneCatalog

/// `docs/times.md` says how slots may be written; here they are read, and the tables are what came of it.
@Suite("docs/times.md")
struct TimesDocumentTests {
    @Test("has each spelling as it is read; make times writes it anew")
    func fresh() throws {
        let page = try GeneratedPage("times.md")
        let sections = ["## Every spelling"] + sections
        try page.expect(sections.joined(separator: "\n\n"), from: "## Every spelling", writtenBy: "WRITE_TIMES")
    }

    private var sections: [String] {
        [
            ("Hours", SlotSpelling.hours), ("Days of the week", SlotSpelling.weekdays),
            ("How often", SlotSpelling.cadences),
            ("Days of the month", SlotSpelling.months), ("On whose clock", SlotSpelling.zones),
            ("What is asked about", SlotSpelling.questions), ("What is misspelt", SlotSpelling.misspelt),
        ].map { title, spellings in
            let rows = spellings.map {
                "| `\($0.text.isEmpty ? " " : $0.text)` | \(answer(to: $0).replacing("|", with: "\\|")) |"
            }
            return "### \(title)\n\n| written | answered |\n|---|---|\n" + rows.joined(separator: "\n")
        }
    }

    /// What is said of it.
    private func answer(to spelling: SlotSpelling) -> String {
        do {
            let slot = try WrittenSlot(spelling.text)
            let zone = try slot.zone?.known(in: .shipped).name
            let length = try slot.hour.remark(onSessionsOf: 60)
            let words = SlotPattern(rule: slot.rule, at: slot.hour.at).inWords + (zone.map { ", \($0)" } ?? "")
            return ([words] + [slot.hour.remark, length].compactMap(\.self)).joined(separator: "; ")
        } catch {
            return "refused: \(error)"
        }
    }
}
