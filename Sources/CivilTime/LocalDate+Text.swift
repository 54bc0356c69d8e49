extension LocalDate: TextCodable {
    static let expectation = "a date such as 2027-01-05"

    /// Reads `2027-01-05`, strictly: four, two and two digits, and a day that exists.
    public init?(iso text: String) {
        var scanner = TextScanner(text)
        self.init(scanning: &scanner)
        guard scanner.isAtEnd else { return nil }
    }

    init?(text: String) {
        self.init(iso: text)
    }

    init?(scanning scanner: inout TextScanner) {
        guard let year = scanner.digits(4), scanner.consume("-"),
            let month = scanner.digits(2), scanner.consume("-"),
            let day = scanner.digits(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// ISO 8601 extended: `2027-01-05`.
    public var description: String {
        String.ascii { write(to: &$0) }
    }

    /// ISO 8601 basic, RFC 5545's DATE: `20270105`.
    public var basic: String {
        String.ascii { writeBasic(to: &$0) }
    }

    func write(to writer: inout AsciiWriter) {
        let (year, month, day) = yearMonthDay
        writer.append(year, digits: 4)
        writer.append("-")
        writer.append(month, digits: 2)
        writer.append("-")
        writer.append(day, digits: 2)
    }

    func writeBasic(to writer: inout AsciiWriter) {
        let (year, month, day) = yearMonthDay
        writer.append(year, digits: 4)
        writer.append(month, digits: 2)
        writer.append(day, digits: 2)
    }
}
