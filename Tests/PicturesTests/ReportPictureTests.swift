import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing

@testable import Pictures

@Suite("The report's picture")
struct ReportPictureTests {
    @Test("has a cell for every turn, and says of each who leads or why nobody does")
    func cells() throws {
        let picture = try picture(turns: [
            turn(1, "covered", "\"mentor\":\"Akira\",\"people\":\(tally(humane: 2, edge: 1, night: 1))"),
            turn(2, "uncovered", "\"reason\":\"Asia has no mentor\""),
            turn(3, "frozen", "\"reason\":\"frozen: release\""),
            turn(4, "called-off", "\"reason\":\"ill\""), turn(5, "covered", "\"mentor\":\"Mei\",\"people\":\(tally())"),
        ])
        #expect(
            picture.titles.prefix(5) == [
                "Week 1, Asia: Akira; of those enrolled, 2 in their day, 1 at its edge, 1 in their night",
                "Week 2, Asia: nobody leads: Asia has no mentor", "Week 3, Asia: frozen: release",
                "Week 4, Asia: called off: ill", "Week 5, Asia: Mei",
            ])
        // Of 30 units half are two of four people.
        #expect(picture.svg.contains("<rect class=\"in-day\" x=\"81\" y=\"77\" width=\"22\" height=\"15\"/>"))
        for words in [
            "in their day", "at the edge", "in their night", "has a session", "nobody leads", "frozen", "called off",
        ] {
            #expect(picture.svg.contains("\(words)"), "\(words)")
        }
    }

    @Test("draws what each mentor leads beside their fair share")
    func loads() throws {
        let picture = try picture(turns: [], mentors: [("Akira", 4, "2.5"), ("Mei", 1, "2.5")])
        #expect(
            picture.titles == [
                "Akira: 4 turns, the fair share is 2.5, weight 1, carried over 0",
                "Mei: 1 turn, the fair share is 2.5, weight 1, carried over 0",
            ])
        #expect(picture.account.hasSuffix("Akira leads 4, fair would be 2.5. Mei leads 1, fair would be 2.5."))
        #expect(picture.svg.contains("Turns led; the line is the fair share"))
    }

    @Test("of nobody and nothing is a picture all the same")
    func empty() throws {
        let picture = try picture(weeks: 1, turns: [])
        #expect(picture.title == "Nova: a report on one week from Mon 4 January 2027")
        #expect(picture.account == "Asia: 1 of 2 turns have a session, 1 frozen.")
        #expect(!picture.svg.contains("Turns led"))
    }

    @Test("keeps within its frame however long the season is", arguments: [(1, 1), (53, 1), (54, 2), (104, 2)])
    func strips(weeks: Int, strips: Int) throws {
        let picture = try picture(
            weeks: weeks,
            turns: (1...weeks).map { turn($0, "covered", "\"mentor\":\"A\",\"people\":\(tally(humane: 1))") })
        #expect(picture.svg.matches(of: />Asia<\/text>/).count == strips)
        #expect(picture.titles.count == weeks)
        let bottom = try #require(picture.svg.firstMatch(of: /viewBox="0 0 640 ([\d.]+)"/).flatMap { Double($0.1) })
        for x in picture.svg.matches(of: /\sx="([\d.]+)" y="([\d.]+)"/) {
            #expect(Double(x.1).map { $0 <= 640 } == true && Double(x.2).map { $0 <= bottom } == true)
        }
    }

    @Test("is well-formed and free of markup whatever people call things, and the same bytes each time")
    func hostile() throws {
        let bad = "</svg><script>alert('&')</script>"
        func draw() throws -> Drawn {
            try picture(turns: [turn(1, "uncovered", "\"reason\":\"\(bad)\"")], mentors: [(bad, 1, "1")])
        }
        #expect(try !draw().svg.contains("<script"))
        #expect(try draw().titles.last?.hasPrefix(bad) == true)
        #expect(try draw().svg == draw().svg)
    }

    private func turn(_ week: Int, _ state: String, _ rest: String) -> String {
        "{\"week\":\(week),\"region\":\"asia\",\"state\":\"\(state)\",\(rest)}"
    }

    private func tally(humane: Int = 0, edge: Int = 0, night: Int = 0) -> String {
        "{\"humane\":\(humane),\"edge\":\(edge),\"night\":\(night),\"none\":0}"
    }

    private func picture(
        weeks: Int = 5, turns: [String], mentors: [(name: String, turns: Int, fair: String)] = []
    ) throws -> Drawn {
        let accounts = mentors.map {
            """
            {"mentor":"\($0.name)","region":"asia","weight":1,"carry":0,"turns":\($0.turns),"fairShare":\($0.fair),
            "unsocialHours":0,"earlier":[]}
            """
        }
        let report = try JSONDecoder().decode(
            SeasonReportView.self,
            from: Data(
                """
                {"program":"nova","title":"Nova","seasonStart":"2027-01-04","weeks":\(weeks),"regions":["asia"],
                "asOf":"2027-01-01T00:00:00Z","turns":[\(turns.joined(separator: ","))],
                "coverage":[{"region":"asia","wanted":2,"covered":1,"uncovered":1,"frozen":1,"calledOff":0}],
                "ledger":{"mentors":[\(accounts.joined(separator: ","))],"spread":[],"trainees":[]},
                "duties":[],"humane":[],"clockChanges":[],"surprises":[],"fragile":[],"proof":{},"timeZoneRelease":"2026f"}
                """.utf8))
        return try Drawn(ReportPicture(report).svg)
    }
}
