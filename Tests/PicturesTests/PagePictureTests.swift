import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing

@testable import Pictures

@Suite("Pictures within pages")
struct PagePictureTests {
    private static let hostile = "</svg><script>alert('&')</script>"

    @Test("the season as a whole says who leads which week, what is open, and each load beside its fair share")
    func overview() throws {
        let picture = try drawn(report(mentor: "Akira"))
        #expect(
            picture.titles == [
                "Week 1, Asia: Akira", "Week 2, Asia: nobody leads: no mentor", "Week 3, Asia: frozen: release",
                "Week 4, Asia: called off: ill", "A, Akira: 4 turns, the fair share is 2.5, 1.5 h off",
            ])
        #expect(picture.account.hasPrefix("Nobody leads in 1 turn. A, Akira: 4 turns"))
        for words in [">A<", "nobody leads", "frozen: no session", "called off", "4, fair 2.5, 1.5 h off"] {
            #expect(picture.svg.contains(words), "\(words)")
        }
    }

    @Test("a plan shows each region as it is and as planned, and frames what becomes another")
    func plan() throws {
        let picture = try drawn(
            plan(
                before: #"[{"week":1,"region":"asia","mentor":"Akira"},{"week":2,"region":"asia","mentor":"Mei"}]"#,
                changes: #"[{"session":"nova-202701-w02-asia","kind":"dropped","from":"a","to":null}]"#,
                uncovered: #"[{"week":2,"region":"asia","reason":"away"}]"#))
        #expect(
            picture.titles.prefix(2) == [
                "Week 1, Asia: Akira leads", "Week 2, Asia: Mei leads now; nobody would lead",
            ])
        #expect(picture.account.hasPrefix("1 turn would change."))
        #expect(
            picture.svg.contains("class=\"open changed\"") && picture.svg.contains("framed: another mentor or hour"))
    }

    @Test("who leads after a plan is told apart from whoever has the same name")
    func namesakes() throws {
        let before = #"[{"week":1,"region":"asia","mentor":"Kim-a1b2"},{"week":2,"region":"asia","mentor":"Kim-c3d4"}]"#
        let picture = try drawn(
            plan(before: before, after: before, changes: "[]", uncovered: "[]"))
        #expect(picture.account == "No turn changes. A, Kim-a1b2: 1 turn. B, Kim-c3d4: 1 turn.")
        #expect(!picture.svg.contains("Akira"))
    }

    @Test("a plan of an older server has none, and one of nothing is a picture all the same")
    func nothing() throws {
        #expect(try PagePicture(plan(before: "null", changes: "[]", uncovered: "[]")) == nil)
        #expect(try drawn(plan(before: "[]", changes: "[]", uncovered: "[]")).account == "No turn changes.")
    }

    @Test("who came is a column a week, what nobody recorded is dashed")
    func attendance() throws {
        let picture = try Drawn(PagePicture(health(weeks: 4)).svg)
        #expect(
            picture.titles == [
                "Week 1, Asia: 3 of 12 came", "Week 2, Asia: not recorded", "Week 3, Asia: 0 of 12 came",
            ])
        #expect(picture.svg.contains("class=\"unknown\""))
        #expect(picture.account == "Asia: 3 came to 2 sessions with 24 seats.")
    }

    @Test(
        "they keep within their frame however long the season is, and are free of markup", arguments: [1, 13, 14, 104])
    func frame(weeks: Int) throws {
        for svg in try [
            PagePicture(report(weeks: weeks, mentor: Self.hostile)).svg, PagePicture(health(weeks: weeks)).svg,
        ] {
            let picture = try Drawn(svg)
            let bottom = try #require(svg.firstMatch(of: /viewBox="0 0 320 ([\d.]+)"/).flatMap { Double($0.1) })
            for match in svg.matches(of: /\sx="([\d.]+)" y="([\d.]+)"/) {
                #expect(Double(match.1).map { $0 <= 320 } == true && Double(match.2).map { $0 <= bottom } == true)
            }
            #expect(!picture.svg.contains("<script"))
        }
    }

    @Test("within a page it has neither style nor marks, of which the page has its own")
    func inPage() throws {
        let picture = try PagePicture(report(mentor: "Akira"))
        #expect(!picture.inPage.contains("<style") && !picture.inPage.contains("<defs"))
        #expect(picture.svg.contains("<style") && picture.svg.contains("<defs"))
        // Every selector is theirs alone.
        for line in PagePicture.style.split(separator: "\n") where line.contains("{") {
            #expect(line.hasPrefix(".turns") || line.hasPrefix("@media") || line.hasPrefix("--"), "\(line)")
        }
        #expect((0...27).map(TurnGrid.letters).suffix(3) == ["Z", "AA", "AB"])
    }

    private func drawn(_ report: SeasonReportView) throws -> Drawn { try Drawn(PagePicture(report).svg) }

    private func drawn(_ plan: PlanView) throws -> Drawn { try Drawn(#require(PagePicture(plan)).svg) }

    private func report(weeks: Int = 4, mentor: String) throws -> SeasonReportView {
        let turns = [
            #"{"week":1,"region":"asia","state":"covered","mentor":"\#(mentor)"}"#,
            #"{"week":2,"region":"asia","state":"uncovered","reason":"no mentor"}"#,
            #"{"week":3,"region":"asia","state":"frozen","reason":"frozen: release"}"#,
            #"{"week":4,"region":"asia","state":"called-off","reason":"ill"}"#,
        ]
        return try decoded(
            """
            {"program":"nova","title":"Nova","seasonStart":"2027-01-04","weeks":\(weeks),"regions":["asia"],
            "asOf":"2027-01-01T00:00:00Z","turns":[\(turns.prefix(weeks).joined(separator: ","))],"coverage":[],
            "ledger":{"mentors":[{"mentor":"\(mentor)","region":"asia","weight":1,"carry":0,"turns":4,"fairShare":2.5,
            "unsocialHours":1.5,"earlier":[]}],"spread":[],"trainees":[]},
            "duties":[],"humane":[],"clockChanges":[],"surprises":[],"fragile":[],"proof":{},"timeZoneRelease":"2026f"}
            """)
    }

    private func plan(
        before: String, after: String = "null", changes: String, uncovered: String
    ) throws -> PlanView {
        try decoded(
            """
            {"program":"nova","published":false,"sessions":[\(before == "[]" ? "" : Self.session)],
            "uncovered":\(uncovered),"changes":\(changes),"announced":0,"promotions":[],"promotedElsewhere":0,"lost":[],
            "lostElsewhere":0,"passedBy":[],"told":0,"toldNames":[],"levels":{},"proof":{},"fairness":[],"duties":[],
            "before":\(before),"after":\(after)}
            """)
    }

    private static let session = """
        {"code":"nova-202701-w01-asia","season":"202701","uid":"u","program":"nova","week":1,"region":"asia",
        "status":"announced","mentor":{"name":"Akira"},"zone":"Asia/Tokyo","localStart":"2027-01-05T17:00",
        "start":"2027-01-05T08:00:00Z","end":"2027-01-05T09:00:00Z","minutes":60,"sequence":0,"capacity":12,
        "enrolled":0,"waitlisted":0,"location":"x","review":null}
        """

    private func health(weeks: Int) throws -> HealthView {
        let meetings = [
            #"{"week":1,"seats":12,"enrolled":5,"came":3,"asynchronous":0,"visitors":0}"#,
            #"{"week":2,"seats":12,"enrolled":5,"asynchronous":0,"visitors":0}"#,
            #"{"week":3,"seats":12,"enrolled":5,"came":0,"asynchronous":0,"visitors":0}"#,
        ]
        let sum = #"{"meetings":2,"came":3,"seats":24}"#
        return try decoded(
            """
            {"program":"nova","seasonStart":"2027-01-04","weeks":\(weeks),"regions":[{"region":"asia","people":3,
            "meetings":[\(meetings.prefix(weeks).joined(separator: ","))],"sum":\(sum),"recent":\(sum),"earlier":\(sum),
            "withers":[],"remedies":[]}],"queues":[],"signOffs":[],"mentors":[],"mails":{"week":0,"season":0,"readers":1}}
            """)
    }

    private func decoded<Answer: Decodable>(_ json: String) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: Data(json.utf8))
    }
}
