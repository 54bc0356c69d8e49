/// How far a wall clock is ahead of UTC: positive east of Greenwich, less than 26 hours either way (RFC 9636 §3.2).
public struct UTCOffset: Hashable, Sendable {
    /// Seconds to add to UTC to get the local time.
    public var seconds: Int { Int(storage) }

    private let storage: Int32

    /// The given offset; nil if it is 26 hours or more, either way.
    public init?(seconds: Int) {
        guard seconds > -26 * 3600, seconds < 26 * 3600 else { return nil }
        self.init(checked: Int32(seconds))
    }

    /// - Parameter seconds: less than 26 hours either way, which the caller has made sure of.
    init(checked seconds: Int32) {
        storage = seconds
    }

    /// UTC itself.
    public static let zero = UTCOffset(checked: 0)
}

extension UTCOffset: Comparable {
    /// Whether the first is further west.
    public static func < (first: UTCOffset, second: UTCOffset) -> Bool {
        first.seconds < second.seconds
    }
}

extension UTCOffset: TextCodable {
    static let expectation = "an offset from UTC such as +05:30"

    /// Reads `+05:30`, `-00:44:30` or `Z`.
    public init?(iso text: String) {
        var scanner = TextScanner(text)
        guard let mark = scanner.consume(anyOf: "+", "-", "Z") else { return nil }
        var seconds = 0
        if mark != "Z" {
            guard let hours = scanner.digits(2), scanner.consume(":"),
                let minutes = scanner.digits(2), minutes < 60
            else { return nil }
            seconds = hours * 3600 + minutes * 60
            if scanner.consume(":") {
                guard let rest = scanner.digits(2), rest < 60 else { return nil }
                seconds += rest
            }
        }
        guard scanner.isAtEnd else { return nil }
        self.init(seconds: mark == "-" ? -seconds : seconds)
    }

    init?(text: String) {
        self.init(iso: text)
    }

    /// ISO 8601 extended: `+05:30`, `+00:00` for UTC, `-00:44:30` where there are seconds.
    public var description: String {
        String.ascii { write(to: &$0, separator: ":") }
    }

    /// RFC 5545 §3.3.14: `+0530`, `-004430` where there are seconds.
    public var basic: String {
        String.ascii { write(to: &$0, separator: nil) }
    }

    private func write(to writer: inout AsciiWriter, separator: Unicode.Scalar?) {
        let magnitude = abs(seconds)
        writer.append(seconds < 0 ? "-" : "+")
        writer.append(magnitude / 3600, digits: 2)
        if let separator { writer.append(separator) }
        writer.append(magnitude / 60 % 60, digits: 2)
        guard magnitude % 60 != 0 else { return }
        if let separator { writer.append(separator) }
        writer.append(magnitude % 60, digits: 2)
    }
}
