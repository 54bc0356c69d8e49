import CalendarLint
import Testing

/// A restriction of an RFC: an example that breaks it, and its neighbour that does not.
struct Restriction: Sendable, CustomTestStringConvertible {
    /// Where the lines stand.
    enum Place: Sendable {
        /// In the clean feed's event.
        case event
        /// In a VALARM of it.
        case alarm
        /// In the clean feed beside its event.
        case feed
        /// In place of the event's times in the clean feed.
        case times
        /// In a VTODO, VJOURNAL or VFREEBUSY that has a UID and a DTSTAMP.
        case item(String)
        /// As a whole file.
        case file
    }

    /// The number of the rule that tells of it.
    let rule: Int
    /// What the message names as its source.
    let section: String
    let place: Place
    let bad: String
    let good: String

    init(_ rule: Int, _ section: String, _ place: Place, _ bad: String, _ good: String) {
        self.rule = rule
        self.section = section
        self.place = place
        self.bad = bad
        self.good = good
    }

    var testDescription: String { "\(section): \(bad.suffix(60))" }

    /// A file with lines in their place.
    func file(_ lines: String) -> String {
        switch place {
        case .event: Samples.feed.replacing("SUMMARY:", with: lines + "\nSUMMARY:")
        case .alarm: Samples.feed.replacing("END:VEVENT", with: "BEGIN:VALARM\n\(lines)\nEND:VALARM\nEND:VEVENT")
        case .feed: Samples.feed.replacing("BEGIN:VEVENT", with: lines + "\nBEGIN:VEVENT")
        case .times:
            Samples.feed.replacing(
                "DTSTART;TZID=Europe/Warsaw:20270121T170000\nDTEND;TZID=Europe/Warsaw:20270121T180000", with: lines)
        case .item(let kind):
            Samples.feed.replacing(
                "BEGIN:VEVENT",
                with: "BEGIN:\(kind)\nUID:77\nDTSTAMP:20261201T090000Z\n\(lines)\nEND:\(kind)\nBEGIN:VEVENT")
        case .file: lines
        }
    }

    /// What its rule finds in a file with these lines.
    func findings(_ lines: String) throws -> [String] {
        try Samples.findings(in: file(lines)).filter { $0.contains(": rule \(rule) (") }
    }
}

@Suite("restrictions")
struct RestrictionTests {
    @Test(
        "are told of with their section, and what obeys them is not",
        arguments: Restrictions.values + Restrictions.parameters + Restrictions.components + Restrictions.alarms
            + Restrictions.rules + Restrictions.spans + Restrictions.methods)
    func told(restriction: Restriction) throws {
        let bad = try restriction.findings(restriction.bad)
        #expect(bad.contains { $0.contains("(\(restriction.section))") }, "\(bad)")
        #expect(try restriction.findings(restriction.good) == [])
    }

    @Test("what programs read differently is told of with who reads it how", arguments: Restrictions.disagreements)
    func disagreement(restriction: Restriction) throws {
        let bad = try restriction.findings(restriction.bad)
        #expect(bad.contains { $0.contains(restriction.section) }, "\(bad)")
        #expect(try restriction.findings(restriction.good) == [])
    }
}
