import CalendarLint
import Testing

@Suite("what contradicts an earlier file")
struct HistoryTests {
    @Test(
        "is found in the newer one",
        arguments: [
            Violation(
                Samples.feed, "20261201T090000Z", "20261202T090000Z"),
            Violation(
                Samples.feed, "DTSTAMP:20261201", "DTSTAMP:20261202",
                "28: rule 3 (warning): nothing but DTSTAMP changed, so the feed is new to every reader each time; write the last revision",
                "28: rule 11 (warning): DTSTAMP differs from LAST-MODIFIED (line 29); in a feed both are the last revision"
            ),
            Violation(
                Samples.feed, "week 3", "week 4",
                "29: rule 11 (warning): the event changed but LAST-MODIFIED did not; set it to the time of the change"),
            Violation(
                Samples.feed, "20261201T090000Z\nSEQUENCE:0\nSTATUS:CONFIRMED",
                "20261202T090000Z\nSEQUENCE:0\nSTATUS:CANCELLED",
                "28: rule 11 (warning): DTSTAMP differs from LAST-MODIFIED (line 29); in a feed both are the last revision",
                "30: rule 10 (error): the event is cancelled with the SEQUENCE 0 it had; raise it by one"
            ),
            Violation(
                Samples.feed, "UID:5f0c", "UID:9a",
                "1: rule 19 (warning): the event “5f0c” of an earlier file is gone; keep it as STATUS:CANCELLED for 60 days"
            ),
            Violation(
                Samples.request, "DTSTAMP:20261202", "DTSTAMP:20261203"),
            Violation(
                Samples.request, "SUMMARY:Asia", "SUMMARY:Asia 1",
                "7: rule 11 (error): DTSTAMP is no newer than in the message before with the same SEQUENCE; programs drop this as old"
            ),
            Violation(
                Samples.request, "20261202T090000Z\nSEQUENCE:0\nDTSTART:20270121T16",
                "20261203T090000Z\nSEQUENCE:0\nDTSTART:20270121T15",
                "8: rule 10 (error): DTSTART, DTEND, STATUS or LOCATION changed but SEQUENCE is still 0; raise it by one"
            ),
            Violation(
                Samples.cancel, "SEQUENCE:1", "SEQUENCE:0",
                "8: rule 10 (error): SEQUENCE is 0 after 1 in an earlier file; programs drop this as old: never lower it"
            ),
            Violation(
                Samples.request,
                "SEQUENCE:0\nDTSTART:20270121T160000Z\nDTEND:20270121T170000Z\nSUMMARY:Asia\nORGANIZER;CN=Nova:mailto:nova",
                "SEQUENCE:1\nDTSTART:20270121T160000Z\nDTEND:20270121T170000Z\nSUMMARY:Asia\nORGANIZER;CN=Nova:mailto:vega",
                "12: rule 13 (error): ORGANIZER is not that of the message before; programs refuse this: keep it for good"
            ),
        ])
    func found(violation: Violation) throws {
        try #require(violation.sample.contains(violation.part))
        let newer = violation.sample.replacing(violation.part, with: violation.replacement)
        #expect(try Samples.findings(in: violation.sample, newer) == violation.findings)
    }

    @Test("a whole exchange that obeys the rules is clean: request, reply, update, cancel")
    func exchange() throws {
        let update = Samples.request.replacing(
            "SEQUENCE:0\nDTSTART:20270121T16", with: "SEQUENCE:1\nDTSTART:20270121T15")
        let cancel = Samples.cancel.replacing("SEQUENCE:1", with: "SEQUENCE:2")
        #expect(try Samples.findings(in: Samples.request, Samples.reply) == [])
        #expect(try Samples.findings(in: Samples.request, Samples.reply, update) == [])
        #expect(try Samples.findings(in: Samples.request, update, cancel) == [])
    }

    @Test("several calendars of one name in a file are one edition of a feed; what none of them has is gone")
    func oneEdition() throws {
        let feed = Samples.feed
        let other = feed.replacing("UID:5f0c", with: "UID:9a")
        func gone(_ second: String) throws -> [String] {
            try Samples.findings(in: feed + other, second).filter { $0.contains("is gone") }
        }
        #expect(try gone(feed + other) == [])
        #expect(try gone(other + feed) == [])
        #expect(try gone(feed).count == 1)
    }

    @Test("a reply never raises SEQUENCE")
    func reply() throws {
        let raised = Samples.reply.replacing("SEQUENCE:0", with: "SEQUENCE:1")
        #expect(
            try Samples.findings(in: Samples.request, raised) == [
                "8: rule 10 (error): the reply has SEQUENCE 1, the message it answers 0; a reply never changes it"
            ])
    }

    @Test("the messages to different people, and different feeds, need not agree")
    func audiences() throws {
        let other = Samples.request.replacing("ola@", with: "zoe@")
        #expect(try Samples.findings(in: Samples.request, other) == [])
        let asia = Samples.feed.replacing("nova.example/", with: "nova.example/asia").replacing("5f0c", with: "9a")
        #expect(try Samples.findings(in: Samples.feed, asia) == [])
    }
}
