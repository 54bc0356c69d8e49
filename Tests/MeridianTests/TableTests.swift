import CivilTime
import Mentoring
import MentoringAPI
import Testing

@testable import Wording
@testable import meridian

@Suite("Tables")
struct TableTests {
    init() { Terminal.prepare() }

    @Test(
        "width is what a terminal gives",
        arguments: [
            ("abc", 3), ("", 0), ("e\u{301}", 1), ("\u{2068}דוד\u{2069}", 3),
            // As Python's wcwidth 0.2.13 has them, which knows nothing of this program.
            ("Zoë Müller-Łukasiewicz", 22), ("Мария Іваненко", 14), ("Γιώργος Ψαράς", 13), ("عمر الفاروق", 11),
            ("فاطِمة زهراء", 11), ("דוד בן־גוריון", 13), ("שָׂרָה לוי", 7), ("สมชาย ใจดี", 9), ("กิ่งแก้ว", 5),
            ("佐藤 明", 7), ("김서연", 6), ("🦊 Fox", 6),
            // Here it gives less: vowel signs that take room of their own (Mc) none, and joined emoji the first one's. No
            // terminal shows more than the C library's sum.
            ("अनिरुद्ध शर्मा", 9 + 2), ("👩‍💻 Ada", 6 + 2),
        ])
    func width(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test(
        "text is cut at a whole character",
        arguments: [("佐藤 明", 5, "佐藤…"), ("佐藤 明", 4, "佐… "), ("abc", 3, "abc"), ("abcd", 3, "ab…")])
    func fitting(text: String, columns: Int, expected: String) {
        #expect(text.fitted(to: columns) == expected)
    }

    @Test("text whose end matters is cut in the middle", arguments: [("abcdefg", 5, "ab…fg"), ("明佐藤明", 6, "明…明 ")])
    func cutInTheMiddle(text: String, columns: Int, expected: String) {
        #expect(text.fitted(to: columns, keepingEnd: true) == expected)
    }

    @Test("only flexible columns shrink, the widest first")
    func shrinking() {
        var table = Table([
            .init(title: "A"), .init(title: "Name", isFlexible: true), .init(title: "N", alignedRight: true),
        ])
        table.add(["fixed-width", "a long name that has to give way", "7"])
        #expect(table.text(in: Layout(columns: 30)) == "A            Name            N\nfixed-width  a long name t…  7")
    }

    @Test("what speaks against a slot's dates stays on its line, whatever somebody wrote as a reason")
    func foreignRemark() throws {
        let slot = Slot(
            id: Identifier(1), program: "nova", mentor: Identifier(1),
            pattern: SlotPattern(rule: "FREQ=WEEKLY;BYDAY=TU", at: try #require(LocalTime(iso: "17:00"))), zone: .utc)
        let start = try #require(LocalDateTime(iso: "2027-01-05T17:00"))
        let date = SlotPublication.Occurrence(
            localStart: start, ownStart: nil, hours: .humane, start: Instant(secondsSinceEpoch: 0), regions: [],
            conflicts: ["frozen: feast\n\u{1B}[31mundo: meridian program delete nova"])
        let text = SlotPublication(
            slot: SlotView(slot, mentor: "Akira"), words: "every Tuesday at 17:00", wasKnown: false, next: [date]
        ).text
        #expect(!text.contains("\nundo") && !text.contains("\u{1B}"), "\(text)")
    }

    @Test("an address is whole: other columns shrink, and where that is not enough a row is a record")
    func addresses() {
        var table = Table([
            .init(title: "Name", isFlexible: true), .init(title: "Address", isFlexible: true),
            .init(title: "Label", isFlexible: true, keepsEnd: true),
        ])
        table.add(["Siobhán Ní Bhriain", "siobhan@example.org", "a laptop of hers"])
        #expect(
            table.text(in: Layout(columns: 43)).contains("\nSiobhán N…  siobhan@example.org  a l"),
            "\(table.text(in: Layout(columns: 43)))")
        for columns in 20...80 { #expect(table.text(in: Layout(columns: columns)).contains("siobhan@example.org")) }
        #expect(table.text(in: Layout(columns: 30)).hasPrefix("Name Siobhán Ní Bhriain\n  Address  siobhan@"))
    }

    @Test("facts are broken between words where they are too long, and stay aligned")
    func facts() {
        let facts = Facts([("Missed", "two sessions that were not held"), ("Ok", "yes")])
        #expect(
            facts.text(in: Layout(columns: 24))
                == "Missed  two sessions\n        that were not\n        held\nOk      yes")
        #expect(facts.text(in: Layout()) == "Missed  two sessions that were not held\nOk      yes")
        #expect(Paragraph.of("two sessions that were", columns: 14, indent: 1) == " two sessions\n   that were")
    }

    @Test("characters that command a terminal never reach it")
    func control() {
        var table = Table([.init(title: "Name")])
        table.add(["\u{1B}[31mred\u{7}"])
        #expect(!table.text(in: Layout(columns: 80)).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    /// Two sessions, one of which needs words for its mark.
    private var sessions: Table {
        var table = Table([
            .init(title: "Session"), .init(title: "Mentor", isFlexible: true, saying: { "led by \($0)" }),
            .init(title: "Reason", wraps: true), .init(title: "", name: "State"),
        ])
        table.add(["nova-w01-asia", "דוד לוי", "a reason of many words", ""])
        table.add(["nova-w02-asia", "Zoë Müller", "", "?"].map { Table.Cell($0, said: $0 == "?" ? "tentative" : nil) })
        table.legend = ["? tentative", "x cancelled"]
        return table
    }

    @Test("sentences are broken between words, and marks are explained below")
    func wrapping() {
        #expect(
            sessions.text(in: Layout(columns: 46)) == """
                Session        Mentor      Reason
                nova-w01-asia  דוד לוי     a reason of many
                                           words
                nova-w02-asia  Zoë Müller                    ?
                ? tentative   x cancelled
                """)
    }

    @Test("where there is no room for columns, each row is a record, with words for marks")
    func records() {
        #expect(
            sessions.text(in: Layout(columns: 24)) == """
                Session nova-w01-asia
                  Mentor  דוד לוי
                  Reason  a reason of
                          many words
                Session nova-w02-asia
                  Mentor  Zoë Müller
                  State   tentative
                ? tentative
                x cancelled
                """)
    }

    @Test("for a pipe nothing is cut or broken: a row is a line")
    func unlimited() {
        #expect(
            sessions.text(in: Layout()) == """
                Session        Mentor      Reason
                nova-w01-asia  דוד לוי     a reason of many words
                nova-w02-asia  Zoë Müller                          ?
                ? tentative   x cancelled
                """)
    }

