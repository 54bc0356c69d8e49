public import Mentoring

/// Reads JSON (RFC 8259) in one pass, and stops where it goes beyond its limits: nothing is read twice, and nothing before it
/// is known to be within them.
///
/// It is strict: UTF-8 only, each name of an object once, no lone half of a surrogate pair, no number that is not one here.
struct JSONReader {
    private let bytes: [UInt8]
    private let limits: JSONLimits
    private var position = 0
    private var depth = 0
    private var values = 0

    init(_ bytes: [UInt8], within limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The one value that the bytes are.
    package mutating func document() throws(BadInput) -> JSONValue {
        let value = try value()
        try end()
        return value
    }

    /// The one object that the bytes are; each of its names is looked at before what belongs to it is read.
    package mutating func object(checking check: (String) throws(BadInput) -> Void) throws(BadInput) -> [String:
        JSONValue]
    {
        guard try next() == UInt8(ascii: "{") else { throw wrong("it is not an object") }
        let members = try members(checking: check)
        try end()
        return members
    }

    private mutating func end() throws(BadInput) {
        skipBlanks()
        guard position == bytes.count else { throw wrong("something follows its end") }
    }

    private mutating func value() throws(BadInput) -> JSONValue {
        values += 1
        guard values <= limits.values else { throw BadInput("it holds more than \(limits.values) values") }
        switch try next() {
        case UInt8(ascii: "{"): return .object(try members { (_) throws(BadInput) in })
        case UInt8(ascii: "["): return .list(try elements())
        case UInt8(ascii: "\""): return .text(try text(atMost: .max))
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func members(checking check: (String) throws(BadInput) -> Void) throws(BadInput)
        -> [String: JSONValue]
    {
        try open()
        var members: [String: JSONValue] = [:]
        if try closes(with: "}") { return members }
        repeat {
            guard try next() == UInt8(ascii: "\"") else { throw wrong("a name is expected") }
            let name = try text(atMost: limits.nameBytes)
            try check(name)
            guard members[name] == nil else { throw BadInput("it has \(OneLine.shown(name)) twice") }
            guard try next() == UInt8(ascii: ":") else { throw wrong("a colon is expected") }
            position += 1
            members[name] = try value()
        } while try goesOn(until: "}")
        return members
    }

    private mutating func elements() throws(BadInput) -> [JSONValue] {
        try open()
        var elements: [JSONValue] = []
        if try closes(with: "]") { return elements }
        repeat { elements.append(try value()) } while try goesOn(until: "]")
        return elements
    }

    private mutating func open() throws(BadInput) {
        position += 1
        depth += 1
        guard depth <= limits.depth else { throw BadInput("it is nested more than \(limits.depth) deep") }
    }

    private mutating func closes(with end: Unicode.Scalar) throws(BadInput) -> Bool {
        guard try next() == UInt8(ascii: end) else { return false }
        position += 1
        depth -= 1
        return true
    }

    private mutating func goesOn(until end: Unicode.Scalar) throws(BadInput) -> Bool {
        if try closes(with: end) { return false }
        guard bytes[position] == UInt8(ascii: ",") else { throw wrong("a comma is expected") }
        position += 1
        return true
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(BadInput) -> JSONValue {
        let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard isThere else { throw wrong("a value is expected") }
        position += word.utf8CodeUnitCount
        return value
    }

    /// The first byte that is no blank, without taking it.
    private mutating func next() throws(BadInput) -> UInt8 {
        skipBlanks()
        guard position < bytes.count else { throw BadInput("it breaks off") }
        return bytes[position]
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private func wrong(_ reason: String) -> BadInput { BadInput("\(reason), at byte \(position + 1)") }
}

// Numbers.
extension JSONReader {
    private mutating func number() throws(BadInput) -> JSONValue {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        try digits()
        guard bytes[firstDigit] != UInt8(ascii: "0") || position == firstDigit + 1 else {
            throw wrong("a number begins with 0")
        }
        if peek == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            position += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        guard position - start <= limits.digits else { throw longNumber }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if let number = Int(text) { return .number(number) }
        guard let decimal = Double(text), decimal.isFinite else { throw wrong("the number \(text) is too large") }
        // What is whole is a whole number, however it is written.
        return Int(exactly: decimal).map(JSONValue.number) ?? .decimal(decimal)
    }

    private mutating func digits() throws(BadInput) {
        let start = position
        while let byte = peek, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
            position += 1
            guard position - start <= limits.digits else { throw longNumber }
        }
        guard position > start else { throw wrong("a value is expected") }
    }

    private var longNumber: BadInput { wrong("a number has more than \(limits.digits) characters") }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
}

// Texts.
extension JSONReader {
    private mutating func text(atMost most: Int) throws(BadInput) -> String {
        position += 1
        let start = position
        var octets: [UInt8] = []
        var copied = start
        while true {
            guard position < bytes.count else { throw BadInput("it breaks off") }
            guard position - start <= most else { throw wrong("a name has more than \(most) bytes") }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                octets += bytes[copied..<position]
                position += 1
                guard let text = String(validating: octets, as: UTF8.self) else { throw BadInput("it is not in UTF-8") }
                return text
            case UInt8(ascii: "\\"):
                if copied < position { octets += bytes[copied..<position] }
                let scalar = try escaped()
                if scalar.isASCII {
                    octets.append(UInt8(ascii: scalar))
                } else {
                    octets += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                }
                copied = position
            case ..<0x20: throw wrong("a control character stands in a text")
            default: position += 1
            }
        }
    }

    private mutating func escaped() throws(BadInput) -> Unicode.Scalar {
        position += 1
        guard let byte = peek else { throw BadInput("it breaks off") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedUnit()
        default: throw wrong("there is no such escape")
        }
    }

    private mutating func escapedUnit() throws(BadInput) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // Half of a pair: the other has to follow (RFC 8259 §7).
        guard 0xD800..<0xDC00 ~= unit, bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            throw wrong("half of a surrogate pair stands alone")
        }
        position += 2
        let low = try hexadecimal()
        guard 0xDC00..<0xE000 ~= low,
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10 | UInt32(low - 0xDC00)))
        else { throw wrong("half of a surrogate pair stands alone") }
        return scalar
    }

    private mutating func hexadecimal() throws(BadInput) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = peek?.hexDigit else { throw wrong("four hexadecimal digits are expected") }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}

extension JSONValue {
    /// What bytes say.
    /// - Throws: `BadInput` that says what is wrong with them, for a sentence that begins with what they are.
    public init(_ bytes: [UInt8], within limits: JSONLimits) throws(BadInput) {
        var reader = JSONReader(bytes, within: limits)
        self = try reader.document()
    }

    /// Reads the members of the object that bytes are.
    ///
    /// A name that is not taken is found by `check` before anything more is read.
    /// - Throws: `BadInput` as `init`, and what `check` throws.
    public static func members(
        of bytes: [UInt8], within limits: JSONLimits, checking check: (String) throws(BadInput) -> Void
    ) throws(BadInput) -> [String: JSONValue] {
        var reader = JSONReader(bytes, within: limits)
        return try reader.object(checking: check)
    }
}
