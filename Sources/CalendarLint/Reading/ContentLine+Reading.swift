extension ContentLine {
    /// More than any invitation's: groups of a few hundred members.
    private static let mostParameterValues = 1000

    /// Reads `name *(";" param) ":" value`; nil, and a finding, when the line is not of that form.
    init?(_ unfolded: UnfoldedLine, _ findings: inout Findings) {
        let bytes = unfolded.bytes
        if String(validating: bytes, as: UTF8.self) == nil {
            findings.error(unfolded.line, .bytes, "the line is not UTF-8; write the file in UTF-8")
        }
        var scanner = ContentLineScanner(bytes)
        let name = scanner.name()
        var parameters: [Parameter] = []
        var valuesLeft = Self.mostParameterValues
        do throws(ContentLineScanner.Malformed) {
            guard !name.isEmpty else { throw .init(reason: "does not begin with a property's name") }
            while scanner.consume(UInt8(ascii: ";")) {
                let parameter = scanner.name()
                guard !parameter.isEmpty, scanner.consume(UInt8(ascii: "=")) else {
                    throw .init(reason: "has a parameter that is not NAME=VALUE")
                }
                var values: [String] = []
                repeat {
                    valuesLeft -= 1
                    guard valuesLeft >= 0 else {
                        throw .init(reason: "has more than \(Self.mostParameterValues) parameter values")
                    }
                    values.append(try scanner.parameterValue())
                } while scanner.consume(UInt8(ascii: ","))
                parameters.append(Parameter(name: parameter, value: values[0], others: Array(values.dropFirst())))
            }
            guard scanner.consume(UInt8(ascii: ":")) else {
                throw .init(
                    reason: parameters.isEmpty && bytes.contains(UInt8(ascii: ":"))
                        ? "has more than letters, digits and “-” in its name" : "has no colon before its value")
            }
        } catch {
            let start = String(decoding: bytes.prefix(240), as: UTF8.self).quoted
            findings.error(unfolded.line, .text, "\(start) \(error.reason); write NAME;PARAMETER=VALUE:VALUE")
            return nil
        }
        if scanner.hasStrayCarets {
            findings.warning(
                unfolded.line, .text, "a parameter value holds a “^” that is no escape; write it as ^^ (RFC 6868)")
        }
        self.init(line: unfolded.line, name: name, parameters: parameters, value: scanner.rest)
    }
}

/// Reads one content line from left to right.
private struct ContentLineScanner {
    struct Malformed: Error {
        let reason: String
    }

    private let bytes: [UInt8]
    private var position = 0
    private(set) var hasStrayCarets = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func consume(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Letters, digits and hyphens, in capitals; perhaps empty.
    mutating func name() -> String {
        let start = position
        while let byte = next, Self.isNameByte(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self).asciiUppercased
    }

    /// A parameter's value, quoted or not, with RFC 6868's escapes undone.
    mutating func parameterValue() throws(Malformed) -> String {
        if consume(UInt8(ascii: "\"")) {
            let value = decoded { $0 != UInt8(ascii: "\"") }
            guard consume(UInt8(ascii: "\"")) else { throw .init(reason: "has a quotation mark that is not closed") }
            return value
        }
        let value = decoded {
            ![UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "\"")].contains($0)
        }
        guard next != UInt8(ascii: "\"") else {
            throw .init(reason: "has a quotation mark inside a parameter value, where ^' stands for it")
        }
        return value
    }

    /// All that is left.
    var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

    private mutating func decoded(while isPart: (UInt8) -> Bool) -> String {
        var value: [UInt8] = []
        while let byte = next, isPart(byte) {
            position += 1
            guard byte == UInt8(ascii: "^") else {
                value.append(byte)
                continue
            }
            switch next {
            case UInt8(ascii: "n"): value.append(0x0A)
            case UInt8(ascii: "'"): value.append(UInt8(ascii: "\""))
            case UInt8(ascii: "^"): value.append(UInt8(ascii: "^"))
            default:
                hasStrayCarets = true
                value.append(byte)
                continue
            }
            position += 1
        }
        return String(decoding: value, as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "A"..."Z", "a"..."z", "0"..."9", "-": true
        default: false
        }
    }
}
