extension LocalTime: TextCodable {
    static let expectation = "a time such as 17:00"

    enum Seconds {
        case required, optional
    }

    /// Reads `17:00` or `17:00:30`, strictly: two digits each.
    public init?(iso text: String) {
        var scanner = TextScanner(text)
        self.init(scanning: &scanner, seconds: .optional)
        guard scanner.isAtEnd else { return nil }
    }

    init?(text: String) {
        self.init(iso: text)
    }

    init?(scanning scanner: inout TextScanner, seconds: Seconds) {
        guard let hour = scanner.digits(2), scanner.consume(":"), let minute = scanner.digits(2) else { return nil }
        guard scanner.consume(":") else {
            guard seconds == .optional else { return nil }
            self.init(hour: hour, minute: minute)
            return
        }
        guard let second = scanner.digits(2) else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }

    /// ISO 8601: `17:00`, and `17:00:30` where there are seconds.
    public var description: String {
        String.ascii { write(to: &$0, withSeconds: second != 0) }
    }

    func write(to writer: inout AsciiWriter, withSeconds: Bool) {
        writer.append(hour, digits: 2)
        writer.append(":")
        writer.append(minute, digits: 2)
        guard withSeconds else { return }
        writer.append(":")
        writer.append(second, digits: 2)
    }

    func writeBasic(to writer: inout AsciiWriter) {
        writer.append(hour, digits: 2)
        writer.append(minute, digits: 2)
        writer.append(second, digits: 2)
    }
}
