import Mentoring

/// A component of another program's calendar, with what is looked at of it.
struct ForeignComponent: Sendable {
    /// In capital letters, such as `VEVENT`.
    let name: String
    /// The line of its BEGIN.
    let line: Int
    /// The line of the VCALENDAR around it, whose time zones are its own; 0 where there is none.
    let calendar: Int
    var properties: [ForeignProperty] = []
    var children: [ForeignComponent] = []
    /// The first line in it that is no content line, so that nobody can tell what it was meant to say.
    var brokenLine: Int?
    /// Whether the calendar around it takes back what is in it (METHOD:CANCEL, RFC 5546 §3.2.5).
    var isTakenBack = false
    /// How many bytes of the file are kept in it.
    var size = 0

    /// A component that has just begun.
    init(name: String, line: Int, calendar: Int) {
        self.name = name
        self.line = line
        self.calendar = calendar
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
    /// Whether it certainly takes none of its owner's time.
    let takesNoTime: Bool

    init(_ reason: String, takesNoTime: Bool = false) {
        self.reason = reason
        self.takesNoTime = takesNoTime
    }

    /// What somebody else wrote, short and safe to print.
    static func quoted(_ text: String) -> String {
        "“" + OneLine.shown(text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(60)) + "…" : text) + "”"
    }
}

extension ForeignComponent {
    /// The most bytes that a calendar may have which is kept as a whole: 1 MiB.
    static let byteLimit = 1 << 20
    /// How deep components may lie within each other.
    static let depthLimit = 16
    /// The most components in a file that is kept as a whole, at any depth.
    static let countLimit = 10_000

    /// Reads the outermost components of a file, usually one VCALENDAR, with their properties of these names.
    ///
    /// - Throws: `BadInput` with the line: more than the limits allow, no UTF-8, a NUL, components that do not nest, or
    ///   none at all. A single line that makes no sense is only marked in its component.
    static func read(_ bytes: [UInt8], names: ForeignNames = .ofTimes) throws(BadInput) -> [ForeignComponent] {
        guard bytes.count <= byteLimit else {
            throw BadInput("has more than \(byteLimit) bytes, the most that is read of a calendar")
        }
        var complete: [ForeignComponent] = []
        var reader = ForeignComponentReader(names: names)
        var lines = UnfoldedLines(limit: byteLimit)
        lines.take(bytes)
        while let (number, bytes) = lines.next() ?? lines.last() {
            if let root = try reader.take(bytes, line: number) { complete.append(root) }
        }
        try reader.finish()
        return complete
    }
}
