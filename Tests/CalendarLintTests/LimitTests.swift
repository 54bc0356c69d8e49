import CalendarLint
import Testing

@Suite("what the lint does not look at")
struct LimitTests {
    @Test("is said once, where the dates of rules take too long")
    func rules() throws {
        let never = "DTSTART:20270202T160000Z\nDTEND:20270202T170000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
        let events = (0..<20).map { "BEGIN:VEVENT\nUID:\($0)\nDTSTAMP:20261201T090000Z\n\(never)\nEND:VEVENT\n" }
            .joined()
        let found = try Samples.findings(in: Samples.feed.replacing("BEGIN:VEVENT", with: events + "BEGIN:VEVENT"))
        #expect(found.contains { $0.contains("RRULE gives no date at all") })
        #expect(found.count { $0.contains("from this VEVENT on the dates of rules were not reckoned") } == 1)
    }

    @Test("is said of the lines that have too many parameters")
    func parameters() throws {
        let text = Samples.feed.replacing(
            "SUMMARY:", with: "COMMENT" + String(repeating: ";X-P=1", count: 1001) + ":x\nSUMMARY:")
        #expect(try Samples.findings(in: text).contains { $0.contains("has more than 1000 parameter values") })
        #expect(
            try !Samples.findings(in: text.replacing(";X-P=1:x", with: ":x")).contains {
                $0.contains("parameter values")
            })
    }

    @Test("is a like name for more than fifty unknown zones")
    func zones() throws {
        let events = (0..<60).map {
            "BEGIN:VEVENT\nUID:\($0)\nDTSTART;TZID=Europe/Berlim\($0):20270121T170000\nEND:VEVENT\n"
        }
        let found = try Samples.findings(
            in: Samples.feed.replacing("BEGIN:VEVENT", with: events.joined() + "BEGIN:VEVENT"))
        #expect(found.count { $0.contains("did you mean") } == 50)
        #expect(found.count { $0.contains("is not in the tz database") } == 60)
    }

    @Test(
        "long lists, in every place, cost time in proportion",
        arguments: [
            "RRULE:FREQ=DAILY\nRDATE:" + String(repeating: "20270303T160000Z,", count: 20_000) + "20270303T160000Z",
            "RRULE:FREQ=DAILY\nEXDATE:" + String(repeating: "20270303T160000Z,", count: 20_000) + "20270303T160000Z",
            "CATEGORIES:" + String(repeating: ",", count: 100_000),
            "RRULE:FREQ=DAILY" + String(repeating: ";", count: 100_000),
            "RRULE:FREQ=DAILY;BYMONTHDAY=" + String(repeating: "1,", count: 50_000) + "1",
            "DURATION:P" + String(repeating: "1D", count: 50_000),
            "GEO:" + String(repeating: "1.", count: 50_000) + ";" + String(repeating: "1", count: 50_000),
            "ATTENDEE:mailto:" + String(repeating: "@", count: 100_000),
        ])
    func lists(lines: String) throws {
        let text = Samples.feed.replacing("SUMMARY:", with: lines + "\nSUMMARY:")
        #expect(try !Samples.findings(in: text).isEmpty)
    }
}
