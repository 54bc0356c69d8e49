import CivilTime
import MentoringAPI
import Wording

/// An answer on a page, in the words that the command line has for it, for its template.
struct AnswerPage: Encodable {
    let frame: PageFrame
    /// The title of the program in which something would be done.
    var program: String?
    let heading: String
    /// What it is, where its heading does not say.
    let note: String?
    /// What can be looked at of it, in SVG.
    var picture: String?
    let parts: [AnswerPart]
    let actions: [Action]
    let back: String

    /// - Parameters:
    ///   - summary: what was asked for, as a sentence.
    ///   - note: what the answer is, where that does not say it.
    ///   - parts: the answer.
    ///   - actions: what can be done about it.
    ///   - back: the page from which one came.
    ///   - frame: what is around it.
    init(
        _ summary: String, _ note: String?, _ parts: [AnswerPart], _ actions: [Action], backTo back: PagePath,
        in frame: PageFrame
    ) {
        self.frame = frame
        heading = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
        self.note = note
        self.parts = parts
        self.actions = actions
        self.back = frame.root + back.text
    }
}

/// A part of an answer: a heading, lines, or a table.
struct AnswerPart: Encodable {
    /// A cell, with the heading of its column, which stands beside it where there is no room for columns.
    struct Cell: Encodable {
        let name: String
        let text: String
    }

    struct Row: Encodable {
        let subject: String
        let cells: [Cell]
    }

    struct Table: Encodable {
        /// What stands above it, for who does not see that.
        let caption: String
        let headings: [String]
        let rows: [Row]
    }

    /// What stands above it; no other name, since a template looks for what a part lacks in the page.
    let section: String?
    let lines: [String]
    let hasLines: Bool
    /// Named for what it is, too: a program's page has a table of its own.
    let answerTable: Table?

    /// One line of words.
    init(_ line: String) { (section, lines, hasLines, answerTable) = (nil, [line], true, nil) }

    private init(_ block: PageBlock, below title: String) {
        switch block {
        case .heading(let text): (section, lines, answerTable) = (text, [], nil)
        case .lines(let texts): (section, lines, answerTable) = (nil, texts, nil)
        case .table(let headings, let rows):
            let rows = rows.map { cells in
                Row(
                    subject: cells.first ?? "",
                    cells: zip(headings, cells).dropFirst().map { Cell(name: $0, text: $1) })
            }
            (section, lines, answerTable) = (nil, [], Table(caption: title, headings: headings, rows: rows))
        }
        hasLines = !lines.isEmpty
    }

    /// The parts of an answer, on somebody's clock; none of one that has no words.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - title: what stands above all of it.
    ///   - clock: of whoever reads it.
    /// - Returns: the parts, in their order.
    static func of(_ answer: Any, below title: String, on clock: ZoneRules) -> [AnswerPart] {
        guard let worded = answer as? any Worded else { return [] }
        return of(PageBlock.parts { worded.words(on: clock) }, below: title)
    }

    /// What a request did, or would do, on somebody's clock; none where it has no words for that.
    ///
    /// - Parameters:
    ///   - request: what was asked.
    ///   - answer: what it came to.
    ///   - clock: of whoever reads it.
    ///   - tense: whether that is done by now, which has no headings then: it stands above a page's.
    /// - Returns: the parts, in their order.
    static func of<R: MentoringAPI.Request>(
        _ request: R.Type, _ answer: R.Answer, on clock: ZoneRules, as tense: Layout.Tense
    ) -> [AnswerPart] {
        let parts = PageBlock.parts(as: tense) { R.told(by: answer, on: clock) }
        return of(parts, below: R.route.summary, isDone: tense == .past)
    }

    /// Who did what, with a column for the program where there are several.
    static func log(_ entries: [LogEntryView], ofAllPrograms: Bool, on clock: ZoneRules) -> [AnswerPart] {
        guard !entries.isEmpty else { return of(entries, below: "Who did what", on: clock) }
        let table = PageBlock.parts {
            LogEntryView.table(of: entries, on: clock, ofAllPrograms: ofAllPrograms).text()
        }
        return of(table, below: "Who did what")
    }

    private static func of(_ blocks: [PageBlock], below title: String, isDone: Bool = false) -> [AnswerPart] {
        var above = title
        return blocks.map { block in
            guard case .heading(let text) = block else { return AnswerPart(block, below: above) }
            above = text
            return isDone ? AnswerPart(text) : AnswerPart(block, below: above)
        }
    }
}
