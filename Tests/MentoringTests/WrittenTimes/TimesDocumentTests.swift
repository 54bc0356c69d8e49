import CivilTime
import Foundation
import Mentoring
import Testing
import TimeZoneCatalog

/// `docs/times.md` says how slots may be written; here they are read, and the tables are what came of it.
@Suite("docs/times.md")
struct TimesDocumentTests {
    @Test("has each spelling as it is read; make times writes it anew")
    func fresh() throws {
        let document = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/times.md")
        let written = try String(contentsOf: document, encoding: .utf8)
        let start = try #require(written.range(of: "\n## Every spelling\n")).upperBound
        let text = written[..<start] + "\n" + sections.joined(separator: "\n\n") + "\n"
        if ProcessInfo.processInfo.environment["WRITE_TIMES"] != nil {
            try text.write(to: document, atomically: true, encoding: .utf8)
        } else {
            let (lines, expected) = (written.split(separator: "\n"), text.split(separator: "\n"))
            for (line, fresh) in zip(lines, expected) { #expect(line == fresh) }
            #expect(lines.count == expected.count)
        }
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
