package import CivilTime
import Mentoring

/// A table, which knows how to be drawn, how to be a record for each row where there is no room, and how to be said.
///
/// Columns are as wide as their widest cell. Where they do not fit, the flexible ones shrink as far as they can still be read;
/// where that is not enough, each row becomes a record. For a pipe or a file nothing shrinks, and a row is a line.
package struct Table {
    /// A column's heading, and how it shows its cells.
    package struct Column: Sendable {
        let title: String
        let alignedRight: Bool
        /// Whether its cells may be cut when there is not enough room.
        let isFlexible: Bool
        /// Whether they are cut in the middle then, because their ends tell them apart.
        let keepsEnd: Bool
        /// Whether they are broken between words instead, because they are sentences.
        let wraps: Bool
        /// Whether equal cells below each other are drawn once, where a row need not be a line that is understood alone.
        let isGrouped: Bool
        /// What it is called beside a cell where there is no heading, if not by its title.
        let name: String?
        /// Whether its cells are what the rows are about; else the first column's are.
        let isSubject: Bool
        /// What a sentence about the row says of a cell, if not the column's name and the cell.
        let saying: (@Sendable (String) -> String)?

        package init(
            title: String, alignedRight: Bool = false, isFlexible: Bool = false, keepsEnd: Bool = false,
            wraps: Bool = false, isGrouped: Bool = false, name: String? = nil, isSubject: Bool = false,
            saying: (@Sendable (String) -> String)? = nil
        ) {
            self.title = title
            self.alignedRight = alignedRight
            self.isFlexible = isFlexible
            self.keepsEnd = keepsEnd
            self.wraps = wraps
            self.isGrouped = isGrouped
            self.name = name
            self.isSubject = isSubject
            self.saying = saying
        }

        var calledBeside: String { name ?? title }
    }

    /// What stands in a row below a heading.
    package struct Cell: Hashable, Sendable {
        /// What is drawn.
        let drawn: String
        /// What is said instead, because marks and fractions are no words.
        let said: String

        package init(_ drawn: String, said: String? = nil) {
            self.drawn = OneLine.shown(drawn)
            self.said = OneLine.shown(String((said ?? drawn).drop { $0 == " " }))
        }

        /// A day: drawn so that days line up, and said as people say it.
        package init(_ date: LocalDate) { self.init("\(date)", said: When.dayAndYear(date)) }
    }

    struct Row {
        let cells: [Cell]
        let emphasis: Emphasis?
    }

    let columns: [Column]
    private(set) var rows: [Row] = []

    /// What the marks mean that it draws; it stands below, and is not needed where words stand for marks.
    package var legend: [String] = []

    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row with a cell for each column.
    ///
    /// Characters that could command the terminal are replaced.
    package mutating func add(_ cells: [Cell], _ emphasis: Emphasis? = nil) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(Row(cells: cells, emphasis: emphasis))
    }

    /// Adds a row of cells that are said as they are drawn.
    package mutating func add(_ cells: [String], _ emphasis: Emphasis? = nil) { add(cells.map { Cell($0) }, emphasis) }

    /// The table as the layout has it, indented.
    package func text(in layout: Layout = .current, indent: Int = 0) -> String {
        let inner = layout.narrower(by: indent)
        // On a page a part stands where its heading does.
        let blank = String(repeating: " ", count: layout.isOnPage ? 0 : indent)
        let lines =
            switch layout.medium {
            case .spoken: sentences(in: inner)
            case .page: onPage
            case .drawn:
                (drawn(in: inner) ?? records(in: inner))
                    + Paragraph.flow(legend, columns: inner.columns).map { Line($0) }
            }
        return lines.map { line in
            let text = blank + line.text
            return line.emphasis?.of(text, in: layout) ?? text
        }.joined(separator: "\n")
    }

    /// A line of it, before it is indented.
    struct Line {
        let text: String
        let emphasis: Emphasis?

        init(_ text: String, _ emphasis: Emphasis? = nil) {
            self.text = text
            self.emphasis = emphasis
        }
    }
}
