/// A content line's bytes with its folds undone (RFC 5545 §3.1).
struct UnfoldedLine {
    /// Its first physical line, counted from 1.
    let line: Int
    let bytes: [UInt8]
}

/// Takes the physical lines of a file one after the other and joins what was folded.
struct LineUnfolder {
    private static let longestLine = 75

    private let bytes: [UInt8]
    private var position: Int
    private var line = 0
    private var bareLineFeeds = (count: 0, first: 0)
    private var lacksLastEnd = false

    init(_ bytes: [UInt8], _ findings: inout Findings) {
        self.bytes = bytes
        position = 0
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        position = 3
        findings.error(1, .bytes, "the file begins with a byte order mark; write UTF-8 without one")
    }

    /// The next content line that is not empty; nil at the end, when what concerns all lines has been told.
    mutating func next(_ findings: inout Findings) -> UnfoldedLine? {
        while position < bytes.count {
            let physical = nextPhysicalLine(&findings)
            let first = line
            guard beginsWithBlank || !physical.isEmpty else {
                findings.error(line, .bytes, "the line is empty; leave it out")
                continue
            }
            var joined = Array(bytes[physical])
            while beginsWithBlank {
                let continuation = nextPhysicalLine(&findings).dropFirst()
                if let byte = continuation.first.map({ bytes[$0] }), byte & 0xC0 == 0x80 {
                    findings.error(line, .bytes, "the fold lies inside a UTF-8 character; fold between characters")
                }
                joined += bytes[continuation]
            }
            return UnfoldedLine(line: first, bytes: joined)
        }
        tellOfEnds(&findings)
        return nil
    }

    private var beginsWithBlank: Bool {
        position < bytes.count && (bytes[position] == 0x20 || bytes[position] == 0x09)
    }

    /// The indices of the bytes of the next line, without what ends it.
    private mutating func nextPhysicalLine(_ findings: inout Findings) -> Range<Int> {
        let start = position
        line += 1
        var controls = 0
        while position < bytes.count, bytes[position] != 0x0A {
            let byte = bytes[position]
            if byte < 0x20, byte != 0x09 { controls += 1 }
            if byte == 0x7F { controls += 1 }
            position += 1
        }
        var end = position
        if position == bytes.count {
            lacksLastEnd = true
        } else {
            position += 1
            if end > start, bytes[end - 1] == 0x0D {
                end -= 1
                controls -= 1
            } else {
                if bareLineFeeds.count == 0 { bareLineFeeds.first = line }
                bareLineFeeds.count += 1
            }
        }
        if controls > 0 {
            findings.error(line, .text, "the line holds \(controls) control character(s); leave them out")
        }
        if end - start > Self.longestLine {
            findings.error(
                line, .bytes,
                "the line has \(end - start) octets; fold it so that none has more than \(Self.longestLine)"
            )
        }
        return start..<end
    }

    private mutating func tellOfEnds(_ findings: inout Findings) {
        if lacksLastEnd { findings.error(line, .bytes, "the last line has no end; end it with CRLF") }
        if bareLineFeeds.count > 0 {
            findings.error(
                bareLineFeeds.first, .bytes,
                "\(bareLineFeeds.count) line(s) from here on end with LF alone; end every line with CRLF")
        }
    }
}
