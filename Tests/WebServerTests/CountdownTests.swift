import CivilTime
import Testing
import TimeZoneCatalog

@testable import WebServer

@Suite("What is left until something begins")
struct CountdownTests {
    @Test(
        "is said in minutes, hours, then days as a calendar on the wall counts them",
        arguments: [
            ("2027-01-05T07:59:30Z", "in less than a minute"), ("2027-01-05T07:59:00Z", "in 1 minute"),
            ("2027-01-05T06:01:00Z", "in 119 minutes"), ("2027-01-05T06:00:00Z", "in 2 hours"),
            ("2027-01-04T08:01:00Z", "in 23 hours"), ("2027-01-04T08:00:00Z", "tomorrow"),
            // In Tokyo it is 17:00: the day before yesterday began at 15:00 UTC.
            ("2027-01-03T15:00:00Z", "tomorrow"), ("2027-01-03T14:59:59Z", "in 2 days"),
            ("2026-12-14T09:00:00Z", "in 22 days"), ("2027-01-05T08:00:00Z", "under way"),
            ("2027-01-05T08:59:59Z", "under way"), ("2027-01-05T09:00:00Z", "over"),
        ])
    func words(now: String, words: String) throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: "Asia/Tokyo")
        let start = try #require(Instant(rfc3339: "2027-01-05T08:00:00Z"))
        let now = try #require(Instant(rfc3339: now))
        #expect(Countdown.words(to: start, end: start.adding(seconds: 3600), from: now, in: rules) == words)
    }
}
