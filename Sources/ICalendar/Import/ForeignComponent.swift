import Mentoring

/// A component of another program's calendar, with what is looked at of it.
struct ForeignComponent: Sendable {
    /// In capital letters, such as `VEVENT`.
    let name: String
    /// The line of its BEGIN.
    let line: Int
    fileprivate(set) var properties: [ForeignProperty] = []
    fileprivate(set) var children: [ForeignComponent] = []
    /// The first line in it that is no content line, so that nobody can tell what it was meant to say.
    fileprivate(set) var brokenLine: Int?

    /// A component that has just begun.
    fileprivate init(name: String, line: Int) {
        self.name = name
        self.line = line
    }

    /// All properties of the name.
    func all(_ name: String) -> [ForeignProperty] { properties.filter { $0.name == name } }

    /// The property of the name, if there is one.
    /// - Throws: `Unusable` when there are several, so that it is not clear which is meant.
    func only(_ name: String) throws(Unusable) -> ForeignProperty? {
        let found = all(name)
        guard found.count <= 1 else { throw Unusable("it has more than one \(name)") }
        return found.first
    }
}

/// Why a component is left: an error of its own and of nothing else in the file.
struct Unusable: Error, Hashable {
    let reason: String

    init(_ reason: String) { self.reason = reason }

    /// What somebody else wrote, short and safe to print.
    static func quoted(_ text: String) -> String {
        "“" + OneLine.shown(text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(60)) + "…" : text) + "”"
    }
}

extension ForeignComponent {
    /// The most bytes that a calendar may have: 1 MiB.
    static let byteLimit = 1 << 20
    /// How deep components may lie within each other.
    static let depthLimit = 16
    /// The most components in a file, at any depth.
    static let countLimit = 10_000

    /// Reads the outermost components of a file, usually one VCALENDAR, with their properties of these names.
    ///
    /// Not by libical: it names no lines, and ends the process on some of what strangers can send.
    ///
    /// - Throws: `BadInput` with the line: more than the limits allow, no UTF-8, a NUL, components that do not nest, or
    ///   none at all. A single line that makes no sense is only marked in its component.
    static func read(
        _ bytes: [UInt8], names: Set<String> = ForeignProperty.names
    ) throws(BadInput) -> [ForeignComponent] {
        guard bytes.count <= byteLimit else {
            throw BadInput("has more than \(byteLimit) bytes, the most that is read of a calendar")
        }
        var complete: [ForeignComponent] = []
        var open: [ForeignComponent] = []
        var count = 0
        for (number, bytes) in UnfoldedLines(bytes) where !bytes.isEmpty {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw BadInput("this line is not UTF-8; save the calendar in that encoding", line: number)
            }
            guard !bytes.contains(0) else { throw BadInput("this line holds a NUL byte: no calendar", line: number) }
            switch ForeignLine(text, names: names) {
            case .begin(let name):
                count += 1
                guard open.count < depthLimit else {
                    throw BadInput("components lie deeper than \(depthLimit) within each other", line: number)
                }
                guard count <= countLimit else {
                    throw BadInput(
                        "the calendar has more than \(countLimit) components; export less of it", line: number)
                }
                open.append(ForeignComponent(name: name, line: number))
            case .end(let name):
                guard let closed = open.popLast() else {
                    throw BadInput("END:\(name) closes nothing", line: number)
                }
                guard closed.name == name else {
                    throw BadInput("END:\(name) where the \(closed.name) of line \(closed.line) is open", line: number)
                }
                if open.isEmpty { complete.append(closed) } else { open[open.count - 1].children.append(closed) }
            case .property(let property) where !open.isEmpty: open[open.count - 1].properties.append(property)
            case .other where !open.isEmpty: break
            case .broken where !open.isEmpty:
                if open[open.count - 1].brokenLine == nil { open[open.count - 1].brokenLine = number }
            case .property, .other, .broken:
                throw BadInput("expected BEGIN:VCALENDAR; is this an iCalendar file?", line: number)
            }
        }
        if let unfinished = open.last {
            throw BadInput("the \(unfinished.name) that begins here has no END", line: unfinished.line)
        }
        guard !complete.isEmpty else { throw BadInput("is empty; expected BEGIN:VCALENDAR", line: 1) }
        return complete
    }
}
