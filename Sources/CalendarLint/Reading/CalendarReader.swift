/// Reads the calendars of a file strictly, and says of each line that is wrong which one it is.
enum CalendarReader {
    private static let deepest = 16
    private static let mostContentLines = 250_000

    /// The VCALENDARs of the file; one that is not ended counts as ended by the end of the file.
    static func calendars(in bytes: [UInt8], _ findings: inout Findings) throws(NotACalendar) -> [CalendarComponent] {
        guard bytes.count <= CalendarLint.mostBytes else {
            throw NotACalendar(
                line: 1, message: "the file has more than \(CalendarLint.mostBytes) bytes; lint its events in parts")
        }
        var lines = LineUnfolder(bytes, &findings)
        var calendars: [CalendarComponent] = []
        var open: [CalendarComponent] = []
        var count = 0
        while let unfolded = lines.next(&findings) {
            count += 1
            guard count <= mostContentLines else {
                throw NotACalendar(
                    line: unfolded.line,
                    message: "the file has more than \(mostContentLines) content lines; lint its events in parts")
            }
            if count == 1 {
                try requireBeginning(unfolded)
            }
            guard let line = ContentLine(unfolded, &findings) else { continue }
            switch line.name {
            case "BEGIN":
                guard open.count < deepest else {
                    throw NotACalendar(line: line.line, message: "components are nested more than \(deepest) deep")
                }
                open.append(CalendarComponent(kind: line.value.asciiUppercased, line: line.line))
            case "END":
                end(line, &open, &calendars, &findings)
            default:
                if open.isEmpty {
                    findings.error(
                        line.line, .bytes, "\(line.name.quoted) stands outside BEGIN:VCALENDAR; move it inside")
                } else {
                    open[open.count - 1].properties.append(line)
                }
            }
        }
        guard count > 0 else { throw beginning(line: 1, found: "") }
        while let last = open.last { close(&open, &calendars, isEnded: false, last, &findings) }
        return calendars
    }

    private static func requireBeginning(_ first: UnfoldedLine) throws(NotACalendar) {
        let text = String(decoding: first.bytes.prefix(240), as: UTF8.self)
        guard text.asciiUppercased == "BEGIN:VCALENDAR" else { throw beginning(line: first.line, found: text) }
    }

    private static func beginning(line: Int, found text: String) -> NotACalendar {
        NotACalendar(
            line: line,
            message: text.isEmpty
                ? "the file is empty; an iCalendar file begins with BEGIN:VCALENDAR"
                : "the file begins with \(text.quoted); an iCalendar file begins with BEGIN:VCALENDAR")
    }

    private static func end(
        _ line: ContentLine, _ open: inout [CalendarComponent], _ calendars: inout [CalendarComponent],
        _ findings: inout Findings
    ) {
        let kind = line.value.asciiUppercased
        guard open.contains(where: { $0.kind == kind }) else {
            findings.error(
                line.line, .bytes, "\("END:\(kind)".quoted) ends nothing that was begun; leave it out")
            return
        }
        while let last = open.last {
            close(&open, &calendars, isEnded: last.kind == kind, last, &findings)
            guard last.kind != kind else { return }
        }
    }

    private static func close(
        _ open: inout [CalendarComponent], _ calendars: inout [CalendarComponent], isEnded: Bool,
        _ last: CalendarComponent, _ findings: inout Findings
    ) {
        open.removeLast()
        if !isEnded {
            findings.error(last.line, .bytes, "\("BEGIN:\(last.kind)".quoted) is never ended; add its END")
        }
        if !open.isEmpty {
            open[open.count - 1].children.append(last)
        } else if last.kind == "VCALENDAR" {
            calendars.append(last)
        } else {
            findings.error(last.line, .bytes, "\(last.kind.quoted) stands outside BEGIN:VCALENDAR; move it inside")
        }
    }
}
