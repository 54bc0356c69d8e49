import ChatLogs
import CivilTime
import Testing

@Suite("when a line was said")
struct StampTests {
    @Test(
        "every usual spelling is read",
        arguments: [
            "16:00", "16:00:12", "[16:00]", "(16:00:12)", "[16:00:12.123]", "16:00:12,123", "16:00:12.123456Z",
            "4:00 PM",
            "[4:00:12 pm]", "4:00 p.m.", "04:00PM", "4:00\u{202F}PM", "16:00Z", "[16:00 UTC]", "[17:00:12 CET]",
            "[16:00:12 BST]",
            "[16:00:12 (UTC)]", "11:00:12 EST", "[2027-01-12 17:00:12 (CET)]", "Tue Jan 12 18:00:12 EET 2027",
            "2027-01-13 01:00:12 JST",
            "2027-01-12 16:00", "2027-01-12T16:00:12", "2027-01-12T16:00:12Z", "2027-01-12 16:00:12+00:00",
            "2027-01-12 16:00:12 +0000", "2027-01-12T18:00:12+02", "2027-01-12T10:30:12.5-0530", "20270112T160012Z",
            "2027/01/12 16:00", "2027.01.12 16:00:12", "[2027-01-12 16:00:12]", "2027-01-12, 16:00",
            "2027-01-12 at 16:00",
            "2027-01-12_16:00:12", "[2027-01-12] [16:00]", "12.01.2027 16:00", "12.1.27, 16.00.12",
            "1/12/2027, 4:00:12 PM",
            "12/01/2027 16:00", "1/12/27, 4:00 PM", "12-Jan-27 04:00 PM", "12-Jan-2027 16:00", "12 Jan 2027 16:00",
            "Jan 12 16:00:12", "Jan 12, 2027 4:00 PM", "January 12, 2027 at 4:00 PM", "[Tue Jan 12 16:00:12 2027]",
            "Tue Jan 12 16:00:12 UTC 2027", "Tue, 12 Jan 2027 16:00:12 +0000", "Tue, Jan 12, 2027, 16:00",
            "[Tuesday, January 12, 2027] [4:00 PM]", "12 January 2027, 16:00", "1799769612", "[1799769612]",
            "1799769612.123456", "1799769612123",
        ])
    func spellings(stamp: String) throws {
        let hours = try Samples.hours("2027-01-12T15:45", "2027-01-12T17:30")
        let log = try Samples.read("\(stamp) <ada> o/\n", hours: hours)
        #expect(log.summary == ["ada 1"])
        #expect(log.unread == nil)
        // On another day nobody spoke, unless the line does not say the day.
        let others = try Samples.hours("2027-03-03T15:45", "2027-03-03T17:30")
        let hasDay =
            (stamp.contains("12") || stamp.contains("13"))
            && (stamp.contains("27") || stamp.contains("Jan") || stamp.contains("17997"))
        #expect(((try? Samples.read("\(stamp) <ada> o/\n", hours: others)) == nil) == hasDay)
    }

