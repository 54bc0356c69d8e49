import Testing

@testable import Wording
@testable import meridian

/// Answers as pages have them: the same text as a terminal's, in parts.
@Suite("An answer on a page")
struct PageBlockTests {
    private static func table(_ cells: [Table.Cell]) -> Table {
        var table = Table([.init(title: "Name"), .init(title: "", name: "State")])
        table.add(cells)
        return table
    }

    @Test("has headings, lines that stand together, and tables with words for marks")
    func parts() {
        let parts = PageBlock.parts {
            [
                "two lines", "that stand together", "",
                Emphasis.section("Who", [Self.table([.init("Ada"), .init("?", said: "tentative")]).text(indent: 2)]),
                "  \(When.legend)",
            ].joined(separator: "\n")
        }
        #expect(
            parts == [
                .lines(["two lines", "that stand together"]), .heading("Who"),
                .table(headings: ["Name", "State"], rows: [["Ada", "tentative"]]), .lines(["[]"]),
            ])
    }

    @Test(
        "names no command, since its buttons stand for them",
        arguments: [
            ("next: meridian plan nova", nil), ("  meridian swap withdraw 3", nil),
            ("to take it back: meridian swap withdraw 1", "to take it back"), ("meridian is here", "meridian is here"),
            ("see: meridian lines", "see: meridian lines"),
            ("a plan of meridians: two", "a plan of meridians: two"),
            ("> meridian enroll nova-w01-asia", "> meridian enroll nova-w01-asia"),
        ] as [(String, String?)])
    func commands(line: String, shown: String?) {
        #expect(PageBlock.parts { line } == (shown.map { [.lines([$0])] } ?? []))
    }

    @Test("nobody's name is taken for a table, nor for the end of a cell")
    func hostile() {
        let sign = Unicode.Scalar(0xFDD5).map { "\($0)" } ?? ""
        let parts = PageBlock.parts { Self.table([.init("A\(sign)B"), .init("c")]).text() }
        #expect(parts == [.table(headings: ["Name", "State"], rows: [["A\u{FFFD}B", "c"]])])
        let row = Unicode.Scalar(0xFDD4).map { "\($0)" } ?? ""
        #expect(PageBlock.parts { "\(row)name" } == [])
    }

    @Test("knows what a command begins with")
    func commandsThatThereAre() {
        #expect(PageBlock.commands == Set(CommandTree.ways().map { $0[0].ownName }))
    }
}
