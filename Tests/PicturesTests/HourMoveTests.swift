import CivilTime
import Mentoring
import Pictures
import Testing
import TimeZoneCatalog

@Suite("An hour that moves on a reader's clock")
struct HourMoveTests {
    private func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    private func local(_ text: String) throws -> LocalDateTime { try #require(LocalDateTime(iso: text)) }

    /// The moves of one mentor's sessions at an hour in a zone, week by week from a day on.
    private func moves(
        _ agreed: String, in zone: String, weeks: Int, for reader: String, now: String = "2027-01-01T00:00:00Z"
    ) throws -> [String] {
        let zones = TimeZoneCatalog.shipped
        let rules = try zones.rules(named: zone)
        let first = try local(agreed)
        let occasions = (0..<weeks).map { week in
            HourMove.Occasion(
                program: "Nova", region: .europe, mentor: "Zoe",
                time: rules.zoned(LocalDateTime(date: first.date.adding(days: 7 * week), time: first.time)), minutes: 60
            )
        }
        let readers = try zones.rules(named: reader)
        return HourMove.all(of: occasions.reversed(), on: readers, after: try instant(now)).map {
            $0.inWords(for: readers.id)
        }
    }

    @Test(
        "is told with the day, both hours and whose clocks are changed, and only when it moves",
        arguments: [
            // The mentor's clocks are changed, not the reader's; the other way round; first one, then the other.
            (
                "Europe/Berlin", "Asia/Kolkata",
                [
                    "From Wed 31 Mar on, Zoe’s sessions of Europe begin at 20:30 instead of 21:30, in your day: the clocks in Berlin are changed."
                ]
            ),
            (
                "Africa/Lagos", "Europe/Berlin",
                [
                    "From Wed 31 Mar on, Zoe’s sessions of Europe begin at 18:00 instead of 17:00, in your day: your clocks are changed."
                ]
            ),
            (
                "Europe/Berlin", "America/New_York",
                [
                    "From Wed 17 Mar on, Zoe’s sessions of Europe begin at 12:00 instead of 11:00, in your day: your clocks are changed.",
                    "From Wed 31 Mar on, Zoe’s sessions of Europe begin at 11:00 instead of 12:00, in your day: the clocks in Berlin are changed.",
                ]
            ),
            // Both at once, neither, the same place.
            ("Europe/Berlin", "Europe/Kyiv", []), ("Africa/Lagos", "Asia/Kolkata", []),
            ("Europe/Berlin", "Europe/Berlin", []),
            // Half an hour, and into the night.
            (
                "Asia/Tokyo", "Australia/Lord_Howe",
                [
                    "From Wed 7 Apr on, Zoe’s sessions of Europe begin at 18:30 instead of 19:00, in your day: your clocks are changed."
                ]
            ),
        ] as [(String, String, [String])])
    func words(zone: String, reader: String, expected: [String]) throws {
        #expect(try moves("2027-01-06T17:00", in: zone, weeks: 20, for: reader) == expected)
    }

    @Test("names both where both clocks are changed between two sessions, and the day where that is another")
    func both() throws {
        // A session before all changes, and one after them: an hour back in Lord Howe by half, an hour forward in Berlin.
        let zones = TimeZoneCatalog.shipped
        let berlin = try zones.rules(named: "Europe/Berlin")
        let howe = try zones.rules(named: "Australia/Lord_Howe")
        let occasions = try ["2027-03-02T14:00", "2027-04-13T14:00"].map {
            HourMove.Occasion(
                program: "Nova", region: .europe, mentor: "Zoe", time: berlin.zoned(try local($0)), minutes: 60)
        }
        let moves = HourMove.all(of: occasions, on: howe, after: try instant("2027-01-01T00:00:00Z"))
        #expect(
            moves.map { $0.inWords(for: howe.id) } == [
                "From Tue 13 Apr on, Zoe’s sessions of Europe begin at Tue 22:30 instead of Wed 00:00, at the edge of your day: your clocks and those in Berlin are changed."
            ])
    }

    @Test("is told until it has moved, as seen from the session before, also if that is over")
    func over() throws {
        let at = { (now: String) in
            try moves("2027-01-06T17:00", in: "Europe/Berlin", weeks: 20, for: "Africa/Lagos", now: now).count
        }
        #expect(try at("2027-03-30T12:00:00Z") == 1)
        #expect(try at("2027-03-31T15:00:00Z") == 0)
    }
}
