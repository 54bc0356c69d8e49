import Mentoring

/// Puts the components of a file together, line by line.
///
/// Not by libical: it names no lines, and ends the process on some of what strangers can send.
struct ForeignComponentReader {
    /// How much of a file is kept.
    enum Keeping {
        /// All of it, outermost components with what lies in them; every line must be text.
        case roots
        /// An entry of a VCALENDAR until the next one comes, so that a file may be large; lines that nobody reads may be what they like.
        case entries
    }

    private let names: ForeignNames
    private let keeping: Keeping
    private var open: [ForeignComponent] = []
    private var count = 0
    private var isEmpty = true

    init(names: ForeignNames, keeping: Keeping = .roots) {
        self.names = names
        self.keeping = keeping
    }

    /// Takes the next line of the file.
    /// - Returns: the component that ends with it, when nobody else waits for that.
    /// - Throws: `BadInput` with the line.
    mutating func take(_ bytes: [UInt8], line number: Int) throws(BadInput) -> ForeignComponent? {
        guard !bytes.isEmpty else { return nil }
        if keeping == .entries, !open.isEmpty, !names.read(bytes[...]) { return nil }
        guard bytes.count <= ForeignComponent.byteLimit else {
            throw BadInput("this line has more than \(ForeignComponent.byteLimit) bytes", line: number)
        }
        guard !bytes.contains(0) else { throw BadInput("this line holds a NUL byte: no calendar", line: number) }
        // Names and titles in another encoding do no harm; times, zones and identities must be what they were.
        let whole = String(validating: bytes, as: UTF8.self)
        let line = ForeignLine(whole ?? String(decoding: bytes, as: UTF8.self), names: names)
        guard whole != nil || !open.isEmpty else {
            throw BadInput("this line is not UTF-8; save the calendar in that encoding", line: number)
        }
        switch whole == nil && names.spoils(line) ? .broken : line {
        case .begin(let name): try begin(name, line: number)
        case .end(let name): return try end(name, line: number)
        case .property(let property) where !open.isEmpty:
            if names.keeps(property) {
                open[open.count - 1].properties.append(property)
                try grow(by: bytes.count)
            }
        case .other where !open.isEmpty: break
        case .broken where !open.isEmpty:
            if open[open.count - 1].brokenLine == nil { open[open.count - 1].brokenLine = number }
        case .property, .other, .broken:
            throw BadInput("expected BEGIN:VCALENDAR; is this an iCalendar file?", line: number)
        }
        return nil
    }

    /// Makes sure that the file ended where it should.
    /// - Throws: `BadInput` with the line.
    func finish() throws(BadInput) {
        if let unfinished = open.last {
            throw BadInput("the \(unfinished.name) that begins here has no END", line: unfinished.line)
        }
        guard !isEmpty else { throw BadInput("is empty; expected BEGIN:VCALENDAR", line: 1) }
    }

    private mutating func begin(_ name: String, line: Int) throws(BadInput) {
        count += 1
        guard open.count < ForeignComponent.depthLimit else {
            throw BadInput("components lie deeper than \(ForeignComponent.depthLimit) within each other", line: line)
        }
        guard keeping == .entries || count <= ForeignComponent.countLimit else {
            throw BadInput(
                "the calendar has more than \(ForeignComponent.countLimit) components; export less of it", line: line)
        }
        let calendar = open.first.map { $0.name == "VCALENDAR" ? $0.line : 0 } ?? 0
        open.append(ForeignComponent(name: name, line: line, calendar: calendar))
        try grow(by: name.utf8.count)
    }

    private mutating func end(_ name: String, line: Int) throws(BadInput) -> ForeignComponent? {
        guard var closed = open.popLast() else { throw BadInput("END:\(name) closes nothing", line: line) }
        guard closed.name == name else {
            throw BadInput("END:\(name) where the \(closed.name) of line \(closed.line) is open", line: line)
        }
        if open.isEmpty { isEmpty = false }
        closed.isTakenBack = open.first?.word("METHOD") == "CANCEL"
        if open.isEmpty || keeping == .entries && open.count == 1 && open[0].name == "VCALENDAR" { return closed }
        open[open.count - 1].children.append(closed)
        try grow(by: closed.size)
        return nil
    }

    /// Notes that so much more is kept in the innermost component.
    private mutating func grow(by bytes: Int) throws(BadInput) {
        open[open.count - 1].size += bytes
        let component = open[open.count - 1]
        guard component.size <= ForeignComponent.byteLimit else {
            throw BadInput(
                "the \(component.name) that begins here has more than \(ForeignComponent.byteLimit) bytes",
                line: component.line)
        }
    }
}
