extension LocalDateTime: TextCodable {
    static let expectation = "a local time such as 2027-01-05T17:00:00"

    /// Reads `2027-01-05T17:00` or `2027-01-05T17:00:30`.
    public init?(iso text: String) {
        var scanner = TextScanner(text)
        guard let date = LocalDate(scanning: &scanner), scanner.consume("T"),
            let time = LocalTime(scanning: &scanner, seconds: .optional),
            scanner.isAtEnd
        else { return nil }
        self.init(date: date, time: time)
    }

    init?(text: String) {
        self.init(iso: text)
    }

    /// ISO 8601 extended, always with seconds: `2027-01-05T17:00:00`.
    public var description: String {
        String.ascii { write(to: &$0) }
    }

    /// ISO 8601 basic, RFC 5545's DATE-TIME form 1: `20270105T170000`.
    public var basic: String {
        String.ascii { writeBasic(to: &$0) }
    }

    func write(to writer: inout AsciiWriter) {
        date.write(to: &writer)
        writer.append("T")
        time.write(to: &writer, withSeconds: true)
    }

    func writeBasic(to writer: inout AsciiWriter) {
        date.writeBasic(to: &writer)
        writer.append("T")
        time.writeBasic(to: &writer)
    }
}
