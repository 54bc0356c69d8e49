import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog

@testable import Pictures

@Suite("The season's picture")
struct SeasonPictureTests {
    @Test("shows every session by a mark whose shape says how humane it is there")
    func hours() throws {
        let picture = try picture(zone: "America/Los_Angeles")
        // 17:00 in Tokyo is midnight, 16:30 in Berlin is 07:30, 12:00 in New York is 9:00.
        #expect(picture.marks == ["night", "night", "cancelled", "edge", "humane tentative"])
        #expect(picture.titles.contains("Week 1, Asia: Tue 5 Jan 00:00, in your night, announced"))
        #expect(picture.titles.contains("Week 2, Europe: Wed 13 Jan 07:30, at the edge of your day, announced"))
        #expect(picture.titles.contains("Week 1, Americas: Thu 7 Jan 09:00, in your day, tentative"))
    }

    @Test("puts a mark at its hour: midnight at the top of a day of 60 units")
    func position() throws {
        let night = try picture(zone: "America/Los_Angeles").svg
        let day = try picture(zone: "Asia/Tokyo").svg
        let band = try #require(day.firstMatch(of: /<rect class="band-night" x="36" y="([\d.]+)"/))
        let top = try #require(Double(band.1))
        #expect(night.contains("class=\"night\" x=\"48\" y=\"\(SVG.number(top))\""))
        #expect(day.contains("class=\"humane\" x=\"48\" y=\"\(SVG.number(top + 17.0 / 24 * 60))\""))
    }

    @Test("tells frozen weeks, changed clocks and today apart")
    func otherMarks() throws {
        let picture = try picture(zone: "Europe/Berlin", weeks: 14)
        #expect(picture.titles.contains("Week 3, Asia: frozen, feature freeze"))
        #expect(picture.titles.count { $0 == "your clocks go forward by an hour on Sun 28 Mar" } == 3)
        #expect(picture.titles.count { $0 == "Today" } == 3)
        for words in ["hollow: tentative", "cancelled", "frozen", "your clocks change", "today", "in your day"] {
            #expect(picture.svg.contains(">\(words)</text>"), "\(words)")
        }
        #expect(!picture.svg.contains("in your night</text>"), "the legend holds only what occurs")
        // A session that takes place in a week with frozen days is not hidden by them.
        #expect(!picture.titles.contains { $0.hasPrefix("Week 2, Asia: frozen") })
    }

