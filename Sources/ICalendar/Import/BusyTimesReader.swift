import Mentoring
public import MentoringService

/// Reads when somebody is busy from a calendar of up to 32 MiB, piece by piece, in bounded memory.
public struct BusyTimesReader {
    /// The most bytes that a calendar may have: 32 MiB.
    public static let limit = 32 << 20

    private let names: ForeignNames
    private var lines: UnfoldedLines
    private var components: ForeignComponentReader
    private var entries: BusyEntries
    private var size = 0

    init(_ reading: ForeignReading) throws {
        let names = ForeignNames.ofBusyTimes(of: reading.terms.people)
        self.names = names
        lines = UnfoldedLines(limit: ForeignComponent.byteLimit) { names.read($0) }
        components = ForeignComponentReader(names: names, keeping: .entries)
        entries = try BusyEntries(reading)
    }

    /// Takes the next bytes of the file.
    /// - Throws: `BadInput`, with the line unless the file is too large.
    public mutating func take(_ bytes: [UInt8]) throws {
        size += bytes.count
        guard size <= Self.limit else {
            throw BadInput("has more than \(Self.limit) bytes, the most that is read of a calendar")
        }
        lines.take(bytes)
        while let line = lines.next() { try take(line) }
    }

    /// What was found, once no more bytes come; the times are in no order.
    /// - Throws: `BadInput` with the line.
    public mutating func findings() throws -> BusyFindings {
        if let line = lines.last() { try take(line) }
        try components.finish()
        return try entries.findings()
    }

    private mutating func take(_ line: UnfoldedLines.Line) throws {
        if let entry = try components.take(line.bytes, line: line.number) { try entries.take(entry) }
    }
}
