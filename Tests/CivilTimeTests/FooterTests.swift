import CivilTime
import Testing
import TimeZoneCatalog

@Suite("The rule after the last transition")
struct FooterTests {
    private func transitions(_ footer: String, in year: Int) throws -> [String] {
        let rules = try TZifFixture.footer(footer).rules()
        let start = try #require(Instant(rfc3339: "\(year)-01-01T00:00:00Z"))
        let end = try #require(Instant(rfc3339: "\(year + 1)-01-01T00:00:00Z"))
        return rules.transitions(from: start, to: end).map { "\($0.instant) \($0.after.abbreviation)" }
    }

    @Test(
        "is followed in every form",
        arguments: [
            // North and south of the equator.
            ("CET-1CEST,M3.5.0,M10.5.0/3", ["2027-03-28T01:00:00Z CEST", "2027-10-31T01:00:00Z CET"]),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", ["2027-04-03T16:00:00Z AEST", "2027-10-02T16:00:00Z AEDT"]),
            // Negative times: the evening before; quoted names.
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", ["2027-03-28T01:00:00Z -01", "2027-10-31T01:00:00Z -02"]),
            // More than a day: Saturday after the fourth Thursday.
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", ["2027-03-27T00:00:00Z EEST", "2027-10-29T23:00:00Z EET"]),
            ("IST-2IDT,M3.4.4/26,M10.5.0", ["2027-03-26T00:00:00Z IDT", "2027-10-30T23:00:00Z IST"]),
            // Daylight saving time in winter, behind the standard time.
            ("IST-1GMT0,M10.5.0,M3.5.0/1", ["2027-03-28T01:00:00Z IST", "2027-10-31T01:00:00Z GMT"]),
            // Days of the year: J60 is March 1 always, 59 is March 1 in common years.
            ("AAA0BBB,J60/0,J300/0", ["2027-03-01T00:00:00Z BBB", "2027-10-26T23:00:00Z AAA"]),
            ("AAA0BBB,59/0,299/0", ["2027-03-01T00:00:00Z BBB", "2027-10-26T23:00:00Z AAA"]),
            // A week before or after: the moment lies in another month.
            ("AAA0BBB,M3.1.0/-167,M10.5.0/167", ["2027-02-28T01:00:00Z BBB", "2027-11-06T22:00:00Z AAA"]),
            // A moment that lies in another year than its day.
            ("AAA0BBB,0/-24,J200/0", ["2027-07-18T23:00:00Z AAA", "2027-12-31T00:00:00Z BBB"]),
            ("AAA0BBB,J100/0,J365/48", ["2027-01-01T23:00:00Z AAA", "2027-04-10T00:00:00Z BBB"]),
            // All year (RFC 9636 §3.3.1), and never.
            ("XXX3EDT4,0/0,J365/23", []),
            ("<+0330>-3:30", []),
        ])
    func forms(footer: String, expected: [String]) throws {
        #expect(try transitions(footer, in: 2027) == expected)
    }

    @Test("counts February 29 as its form says")
    func leapDay() throws {
        #expect(try transitions("AAA0BBB,J60/0,J300/0", in: 2028).first == "2028-03-01T00:00:00Z BBB")
        #expect(try transitions("AAA0BBB,59/0,299/0", in: 2028).first == "2028-02-29T00:00:00Z BBB")
    }

    @Test("means daylight saving time all year where it ends as it begins")
    func allYear() throws {
        let rules = try TZifFixture.footer("XXX3EDT4,0/0,J365/23").rules()
        for year in [1970, 2027, 2400, 9998] {
            for text in ["\(year)-01-01T02:59:59Z", "\(year)-01-01T03:00:00Z", "\(year)-07-01T00:00:00Z"] {
                #expect(rules.localTimeType(at: try #require(Instant(rfc3339: text))).abbreviation == "EDT")
            }
        }
    }