    @Test(
        "what is no time is none",
        arguments: [
            "25:00", "24:00", "16:60", "13:00 PM", "2027-02-30 16:00", "2027-13-01 16:00", "16:0", "1600", "[16:00",
            "16:00:12x", "31.04.2027 16:00", "Foo 12 16:00", "2027-01-12", "16:00:99999",
            "179976961", "17997696123", "0799769612", "[1799769612", "1799769612,",
        ])
    func none(stamp: String) { #expect(throws: NotAChatLog.self) { try Samples.read("\(stamp) <ada> o/\n") } }

    @Test("an offset in the line counts, whatever the clock of the log is said to be")
    func offset() throws {
        let text = "2027-01-12T16:00:00Z <ada> a\n2027-01-12T18:00:00+02:00 <bob> b\n2027-01-12 16:00:00 <eve> c\n"
        // A clock nine hours ahead of UTC: the hours of interest are 00:45 to 02:30 on the 13th there.
        let hours = try Samples.hours("2027-01-13T00:45", "2027-01-13T02:30", offset: 9 * 3600)
        #expect(try Samples.read(text, hours: hours).summary == ["ada 1", "bob 1"])
    }

    @Test(
        "a clock that the line names counts, by its place or by the name that only it has",
        arguments: [
            "2027-01-12 19:00 EAT", "[2027-01-12 19:00 EAT]", "[2027-01-12 19:00:12 (EAT)]", "[2027-01-12 19:00 eat]",
            "2027-01-12 17:00 MEZ", "[2027-01-12 17:00 MEZ]", "Tue Jan 12 17:00:12 MEZ 2027",
            "[2027-01-12 18:00 SAST]", "[2027-01-12 17:00 WAT]", "[2027-01-12 12:30 NST]", "[2027-01-12 21:45 NPT]",
            "2027-01-12 17:00 Europe/Berlin", "[2027-01-12 17:00 Europe/Berlin]", "2027-01-12 17:00 (Europe/Berlin)",
            "[2027-01-12] [17:00 Europe/Berlin]", "[12.01.2027 17:00 Europe/Berlin]",
            "Tue Jan 12 17:00:12 Europe/Berlin 2027", "2027-01-12T17:00:12+01:00[Europe/Berlin]",
            "[2027-01-12T16:00:12Z[Europe/Berlin]]", "[2027-01-12 16:00 UTC]", "[2027-01-12 16:00 utc]",
        ])
    func namedClock(stamp: String) throws {
        // The log's clock is nine hours ahead.
        let hours = try Samples.hours("2027-01-13T00:45", "2027-01-13T02:30", offset: 9 * 3600, names: ["JST"])
        let text = "\(stamp) <ada> o/\n2027-01-12 16:00 <eve> hi\n"
        let log = try Samples.read(text, hours: hours, zone: Self.zone)
        #expect(log.summary == ["ada 1"])
        #expect(log.unread == nil)
    }

    @Test(
        "a clock that nobody knows, or of which there are several, is told of, and no other taken for it",
        arguments: [
            "[2027-01-12 16:00 FOO]", "2027-01-12 16:00 FOO", "[2027-01-12 16:00 Europe/Berlim]",
            "2027-01-12 16:00 Europe/Berlim", "[2027-01-12 16:00 CST]", "[16:00 FOO]", "(2027-01-12 16:00:12 BST)",
            "2027-01-12 16:00 (FOO)",
        ])
    func unknownClock(stamp: String) throws {
        let hours = try Samples.hours("2027-01-12T15:45", "2027-01-12T17:30", names: ["UTC"])
        let text = "2027-01-12 16:00 <eve> hi\n\(stamp) <ada> o/\n"
        let log = try Samples.read(text, hours: hours, zone: Self.zone)
        #expect(log.summary == ["eve 1"])
        #expect(log.unread.map { [$0.lines, $0.first] } == [1, 2])
    }

    @Test("the names of the log's own clock are its own, and words for the hour none")
    func ownClock() throws {
        let hours = try Samples.hours("2027-01-12T10:45", "2027-01-12T12:30", offset: -5 * 3600, names: ["CST"])
        let text =
            "[2027-01-12 11:00 CST] <ada> o/\n[12.01.2027 11:01 Uhr] <bob> hi\n12.01.2027 11:02 Uhr <carl> hi\n"
        let log = try Samples.read(text, hours: hours)
        #expect(log.summary == ["ada 1", "bob 1", "carl 1"])
        #expect(log.unread == nil)
    }

    @Test("a log of which only the clock is not known is refused with its name")
    func onlyUnknownClock() throws {
        let hours = try Samples.hours("2027-01-12T15:45", "2027-01-12T17:30")
        let error = #expect(throws: NotAChatLog.self) {
            try Samples.read("[2027-01-12 16:00 FOO] <ada> o/\n", hours: hours)
        }
        #expect(
            error?.message
                == "nobody speaks in it; 1 line unread, first at line 1; “FOO” behind a time names no clock, or several: write an offset such as +03:00, or a place such as Africa/Nairobi"
        )
    }

    private static func zone(_ name: String) -> ZoneRules? {
        guard name == "Europe/Berlin", let id = TimeZoneID(name), let winter = UTCOffset(seconds: 3600) else {
            return nil
        }
        return ZoneRules(
            id: id, before: LocalTimeType(offset: winter, isDaylight: false, abbreviation: "CET"), changes: [])
    }

    @Test("a day without a year is the one of the hours of interest")
    func yearless() throws {
        let hours = try Samples.hours("2026-12-31T15:45", "2027-01-01T00:30")
        #expect(
            try Samples.read("Dec 31 16:00:00 <eve> c\nJan 1 16:00:00 <carl> d\n", hours: hours).summary == ["eve 1"])
    }

    @Test(
        "whether the month or the day comes first is found by the hours of interest and by other days of the log",
        arguments: [
            ("01/12/2027 16:00 <ada> a", "2027-12-01", true), ("01/12/2027 16:00 <ada> a", "2027-01-12", true),
            ("01/13/2027 16:00 <eve> a\n01/12/2027 16:00 <ada> a", "2027-12-01", false),
            ("13/01/2027 16:00 <eve> a\n01/12/2027 16:00 <ada> a", "2027-12-01", true),
            ("13/01/2027 16:00 <eve> a\n01/12/2027 16:00 <ada> a", "2027-01-12", false),
        ])
    func order(text: String, day: String, isMeant: Bool) throws {
        let hours = try Samples.hours("\(day)T15:45", "\(day)T17:30")
        #expect((try? Samples.read(text, hours: hours).summary) == (isMeant ? ["ada 1"] : nil))
    }

    @Test(
        "days that are read in two orders, or seen from an unknown day, are refused, with the line",
        arguments: [
            "12/01/2027 16:00 <ada> a\n01/12/2027 16:00 <eve> a", "12/01/2027 16:00 <ada> a\n01/13/2027 16:00 <eve> a",
            "13/01/2027 16:00 <ada> a\n01/14/2027 16:00 <eve> a",
            "[Today at 16:00] Ada: a\n[Yesterday at 16:00] eve: b",
        ])
    func twoOrders(text: String) throws {
        let hours = try Samples.hours("2027-01-12T15:45", "2027-01-12T17:30")
        let error = #expect(throws: NotAChatLog.self) { try Samples.read(text, hours: hours) }
        #expect(error?.line == 2)
    }
}
