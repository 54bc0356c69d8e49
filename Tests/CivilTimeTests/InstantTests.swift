import CivilTime
import Testing

@Suite("An instant")
struct InstantTests {
    @Test(
        "is read from RFC 3339",
        arguments: [
            ("2027-01-05T08:00:00Z", "2027-01-05T08:00:00Z"),
            ("2027-01-05T17:00:00+09:00", "2027-01-05T08:00:00Z"),
            ("2027-01-04T22:30:00-09:30", "2027-01-05T08:00:00Z"),
            ("2027-01-05t08:00:00z", "2027-01-05T08:00:00Z"),
            ("2027-01-05T08:00:00.999999Z", "2027-01-05T08:00:00Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"),
            ("2027-01-05T08:00:00-00:00", "2027-01-05T08:00:00Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ])
    func reading(text: String, utc: String) throws {
        #expect(try #require(Instant(rfc3339: text)).rfc3339 == utc)
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", "2027-01-05", "2027-01-05T08:00Z", "2027-01-05T08:00:00", "2027-01-05 08:00:00Z",
            "2027-01-05T08:00:00.Z", "2027-01-05T24:00:00Z", "2027-01-05T23:59:60Z", "2027-01-05T08:00:00+0900",
            "2027-01-05T08:00:00+24:00", "2027-01-05T08:00:00+09:60", "2027-01-05T08:00:00Z ", "2027-02-30T08:00:00Z",
            "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        ])
    func refusing(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test("counts seconds since 1970")
    func epoch() throws {
        #expect(Instant(secondsSinceEpoch: 0).rfc3339 == "1970-01-01T00:00:00Z")
        #expect(Instant(secondsSinceEpoch: -1).rfc3339 == "1969-12-31T23:59:59Z")
        #expect(Instant(secondsSinceEpoch: 1_799_136_000).basicUTC == "20270105T080000Z")
        #expect(try #require(Instant(rfc3339: "2027-01-05T08:00:00Z")).secondsSinceEpoch == 1_799_136_000)
    }

    @Test("stops at the ends of the years 0001 to 9999")
    func saturation() {
        #expect(Instant(secondsSinceEpoch: .max) == .distantFuture)
        #expect(Instant(secondsSinceEpoch: .min) == .distantPast)
        #expect(Instant(secondsSinceEpoch: 5).adding(seconds: .max) == .distantFuture)
        #expect(Instant(secondsSinceEpoch: -5).adding(seconds: .min) == .distantPast)
        #expect(Instant.distantFuture.rfc3339 == "9999-12-31T23:59:59Z")
        #expect(Instant.distantPast.rfc3339 == "0001-01-01T00:00:00Z")
    }

    @Test("is before every later one")
    func order() {
        let instant = Instant(secondsSinceEpoch: 100)
        #expect(instant < instant.adding(seconds: 1))
        #expect(instant.seconds(since: instant.adding(seconds: 7)) == -7)
    }

    @Test("can be held still for tests")
    func fixedSource() {
        let instant = Instant(secondsSinceEpoch: 1_799_136_000)
        #expect(FixedInstantSource(instant).now() == instant)
        #expect(SystemInstantSource().now() > instant.adding(seconds: -1_000_000_000))
    }
}