    @Test("for whom it is no help it is sentences, without what explains marks")
    func sentences() {
        #expect(
            sessions.text(in: Layout().spoken) == """
                Session nova-w01-asia: led by דוד לוי, reason a reason of many words.
                Session nova-w02-asia: led by Zoë Müller, tentative.
                """)
    }

    @Test("what is drawn once for several rows is there in each line of a pipe")
    func grouped() {
        var table = Table([.init(title: "Clock", isGrouped: true), .init(title: "Hour")])
        for hour in ["1", "2"] { table.add(["Berlin", hour]) }
        table.add(["Kyiv", "2"])
        #expect(table.text(in: Layout(columns: 80)) == "Clock   Hour\nBerlin  1\n        2\nKyiv    2")
        #expect(table.text(in: Layout()) == "Clock   Hour\nBerlin  1\nBerlin  2\nKyiv    2")
    }

    @Test(
        "what goes from right to left is isolated from what is around it",
        arguments: [
            ("led by דוד לוי, was שרה", "led by \u{2068}דוד לוי\u{2069}, was \u{2068}שרה\u{2069}"),
            ("w01  עמר בן־גוריון  3/4", "w01  \u{2068}עמר בן־גוריון\u{2069}  3/4"),
            ("שרה 2 is told", "\u{2068}שרה\u{2069} 2 is told"), ("a שָׂרָ… b", "a \u{2068}שָׂרָ…\u{2069} b"),
            ("אפשר לבוא, ביום?", "\u{2068}אפשר לבוא, ביום?\u{2069}"), ("佐藤 Zoë", "佐藤 Zoë"), ("", ""),
        ])
    func isolation(line: String, isolated: String) {
        #expect(Isolation.of(line) == isolated)
        #expect(isolated.displayWidth == line.displayWidth)
    }

    @Test("a line that is too long is broken between words, and a command not at all")
    func lines() {
        #expect(
            Layout(columns: 20).written("one two three four five\n  next: meridian plan nova --publish\nshort  line")
                == "one two three four\n  five\n  next:\n    meridian plan nova --publish\nshort  line")
        #expect(Layout().written("from 2 → 3") == "from 2 → 3")
        #expect(Layout().spoken.written("from 2 → 3") == "from 2 becomes 3")
    }

    @Test("what stands out does so only where a terminal can show it, and nobody else can say so within a line")
    func emphasis() {
        let styled = Layout(columns: 80, hasStyles: true)
        #expect(styled.written(Emphasis.heading.of("Title", in: styled)) == "\u{1B}[1mTitle\u{1B}[0m")
        #expect(Emphasis.heading.of("Title", in: Layout()) == "Title")
        let foreign = "a \(Emphasis.heading.of("b", in: styled)) \u{1B}[1mc \u{2068}"
        #expect(!styled.written(foreign).unicodeScalars.contains { [0xFDD0, 0x1B, 0x2068].contains($0.value) })
    }
}