    @Test("is told to those who do not see it")
    func description() throws {
        let picture = try picture(zone: "America/Los_Angeles")
        #expect(picture.title == "Nova, week by week, on the clock of America/Los_Angeles")
        #expect(
            picture.account == """
                3 weeks from Mon 4 January 2027. Asia: all 2 in your night; frozen in week 3, feature freeze. Europe: \
                one, at the edge of your day; 1 cancelled; frozen in week 3, feature freeze. Americas: one, in your day; \
                frozen in week 3, feature freeze.
                """)
        #expect(picture.svg.contains("role=\"img\" aria-labelledby=\"title desc\""))
    }

    @Test("without a zone shows every session on the clock by which it was agreed, and judges none")
    func agreedClocks() throws {
        let picture = try picture(zone: nil)
        #expect(picture.titles.contains("Week 1, Asia: Tue 5 Jan 17:00 in Asia/Tokyo, announced"))
        #expect(picture.account.contains("Asia: 2 sessions; frozen in week 3"))
        #expect(!picture.svg.contains("your ") && !picture.svg.contains("mentors’ own"))
    }

    @Test(
        "breaks a long season into strips of at most 26 weeks, each as long as the others",
        arguments: [(1, 1), (26, 1), (27, 2), (52, 2), (53, 3), (104, 4)])
    func strips(weeks: Int, strips: Int) throws {
        let picture = try picture(zone: "Europe/Berlin", weeks: weeks)
        #expect(picture.svg.matches(of: />Asia<\/text>/).count == strips)
        let bottom = try #require(picture.svg.firstMatch(of: /viewBox="0 0 320 ([\d.]+)"/).flatMap { Double($0.1) })
        for x in picture.svg.matches(of: /\sx="([\d.]+)" y="([\d.]+)"/) {
            #expect(Double(x.1).map { $0 <= 320 } == true && Double(x.2).map { $0 <= bottom } == true)
        }
    }

    @Test("is well-formed and free of markup whatever people call things")
    func hostile() throws {
        let picture = try picture(zone: "Europe/Berlin", hostile: "</title><script>\"'&\u{1}\u{202E}\u{FFFE}]]>")
        #expect(picture.title.hasPrefix("</title><script>\"'&\u{FFFD}\u{FFFD}\u{FFFD}]]>, week by week"))
        #expect(!picture.svg.contains("<script"))
    }

    @Test("is the same bytes for the same season")
    func stable() throws {
        #expect(try picture(zone: "Asia/Tokyo").svg == picture(zone: "Asia/Tokyo").svg)
    }

    @Test(
        "has no coordinate with a long tail",
        arguments: [(1.0, "1"), (0.5, "0.5"), (11.076923, "11.08"), (-2.05, "-2.05"), (-0.001, "0")])
    func numbers(value: Double, text: String) {
        #expect(SVG.number(value) == text)
    }

    /// Three weeks seen on a Wednesday of the first: sessions in Asia and the Americas, one of two in Europe cancelled, the
    /// third week frozen.
    private func picture(zone: String?, weeks: Int = 3, hostile: String? = nil) throws -> Drawn {
        let zones = TimeZoneCatalog.shipped
        let title = String(decoding: try JSONEncoder().encode(hostile ?? "Nova"), as: UTF8.self)
        let program = try JSONDecoder().decode(
            ProgramView.self,
            from: Data(
                """
                {"name":"nova","title":\(title),"contact":"nova@example.org","location":"irc","seasonStart":"2027-01-04",
                "weeks":\(weeks),"cadence":"every-region","minutes":60,"capacity":2,
                "regions":["asia","europe","americas"],"announceWeeks":4,"areas":[],"stages":[]}
                """.utf8))
        let sessions = try [
            (1, "asia", "Asia/Tokyo", "2027-01-05T17:00:00", "2027-01-05T08:00:00Z", "announced"),
            (2, "asia", "Asia/Tokyo", "2027-01-12T17:00:00", "2027-01-12T08:00:00Z", "announced"),
            (1, "europe", "Europe/Berlin", "2027-01-06T16:30:00", "2027-01-06T15:30:00Z", "cancelled"),
            (2, "europe", "Europe/Berlin", "2027-01-13T16:30:00", "2027-01-13T15:30:00Z", "announced"),
            (1, "americas", "America/New_York", "2027-01-07T12:00:00", "2027-01-07T17:00:00Z", "tentative"),
        ].filter { $0.0 <= weeks }.map { try session($0, $1, $2, $3, $4, $5) }
        let freezes = try JSONDecoder().decode(
            [FreezeView].self,
            from: Data(
                """
                [{"id":1,"from":"2027-01-18","to":"2027-01-24","reason":"feature freeze","regions":[]},
                {"id":2,"from":"2027-01-15","to":"2027-01-17","reason":"days off","regions":["asia"]}]
                """.utf8))
        let grid = try SeasonGrid(
            program, sessions: sessions, freezes: freezes, zone: try zone.map { try zones.zone(named: $0) },
            now: try #require(Instant(rfc3339: "2027-01-06T12:00:00Z")), zones: zones)
        return try Drawn(SeasonPicture(grid: grid).svg)
    }

    private func session(
        _ week: Int, _ region: String, _ zone: String, _ local: String, _ start: String, _ status: String
    ) throws -> SessionView {
        let end = try #require(Instant(rfc3339: start)).adding(seconds: 3600).rfc3339
        return try JSONDecoder().decode(
            SessionView.self,
            from: Data(
                """
                {"code":"nova-202701-w0\(week)-\(region)","uid":"\(week)-\(region)","program":"nova","season":"202701","week":\(week),
                "region":"\(region)","status":"\(status)","mentor":{"name":"Akira"},"zone":"\(zone)",
                "localStart":"\(local)","start":"\(start)","end":"\(end)","minutes":60,"sequence":0,"capacity":2,
                "enrolled":0,"waitlisted":0,"location":"irc","review":null}
                """.utf8))
    }
}
