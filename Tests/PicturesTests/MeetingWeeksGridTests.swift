import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import Pictures
import Testing
import TimeZoneCatalog

@Suite("The grid of a season that meets every other week")
struct MeetingWeeksGridTests {
    @Test("has weeks without a meeting, and says which week a frozen one would be held in")
    func rests() throws {
        let program = try JSONDecoder().decode(
            ProgramView.self,
            from: Data(
                """
                {"name":"nova","title":"Nova","contact":"nova@example.org","location":"irc","seasonStart":"2027-01-04",
                "weeks":6,"cadence":"every-region","meets":"every-2-weeks","whenFrozen":"postpone","minutes":60,
                "capacity":2,"regions":["asia","europe"],"announceWeeks":4,"areas":[],"stages":[]}
                """.utf8))
        let freezes = try JSONDecoder().decode(
            [FreezeView].self,
            from: Data(
                """
                [{"id":1,"from":"2027-01-18","to":"2027-01-24","reason":"release","regions":["asia"]},
                {"id":2,"from":"2027-02-02","to":"2027-02-02","reason":"day off","regions":[]},
                {"id":3,"from":"2027-01-11","to":"2027-01-17","reason":"holidays","regions":[]}]
                """.utf8))
        let grid = try SeasonGrid(
            program, sessions: [], freezes: freezes, zone: nil,
            now: try #require(Instant(rfc3339: "2027-01-06T12:00:00Z")), zones: .shipped)
        let rows = grid.weeks.map { week in
            week.turns.map { $0.freeze ?? ($0.rests ? "no meeting" : "-") }.joined(separator: " | ")
        }
        #expect(
            rows == [
                "- | -", "no meeting | no meeting",
                "release; would be held in week 4, where none is planned | -", "- | no meeting",
                "day off | day off", "no meeting | no meeting",
            ])
        #expect(SeasonPicture(grid: grid).svg.contains("6 weeks from Mon 4 January 2027, meeting every 2 weeks."))
    }
}
