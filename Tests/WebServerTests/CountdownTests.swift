import CivilTime
import Testing
import TimeZoneCatalog
import Wording

@Suite("What is left until something begins")
struct CountdownTests {
    @Test(
        "is said in days, as a calendar on the wall counts them",
        arguments: [
            // In Tokyo it is 17:00: the day began at 15:00 UTC.
            ("2027-01-05T07:59:59Z", "today"), ("2027-01-04T15:00:00Z", "today"), ("2027-01-04T14:59:59Z", "tomorrow"),
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
