import CivilTime
import Testing
import TimeZoneCatalog

@Suite("Gaps and overlaps")
struct GapAndOverlapTests {
    /// A reading that occurs not once: what its transition is, and the instants by the offsets before and after.
    struct Case: CustomTestStringConvertible {
        let zone: String
        let local: String
        let transition: String
        let before: String
        let after: String
        let instant: String

        init(
            _ zone: String, _ local: String, at transition: String, _ before: String, _ after: String,
            is instant: String
        ) {
            self.zone = zone
            self.local = local
            self.transition = transition
            self.before = before
            self.after = after
            self.instant = instant
        }

        var testDescription: String { "\(local) in \(zone)" }
    }

    static let gaps = [
        Case(
            "America/New_York", "2027-03-14T02:30", at: "2027-03-14T07:00:00Z", "-05:00", "-04:00",
            is: "2027-03-14T07:30:00Z"),
        Case(
            "America/New_York", "2027-03-14T02:00", at: "2027-03-14T07:00:00Z", "-05:00", "-04:00",
            is: "2027-03-14T07:00:00Z"),
        Case(
            "America/New_York", "2027-03-14T02:59:59", at: "2027-03-14T07:00:00Z", "-05:00", "-04:00",
            is: "2027-03-14T07:59:59Z"),
        Case(
            "Australia/Lord_Howe", "2026-10-04T02:15", at: "2026-10-03T15:30:00Z", "+10:30", "+11:00",
            is: "2026-10-03T15:45:00Z"),
        Case(
            "Europe/Dublin", "2027-03-28T01:30", at: "2027-03-28T01:00:00Z", "+00:00", "+01:00",
            is: "2027-03-28T01:30:00Z"),
        Case(
            "Africa/Casablanca", "2026-03-22T02:30", at: "2026-03-22T02:00:00Z", "+00:00", "+01:00",
            is: "2026-03-22T02:30:00Z"),
        Case(
            "Pacific/Apia", "2011-12-30T00:00", at: "2011-12-30T10:00:00Z", "-10:00", "+14:00",
            is: "2011-12-30T10:00:00Z"),
        Case(
            "Pacific/Apia", "2011-12-30T23:59:59", at: "2011-12-30T10:00:00Z", "-10:00", "+14:00",
            is: "2011-12-31T09:59:59Z"),
        Case(
            "America/Nuuk", "2027-03-27T23:30", at: "2027-03-28T01:00:00Z", "-02:00", "-01:00",
            is: "2027-03-28T01:30:00Z"),
        Case(
            "Pacific/Chatham", "2026-09-27T03:00", at: "2026-09-26T14:00:00Z", "+12:45", "+13:45",
            is: "2026-09-26T14:15:00Z"),
        Case(
            "Antarctica/Troll", "2027-03-28T02:30", at: "2027-03-28T01:00:00Z", "+00:00", "+02:00",
            is: "2027-03-28T02:30:00Z"),
        Case(
            "America/New_York", "2487-03-09T02:30", at: "2487-03-09T07:00:00Z", "-05:00", "-04:00",
            is: "2487-03-09T07:30:00Z"),
    ]

    static let overlaps = [
        Case(
            "America/New_York", "2027-11-07T01:30", at: "2027-11-07T06:00:00Z", "-04:00", "-05:00",
            is: "2027-11-07T05:30:00Z"),
        Case(
            "America/New_York", "2027-11-07T01:00", at: "2027-11-07T06:00:00Z", "-04:00", "-05:00",
            is: "2027-11-07T05:00:00Z"),
        Case(
            "America/New_York", "2027-11-07T01:59:59", at: "2027-11-07T06:00:00Z", "-04:00", "-05:00",
            is: "2027-11-07T05:59:59Z"),
        Case(
            "Australia/Lord_Howe", "2027-04-04T01:45", at: "2027-04-03T15:00:00Z", "+11:00", "+10:30",
            is: "2027-04-03T14:45:00Z"),
        Case(
            "Europe/Dublin", "2027-10-31T01:30", at: "2027-10-31T01:00:00Z", "+01:00", "+00:00",
            is: "2027-10-31T00:30:00Z"),
        Case(
            "Africa/Casablanca", "2026-02-15T02:30", at: "2026-02-15T02:00:00Z", "+01:00", "+00:00",
            is: "2026-02-15T01:30:00Z"),
        Case(
            "America/Nuuk", "2027-10-30T23:30", at: "2027-10-31T01:00:00Z", "-01:00", "-02:00",
            is: "2027-10-31T00:30:00Z"),
        Case(
            "Pacific/Chatham", "2027-04-04T03:00", at: "2027-04-03T14:00:00Z", "+13:45", "+12:45",
            is: "2027-04-03T13:15:00Z"),
        Case(
            "Antarctica/Troll", "2027-10-31T01:30", at: "2027-10-31T01:00:00Z", "+02:00", "+00:00",
            is: "2027-10-30T23:30:00Z"),
    ]

