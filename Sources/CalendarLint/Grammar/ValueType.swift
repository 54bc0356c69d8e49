/// The value types of RFC 5545 §3.3.
enum ValueType: String, CaseIterable {
    case binary = "BINARY"
    case boolean = "BOOLEAN"
    case calendarAddress = "CAL-ADDRESS"
    case date = "DATE"
    case dateTime = "DATE-TIME"
    case duration = "DURATION"
    case float = "FLOAT"
    case integer = "INTEGER"
    case period = "PERIOD"
    case recurrence = "RECUR"
    case text = "TEXT"
    case time = "TIME"
    case uri = "URI"
    case utcOffset = "UTC-OFFSET"

    /// Where the type is defined.
    var section: String { "RFC 5545 §3.3.\((Self.allCases.firstIndex(of: self) ?? 0) + 1)" }

    /// A value to write instead of a wrong one.
    var example: String {
        switch self {
        case .binary: "base64 such as TWVyaWRpYW4="
        case .boolean: "TRUE or FALSE"
        case .calendarAddress: "an address with its scheme such as mailto:ada@example.org"
        case .date: "one such as 20270105"
        case .dateTime: "one such as 20270105T170000Z"
        case .duration: "one such as PT1H30M, or -PT15M for what comes before"
        case .float: "a number such as 48.85"
        case .integer: "a whole number from -2147483648 to 2147483647"
        case .period:
            "one such as 20270105T170000Z/PT1H or 20270105T170000Z/20270105T180000Z, which ends after it begins"
        case .recurrence: "one such as FREQ=WEEKLY;BYDAY=TU"
        case .text: "text"
        case .time: "one such as 170000"
        case .uri: "an address with its scheme such as https://example.org/"
        case .utcOffset: "one such as +0530; zero is +0000"
        }
    }

    /// Whether a text is a value of the type; recurrence rules are read by `RecurrenceRule`.
    func holds(_ text: Substring) -> Bool {
        switch self {
        case .binary: Self.isBase64(text)
        case .boolean: ["TRUE", "FALSE"].contains(text.asciiUppercased)
        case .calendarAddress: Self.isURI(text) && Self.isWholeMailAddress(text)
        case .date: if case .date = TimeValue(text) { true } else { false }
        case .dateTime:
            switch TimeValue(text) {
            case .local, .utc: true
            case .date, nil: false
            }
        case .duration: CalendarDuration(text) != nil
        case .float: Self.isFloat(text)
        case .integer: Int32(text) != nil
        case .period: CalendarPeriod(text) != nil
        case .recurrence, .text: true
        case .time: Self.isTime(text)
        case .uri: Self.isURI(text)
        case .utcOffset: ContentLine.utcOffset(of: text) != nil
        }
    }

    private static func isBase64(_ text: Substring) -> Bool {
        let bytes = text.utf8
        let body = bytes.prefix { Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
        let padding = bytes.dropFirst(body.count)
        return bytes.count % 4 == 0 && padding.count <= 2 && padding.allSatisfy { $0 == UInt8(ascii: "=") }
    }

    /// `scheme:rest`, without blanks (RFC 3986 §3.1).
    private static func isURI(_ text: Substring) -> Bool {
        let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
        let rest = text.utf8[scheme.endIndex...].dropFirst()
        guard let first = scheme.first, isLetterOrDigit(first), !isDigit(first), !rest.isEmpty else { return false }
        return scheme.allSatisfy { isLetterOrDigit($0) || "+-.".utf8.contains($0) }
            && !rest.contains { $0 <= 0x20 || $0 == 0x7F }
    }

    /// Whether what begins with `mailto:` names somebody somewhere.
    private static func isWholeMailAddress(_ text: Substring) -> Bool {
        guard text.utf8.prefix(7).elementsEqual("MAILTO:".utf8, by: { $0 & 0xDF == $1 & 0xDF }) else { return true }
        let address = Substring(text.utf8.dropFirst(7).prefix { $0 != UInt8(ascii: "?") })
        return address.utf8.contains(UInt8(ascii: "@"))
            && address.parts(between: "@").allSatisfy { !$0.isEmpty }
    }

    private static func isFloat(_ text: Substring) -> Bool {
        let isSigned = text.utf8.first == UInt8(ascii: "+") || text.utf8.first == UInt8(ascii: "-")
        let parts = Array((isSigned ? text.dropFirst() : text).parts(between: ".").prefix(3))
        return parts.count < 3 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
    }

    private static func isTime(_ text: Substring) -> Bool {
        let digits = text.hasSuffix("Z") ? text.dropLast() : text
        guard digits.utf8.count == 6 else { return false }
        return TimeValue("20000101T\(digits)") != nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
