import CivilTime
import Testing
import TimeZoneCatalog

@testable import Mentoring
@testable import MentoringAPI
@testable import MentoringService
@testable import ProgramFile
@testable import SeasonPlanning

@Suite("The ranking of reviews")
struct ReviewRankingTests {
    private static let people = (1...5).map { Identifier<Person>(Int64($0)) }

    private func ranking(
        covered: [Program.Area: Set<Identifier<Person>>] = [:], audience: [Identifier<Person>] = people,
        knows: [Program.Area]? = nil
    ) throws -> ReviewRanking {
        let akira = Person(
            name: "Akira", email: try EmailAddress("akira@example.org"),
            zone: try TimeZoneCatalog.shipped.zone(named: "Asia/Tokyo"))
        return ReviewRanking(
            audience: Set(audience), audienceName: "enrolled", covered: covered,
            mentor: knows.map { Mentor(program: "nova", person: akira, region: .asia, knows: $0) },
            now: try instant("2027-01-29T00:00:00Z"))
    }

    private func review(_ area: String? = "scheduler", proposed: String = "2027-01-29T00:00:00Z", id: Int64 = 1) throws
        -> Review
    {
        Review(
            id: Identifier(id), program: "nova", url: "https://example.org/\(id)", title: "t", area: area,
            proposer: Self.people[0], proposed: try instant(proposed))
    }

    @Test("gives its points and says why")
    func words() throws {
        let standing = try ranking(covered: ["scheduler": Set(Self.people[..<2])], knows: ["scheduler"])
            .standing(of: review(proposed: "2027-01-08T00:00:00Z"), votes: 7)
        #expect(standing.points == 14 + 2 + 2 + 3)
        #expect(
            standing.why
                == "7 votes, 3 of 5 enrolled have not covered scheduler, Akira knows scheduler, waits for 3 weeks")
    }

    @Test(
        "counts by the share of the audience that an area is new to",
        arguments: [
            (0, 4, "5 of 5 enrolled have not covered scheduler"), (1, 3, "4 of 5 enrolled have not covered scheduler"),
            (4, 0, "1 of 5 enrolled has not covered scheduler"), (5, 0, "all 5 enrolled have covered scheduler"),
        ])
    func share(covered: Int, points: Int, why: String) throws {
        let standing = try ranking(covered: ["scheduler": Set(Self.people[..<covered])]).standing(
            of: review(), votes: 0)
        #expect(standing == ReviewStanding(points: points, why: "0 votes, \(why)"))
    }

    @Test(
        "lets what waits rise by a point a week, four at most",
        arguments: [
            ("2027-01-22T00:00:01Z", 0, "1 vote"), ("2027-01-22T00:00:00Z", 1, "1 vote, waits for 1 week"),
            ("2026-12-04T00:00:00Z", 4, "1 vote, waits for 8 weeks"), ("2027-02-22T00:00:00Z", 0, "1 vote"),
        ])
    func age(proposed: String, points: Int, why: String) throws {
        let standing = try ranking(audience: []).standing(of: review(proposed: proposed), votes: 1)
        #expect(standing == ReviewStanding(points: 2 + points, why: why))
    }

    @Test("knows nothing of a review without an area but votes and age")
    func noArea() throws {
        let standing = try ranking(knows: ["scheduler"]).standing(of: review(nil), votes: 2)
        #expect(standing == ReviewStanding(points: 4, why: "2 votes"))
    }

    @Test("puts what can be picked first, then points, then votes, then age")
    func order() throws {
        func ranked(_ id: Int64, points: Int, votes: Int, proposed: String, picked: Bool = false) throws -> RankedReview
        {
            RankedReview(
                review: try review(proposed: proposed, id: id), votes: votes,
                standing: ReviewStanding(points: points, why: ""), isPicked: picked, facts: nil)
        }
        let early = "2027-01-01T00:00:00Z"
        let late = "2027-01-02T00:00:00Z"
        let wanted = [
            try ranked(6, points: 9, votes: 0, proposed: late), try ranked(5, points: 8, votes: 4, proposed: late),
            try ranked(4, points: 8, votes: 3, proposed: early), try ranked(2, points: 8, votes: 3, proposed: late),
            try ranked(3, points: 8, votes: 3, proposed: late),
            try ranked(1, points: 99, votes: 9, proposed: early, picked: true),
        ]
        #expect(wanted.reversed().sorted(by: RankedReview.precedes).map(\.review.id) == wanted.map(\.review.id))
    }
}