    @Test("a reading in a gap is resolved with the offset before it", arguments: gaps)
    func gap(example: Case) throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: example.zone)
        let local = try #require(LocalDateTime(iso: example.local))
        let resolution = rules.resolve(local)
        guard case .gap(let gap) = resolution else {
            Issue.record("\(resolution)")
            return
        }
        #expect(gap.transition.rfc3339 == example.transition)
        #expect(gap.offsetBefore.description == example.before)
        #expect(gap.offsetAfter.description == example.after)
        #expect(resolution.instant.rfc3339 == example.instant)
        #expect(rules.zoned(local).local == local.adding(seconds: Int64(gap.duration)))
    }

    @Test("a reading in an overlap is resolved to its first occurrence", arguments: overlaps)
    func overlap(example: Case) throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: example.zone)
        let local = try #require(LocalDateTime(iso: example.local))
        let resolution = rules.resolve(local)
        guard case .overlap(let overlap) = resolution else {
            Issue.record("\(resolution)")
            return
        }
        #expect(overlap.transition.rfc3339 == example.transition)
        #expect(overlap.offsetBefore.description == example.before)
        #expect(overlap.offsetAfter.description == example.after)
        #expect(resolution.instant.rfc3339 == example.instant)
        #expect(rules.local(at: overlap.earlier) == local)
        #expect(rules.local(at: overlap.later) == local)
        #expect(overlap.earlier < overlap.transition && overlap.transition <= overlap.later)
    }

    @Test(
        "a reading beside a gap or an overlap occurs once",
        arguments: [
            ("America/New_York", "2027-03-14T01:59:59", "2027-03-14T06:59:59Z"),
            ("America/New_York", "2027-03-14T03:00", "2027-03-14T07:00:00Z"),
            ("America/New_York", "2027-11-07T00:59:59", "2027-11-07T04:59:59Z"),
            ("America/New_York", "2027-11-07T02:00", "2027-11-07T07:00:00Z"),
            ("Pacific/Apia", "2011-12-29T23:59:59", "2011-12-30T09:59:59Z"),
            ("Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00:00Z"),
            ("America/Vancouver", "2026-11-01T01:30", "2026-11-01T08:30:00Z"),
            ("UTC", "0001-01-01T00:00", "0001-01-01T00:00:00Z"),
            ("UTC", "9999-12-31T23:59:59", "9999-12-31T23:59:59Z"),
        ])
    func unambiguous(zone: String, local: String, instant: String) throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: zone)
        let expected = try #require(Instant(rfc3339: instant))
        #expect(rules.resolve(try #require(LocalDateTime(iso: local))) == .unambiguous(expected))
    }

    @Test("Dublin's winter is its daylight saving time, by the letter of the tz database")
    func dublin() throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: "Europe/Dublin")
        let winter = rules.localTimeType(at: try #require(Instant(rfc3339: "2027-01-05T08:00:00Z")))
        #expect(winter.isDaylight && winter.offset == .zero && winter.abbreviation == "GMT")
    }

    @Test("a zoned time tells instant, reading, offset and zone")
    func zoned() throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: "Asia/Tokyo")
        let zoned = rules.zoned(try #require(LocalDateTime(iso: "2027-01-05T17:00")))
        #expect(zoned.description == "2027-01-05T17:00:00+09:00[Asia/Tokyo]")
        #expect(zoned.instant.rfc3339 == "2027-01-05T08:00:00Z")
    }
}