    @Test("repeats every 400 years", arguments: ["Europe/Berlin", "America/Santiago", "Asia/Gaza", "Africa/Cairo"])
    func cycles(zone: String) throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: zone)
        let start = try #require(Instant(rfc3339: "2100-01-01T00:00:00Z"))
        let cycle: Int64 = 146_097 * 86_400
        let end = start.adding(seconds: cycle)
        let first = rules.transitions(from: start, to: end)
        #expect(first.count == 800)
        for number in 1...18 {
            let shift = Int64(number) * cycle
            let later = rules.transitions(from: start.adding(seconds: shift), to: end.adding(seconds: shift))
            #expect(later.map { $0.instant.adding(seconds: -shift) } == first.map(\.instant))
        }
        for transition in first {
            let later = transition.instant.adding(seconds: cycle * 7)
            #expect(rules.offset(at: later) == transition.after.offset)
            #expect(rules.offset(at: later.adding(seconds: -1)) == transition.before.offset)
            let local = rules.local(at: later)
            #expect(rules.local(at: rules.resolve(local).instant) == local)
        }
    }

    @Test("gives transitions in a half-open stretch")
    func halfOpen() throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: "Europe/Berlin")
        let instant = try #require(Instant(rfc3339: "2045-03-26T01:00:00Z"))
        #expect(rules.transitions(from: instant, to: instant).isEmpty)
        #expect(rules.transitions(from: instant, to: instant.adding(seconds: 1)).count == 1)
        #expect(rules.transitions(from: instant.adding(seconds: 1), to: instant.adding(seconds: 2)).isEmpty)
        #expect(rules.transitions(from: instant.adding(seconds: -1), to: instant).isEmpty)
        let all = rules.transitions(from: .distantPast, to: .distantFuture)
        #expect(all.map(\.instant) == all.map(\.instant).sorted())
        #expect(all.count > 15_000)
    }

    @Test("is told to whoever writes VTIMEZONEs")
    func publicForm() throws {
        let footer = try #require(TimeZoneCatalog.shipped.rules(named: "America/New_York").footer)
        let daylight = try #require(footer.daylight)
        #expect(footer.standard.offset.description == "-05:00")
        #expect(daylight.type.abbreviation == "EDT")
        #expect(daylight.begins.day == .weekday(.sunday, week: 2, month: 3))
        #expect(daylight.ends.day == .weekday(.sunday, week: 1, month: 11))
        #expect(daylight.ends.secondOfDay == 7200)
        #expect(try TimeZoneCatalog.shipped.rules(named: "Asia/Tokyo").footer?.daylight == nil)
    }

    @Test(
        "is refused if it is not a POSIX TZ string",
        arguments: [
            "EST", "ES5", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1.0,", "EST5EDT,M13.2.0,M11.1.0",
            "EST5EDT,M3.0.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,M11.1.0",
            "EST5EDT,J366,M11.1.0", "EST5EDT,366,M11.1.0", "EST5EDT,M3.2.0/168,M11.1.0", "EST5EDT,M3.2.0/-168,M11.1.0",
            "<EST5", "<>5", "EST25", "EST5:60", "EST5 ", ":EST5", "EST5EDT,M3.2.0/2:,M11.1.0", "E€T5",
        ])
    func refusal(text: String) {
        #expect(throws: TZifError.self) { try PosixTimeZone(posix: text) }
        #expect(throws: TZifError.self) { try TZifFixture.footer(text).rules() }
    }

    @Test("is refused with the place of the fault in the file")
    func place() {
        let bytes = TZifFixture.footer("EST5EDT,M13.2.0,M11.1.0").bytes
        let error = #expect(throws: TZifError.self) { try ZoneRules(id: .utc, tzif: bytes) }
        #expect(error?.code == .invalidFooter)
        #expect(error?.byteOffset == bytes.count - "13.2.0,M11.1.0\n".utf8.count)
        #expect(error?.reason == "the footer lacks a month in 1...12")
    }
}
