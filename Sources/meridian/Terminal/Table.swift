import Mentoring

/// A table for a terminal.
///
/// Columns are as wide as their widest cell; when there is not enough room, the flexible ones shrink.
struct Table {
    /// A column's heading, and how it shows its cells.
    struct Column {
        let title: String
        var alignedRight = false
        /// Whether its cells may be cut when there is not enough room.
        var isFlexible = false
        /// Whether they are cut in the middle then, because their ends tell them apart.
        var keepsEnd = false
    }

    private static let gap = 2
    private static let leastFlexibleWidth = 6

    private let columns: [Column]
    private var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row with a cell for each column.
    ///
    /// Characters that could command the terminal are replaced.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(cells.map(OneLine.shown))
    }

    /// The table in at most so many columns, if the inflexible ones allow it.
    func text(columns available: Int = Terminal.columns) -> String {
        let widths = widths(within: available)
        return ([columns.map(\.title)] + rows).map { cells in
            let fitted = cells.indices.map {
                cells[$0].fitted(
                    to: widths[$0], alignedRight: columns[$0].alignedRight, keepingEnd: columns[$0].keepsEnd)
            }
            let line = fitted.joined(separator: String(repeating: " ", count: Self.gap))
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    private func widths(within available: Int) -> [Int] {
        var widths = columns.indices.map { index in
            max(columns[index].title.displayWidth, rows.map { $0[index].displayWidth }.max() ?? 0)
        }
        func excess() -> Int { widths.reduce(0, +) + Self.gap * (columns.count - 1) - available }
        while excess() > 0 {
            let shrinkable = columns.indices.filter { columns[$0].isFlexible && widths[$0] > Self.leastFlexibleWidth }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return widths
    }
}
