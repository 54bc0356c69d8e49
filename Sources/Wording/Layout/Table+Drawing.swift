// MARK: - In columns

extension Table {
    private static let gap = 2
    private static let leastWidth = 8
    private static let leastWrappedWidth = 16

    /// The heading and the rows below each other; nil where the layout has no room for what cannot shrink.
    func drawn(in layout: Layout) -> [Line]? {
        guard let widths = widths(within: layout.columns) else { return nil }
        let heading = columns.map { Cell($0.title) }
        let above = [heading] + rows.map(\.cells)
        return lines(of: heading, widths).map { Line($0, .heading) }
            + zip(rows, above).flatMap { row, above in
                let cells = columns.indices.map { index in
                    let isRepeated =
                        columns[index].isGrouped && layout.columns != .max && row.cells[index] == above[index]
                    return isRepeated ? Cell("") : row.cells[index]
                }
                return lines(of: cells, widths).map { Line($0, row.emphasis) }
            }
    }

    /// A row's lines: one, unless a cell is broken.
    private func lines(of cells: [Cell], _ widths: [Int]) -> [String] {
        let parts = cells.indices.map { index in
            columns[index].wraps
                ? Paragraph.lines(of: cells[index].drawn, columns: widths[index], then: widths[index])
                : [cells[index].drawn]
        }
        return (0..<(parts.map(\.count).max() ?? 0)).map { number in
            let fitted = columns.indices.map { index in
                (number < parts[index].count ? parts[index][number] : "").fitted(
                    to: widths[index], alignedRight: columns[index].alignedRight, keepingEnd: columns[index].keepsEnd)
            }
            return fitted.joined(separator: String(repeating: " ", count: Self.gap)).withoutBlanksAtItsEnd
        }
    }

    /// Codes and addresses are not broken.
    private func longestWord(of column: Int) -> Int {
        rows.flatMap { $0.cells[column].drawn.split(separator: " ").map(\.displayWidth) }.max() ?? 0
    }

    /// Addresses are whole: nobody can copy what is cut.
    private func longestAddress(of column: Int) -> Int {
        rows.map(\.cells[column].drawn).filter { $0.contains("@") }.map(\.displayWidth).max() ?? 0
    }

    private func widths(within available: Int) -> [Int]? {
        var widths = columns.indices.map { index in
            max(columns[index].title.displayWidth, rows.map { $0.cells[index].drawn.displayWidth }.max() ?? 0)
        }
        let least = columns.indices.map { index in
            let column = columns[index]
            guard column.isFlexible || column.wraps else { return widths[index] }
            let least =
                column.wraps
                ? max(Self.leastWrappedWidth, longestWord(of: index))
                : max(Self.leastWidth, longestAddress(of: index))
            return min(widths[index], max(column.title.displayWidth, least))
        }
        func excess() -> Int { widths.reduce(0, +) + Self.gap * (columns.count - 1) - available }
        while excess() > 0 {
            let shrinkable = columns.indices.filter { widths[$0] > least[$0] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
        }
        return widths
    }
}

// MARK: - A record for each row

extension Table {
    /// Each row by itself: what it is about, and below that what is known of it.
    func records(in layout: Layout) -> [Line] {
        rows.flatMap { row in
            let subject = row.cells[subject]
            let head = Paragraph.of("\(columns[self.subject].calledBeside) \(subject.said)", columns: layout.columns)
            let facts = others.compactMap { index -> (column: Column, value: String)? in
                let cell = row.cells[index]
                // Without a heading to explain it, a mark is no help.
                let value = columns[index].title.isEmpty ? cell.said : cell.drawn
                return value.isEmpty ? nil : (columns[index], value)
            }
            let numbers = facts.filter(\.column.alignedRight).map { "\($0.column.calledBeside) \($0.value)" }
            let inner = layout.narrower(by: 2)
            let below =
                Facts(facts.filter { !$0.column.alignedRight }.map { ($0.column.calledBeside, $0.value) }).text(
                    in: inner)
                + "\n" + Paragraph.flow(numbers, columns: inner.columns).joined(separator: "\n")
            return head.split(separator: "\n").map { Line(String($0), row.emphasis ?? .heading) }
                + below.split(separator: "\n").map { Line("  \($0)", row.emphasis) }
        }
    }

    /// The column that says what a row is about.
    var subject: Int { columns.firstIndex(where: \.isSubject) ?? 0 }

    var others: [Int] { columns.indices.filter { $0 != subject } }
}

// MARK: - In sentences

extension Table {
    /// A sentence about each row.
    func sentences(in layout: Layout) -> [Line] {
        rows.flatMap { row in
            let parts = others.compactMap { index -> String? in
                let said = row.cells[index].said
                guard said.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
                return columns[index].sentence(about: said)
            }
            let head = "\(columns[subject].calledBeside) \(row.cells[subject].said)"
            let sentence = parts.isEmpty ? head : "\(head): \(parts.joined(separator: ", "))"
            return Paragraph.of(sentence.hasSuffix(".") ? sentence : sentence + ".", columns: layout.columns)
                .split(separator: "\n").map { Line(String($0)) }
        }
    }
}

extension Table.Column {
    /// The hours in some place, which is a name in a sentence, too.
    package init(place: String, isFlexible: Bool = false) {
        self.init(title: place, isFlexible: isFlexible, saying: { "\($0) in \(place)" })
    }

    /// What is said of a cell.
    fileprivate func sentence(about said: String) -> String {
        if let saying { return saying(said) }
        return title.isEmpty ? said : "\(calledBeside.lowercased()) \(said)"
    }
}
