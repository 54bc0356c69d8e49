import Testing

@testable import meridian

@Suite("Tables")
struct TableTests {
    init() { Terminal.prepare() }

    @Test(
        "width is what a terminal gives",
        arguments: [("abc", 3), ("佐藤 明", 7), ("김서연", 6), ("é", 1), ("e\u{301}", 1), ("", 0)])
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
        #expect(table.text(columns: 30) == "A            Name            N\nfixed-width  a long name t…  7")
    }

    @Test("facts are broken between words where they are too long, and stay aligned")
    func facts() {
        let facts = Facts([("Missed", "two sessions that were not held"), ("Ok", "yes")])
        #expect(facts.text(wrappedAt: 24) == "Missed  two sessions\n        that were not\n        held\nOk      yes")
        #expect(facts.text == "Missed  two sessions that were not held\nOk      yes")
        #expect(Paragraph.of("two sessions that were", columns: 14, indent: 1) == " two sessions\n   that were")
    }

    @Test("characters that command a terminal never reach it")
    func control() {
        var table = Table([.init(title: "Name")])
        table.add(["\u{1B}[31mred\u{7}"])
        #expect(!table.text(columns: 80).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
}
