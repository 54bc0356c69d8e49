import Mentoring

/// A season's turns as cells: the weeks' numbers above, and a row for every region, or several of one.
///
/// It is 320 units wide, to be read at that many pixels and more.
struct TurnGrid {
    /// What is in a week of a row.
    enum Cell {
        /// Somebody leads, who is known by letters; framed where that is to become another.
        case led(String, isChanged: Bool)
        /// A turn that nobody leads; framed in the same way.
        case open(isChanged: Bool)
        case frozen
        case calledOff
    }

    struct Row {
        let label: String
        /// By week, with what is said of it.
        let cells: [Int: (cell: Cell, words: String)]
    }

    let weeks: Int
    let rows: [Row]
    let top: Double

    static let width = 320.0
    static let margin = 8.0
    private static let left = 76.0
    private static let mostWeeks = 13
    private static let pitch = (width - left - margin) / Double(mostWeeks)
    private static let headHeight = 14.0
    private static let rowHeight = 19.0
    private static let cellHeight = 17.0

    private var stripCount: Int { (weeks + Self.mostWeeks - 1) / Self.mostWeeks }
    private var stripHeight: Double { Self.headHeight + Double(rows.count) * Self.rowHeight + 8 }

    var bottom: Double { top + Double(stripCount) * stripHeight }

    var svg: [String] {
        (0..<stripCount).flatMap { index -> [String] in
            let first = index * Self.mostWeeks + 1
            let shown = first...min(first + Self.mostWeeks - 1, weeks)
            let top = top + Double(index) * stripHeight
            let numbers = shown.map { week in
                SVG.text("\(week)", "week", x: x(of: week, after: first) + Self.pitch / 2, y: top + 9)
            }
            return numbers
                + rows.enumerated().map { line, row in
                    draw(row, shown, top: top + Self.headHeight + Double(line) * Self.rowHeight)
                }
        }
    }

    private func draw(_ row: Row, _ shown: ClosedRange<Int>, top: Double) -> String {
        // A picture within the picture cuts a label that is too long, whatever its script.
        let label = """
            <svg x="\(SVG.number(Self.margin))" y="\(SVG.number(top))" width="\(SVG.number(Self.left - Self.margin - 4))" \
            height="\(SVG.number(Self.cellHeight))">\(SVG.text(Self.cut(row.label, to: 60), "region", x: 0, y: 12))</svg>
            """
        let cells = shown.compactMap { week in
            row.cells[week].map {
                SVG.titled($0.words, draw($0.cell, left: x(of: week, after: shown.lowerBound), top: top))
            }
        }
        return "<g>" + ([label] + cells).joined(separator: "\n") + "</g>"
    }

    private func draw(_ cell: Cell, left: Double, top: Double) -> String {
        let (middle, width) = (left + Self.pitch / 2, Self.pitch - 2)
        let box = { (kind: String) in
            SVG.rectangle(kind, x: left + 1, y: top, width: width, height: Self.cellHeight)
        }
        return switch cell {
        case .led(let letters, let isChanged):
            box(isChanged ? "cell changed" : "cell") + SVG.text(letters, "letters", x: middle, y: top + 12)
        case .open(let isChanged): box(isChanged ? "open changed" : "open")
        case .frozen: box("frozen")
        case .calledOff:
            box("cell") + Self.cross(x: middle, y: top + Self.cellHeight / 2)
        }
    }

    private static func cross(x: Double, y: Double) -> String {
        "<use href=\"#cancelled\" class=\"cancelled\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\"/>"
    }

    private func x(of week: Int, after first: Int) -> Double { Self.left + Double(week - first) * Self.pitch }

    /// What the cells mean, a line each, from a height on; and how high that is.
    static func legend(
        of cells: [Cell], besides others: [(sample: String, words: String)] = [], top: Double
    ) -> (svg: [String], bottom: Double) {
        let box = { (kind: String) in SVG.rectangle(kind, x: 1, y: 0, width: 12, height: 10) }
        var lines: [(sample: String, words: String)] = []
        if cells.contains(where: { if case .open = $0 { true } else { false } }) {
            lines.append((box("open"), "nobody leads"))
        }
        if cells.contains(where: { if case .frozen = $0 { true } else { false } }) {
            lines.append((box("frozen"), "frozen: no session"))
        }
        if cells.contains(where: { if case .calledOff = $0 { true } else { false } }) {
            lines.append((cross(x: 7, y: 5), "called off"))
        }
        lines += others
        let svg = lines.enumerated().map { index, line in
            "<g transform=\"translate(\(SVG.number(margin)) \(SVG.number(top + Double(index) * 15)))\">"
                + line.sample + SVG.text(line.words, x: 20, y: 9) + "</g>"
        }
        return (svg, top + Double(lines.count) * 15)
    }
}

extension TurnGrid {
    /// How the pictures look that stand within a page, or by themselves: every selector is theirs alone.
    static let style = """
        .turns{color-scheme:light dark;--sheet:#fff;--pen:#1f2528;--faint:#566166;--field:#e6eee2;--done:#1f6a36;--alarm:#8a2f4b}
        @media (prefers-color-scheme:dark){.turns{--sheet:#1d2225;--pen:#e6e8e6;--faint:#a3aeb2;--field:#2b3631;\
        --done:#83cf97;--alarm:#f59ab4}}
        .turns text{font:10px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--faint)}
        .turns .heading,.turns .region{font-size:11px;font-weight:600;fill:var(--pen)}
        .turns .small{font-size:9px}
        .turns .week{font-size:9px;text-anchor:middle}
        .turns .letters{font-size:10px;text-anchor:middle;fill:var(--pen)}
        .turns .name{fill:var(--pen)}
        .turns .paper{fill:var(--sheet)}
        .turns .cell,.turns .track{fill:var(--field)}
        .turns .open{fill:none;stroke:var(--alarm);stroke-width:1.2;stroke-dasharray:2 2}
        .turns .changed{stroke:var(--pen);stroke-width:2;stroke-dasharray:none}
        .turns .frozen{fill:url(#hatch)}
        .turns .hatching{stroke:var(--faint);stroke-width:1.2}
        .turns .cancelled{fill:none;stroke:var(--pen);stroke-width:1.6}
        .turns .load{fill:var(--faint)}
        .turns .fair{fill:none;stroke:var(--pen);stroke-width:2}
        .turns .came{fill:var(--done)}
        .turns .seats{fill:none;stroke:var(--faint);stroke-width:1}
        .turns .unknown{fill:none;stroke:var(--faint);stroke-width:1;stroke-dasharray:2 2}
        """

    /// A text that is drawn about so many units wide, with an ellipsis for what has no room.
    ///
    /// How wide letters are is the font's to say; by half an em each, one for wide scripts, little is cut too early.
    static func cut(_ text: String, to width: Double) -> String {
        var (left, shown) = (width, "")
        for character in OneLine.shown(text) {
            left -= character.unicodeScalars.contains { $0.value >= 0x1100 } ? 11 : 6.4
            guard left >= 0 else { return shown + "…" }
            shown.append(character)
        }
        return shown
    }

    /// How somebody is called in a cell: A to Z, then AA.
    static func letters(_ index: Int) -> String {
        let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26))
        return (index < 26 ? "" : letters(index / 26 - 1)) + "\(Character(letter))"
    }
}
