/// A component as a strict reader of RFC 5545 sees it: independent of libical and of the writer under test.
struct ParsedComponent {
    var name: String
    var properties: [ParsedProperty] = []
    var children: [ParsedComponent] = []

    func all(_ name: String) -> [ParsedProperty] { properties.filter { $0.name == name } }
    func first(_ name: String) -> ParsedProperty? { all(name).first }
    func children(_ name: String) -> [ParsedComponent] { children.filter { $0.name == name } }

    /// This component and all below it.
    var tree: [ParsedComponent] { [self] + children.flatMap(\.tree) }
}

struct ParsedProperty {
    var name: String
    var parameters: [String: String]
    var value: String

    /// The value as RFC 5545 §3.3.11 unescapes TEXT.
    var text: String {
        var text = String.UnicodeScalarView()
        var escaped = false
        for scalar in value.unicodeScalars {
            if escaped {
                text.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                escaped = false
            } else if scalar == "\\" {
                escaped = true
            } else {
                text.append(scalar)
            }
        }
        return String(text)
    }
}

struct SyntaxError: Error { var line: String }

enum ParsedCalendar {
    /// Reads bytes that must obey rules 1 and 2 of the calendar contract to the letter.
    static func read(_ bytes: [UInt8]) throws -> ParsedComponent {
        guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\r\n") else {
            throw SyntaxError(line: "not UTF-8, or the last line has no end")
        }
        var open = [ParsedComponent(name: "")]
        for line in try unfolded(bytes) {
            let property = try property(line)
            switch property.name {
            case "BEGIN": open.append(ParsedComponent(name: property.value))
            case "END":
                let closed = open.removeLast()
                guard closed.name == property.value, !open.isEmpty else { throw SyntaxError(line: line) }
                open[open.count - 1].children.append(closed)
            default: open[open.count - 1].properties.append(property)
            }
        }
        guard open.count == 1, open[0].children.count == 1, open[0].properties.isEmpty else {
            throw SyntaxError(line: "expected exactly one VCALENDAR")
        }
        return open[0].children[0]
    }

    /// The physical lines without their CRLF.
    static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map {
            $0.last == 0x0D ? $0.dropLast() : $0
        }
    }

    private static func unfolded(_ bytes: [UInt8]) throws -> [String] {
        var logical: [String] = []
        for line in lines(bytes) {
            // Each physical line on its own must be UTF-8: a fold never splits a sequence.
            guard line.count <= 75, let text = String(validating: line, as: UTF8.self),
                text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
            else { throw SyntaxError(line: String(decoding: line, as: UTF8.self)) }
            if text.unicodeScalars.first == " " {
                guard !logical.isEmpty else { throw SyntaxError(line: text) }
                logical[logical.count - 1].unicodeScalars.append(contentsOf: text.unicodeScalars.dropFirst())
            } else {
                logical.append(text)
            }
        }
        return logical
    }

    private static func property(_ line: String) throws -> ParsedProperty {
        var pieces: [String.UnicodeScalarView] = [.init()]
        var quoted = false
        var rest = line.unicodeScalars[...]
        while let scalar = rest.first, quoted || scalar != ":" {
            if scalar == "\"" {
                quoted.toggle()
            } else if scalar == ";", !quoted {
                pieces.append(.init())
            } else {
                pieces[pieces.count - 1].append(scalar)
            }
            rest.removeFirst()
        }
        guard rest.first == ":", !quoted else { throw SyntaxError(line: line) }
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { throw SyntaxError(line: line) }
            parameters[String(piece[..<equals])] = decoded(piece[piece.index(after: equals)...])
        }
        return ParsedProperty(name: String(pieces[0]), parameters: parameters, value: String(rest.dropFirst()))
    }

    /// RFC 6868 §3.1.
    private static func decoded(_ value: Substring.UnicodeScalarView) -> String {
        var decoded = String.UnicodeScalarView()
        var caret = false
        for scalar in value {
            if caret {
                decoded.append(
                    contentsOf: scalar == "n" ? ["\n"] : scalar == "'" ? ["\""] : scalar == "^" ? ["^"] : ["^", scalar])
                caret = false
            } else if scalar == "^" {
                caret = true
            } else {
                decoded.append(scalar)
            }
        }
        return String(decoded)
    }
}
