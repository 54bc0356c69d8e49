import Foundation
import Testing

@testable import meridian

@Suite("meridian why")
struct WhyCommandTests {
    @Test(
        "it says who leads, on which clocks, and what speaks against the others, without addresses",
        arguments: BackEnd.allCases)
    func why(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let why = try await meridian.run("why", "nova-2027a-w05-europe", "--zone", "Asia/Tokyo")
        #expect(why.status == 0, "\(why.errors)")
        #expect(why.lines[0].hasPrefix("nova-2027a-w05-europe: ") && why.output.contains(" Tokyo\n"))
        #expect(why.output.contains("\n\nWhy nobody else\n"))
        #expect(!why.output.contains("@"))
        let json = try await meridian.run("why", "nova-2027a-w05-europe", "--json").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((object["objections"] as? [[String: Any]])?.count == 3)
    }

    @Test(
        "a mentor is told why not, or that they do lead; a week outside the season is refused",
        arguments: BackEnd.allCases)
    func whyNot(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let away = try await meridian.run("why-not", "nova", "--mentor", "zoe@example.org", "--week", "15")
        #expect(away.lines[0] == "Zoë Müller is away then: 2027-04-05 to 2027-04-18")
        #expect(away.lines[1].hasPrefix("nova-2027a-w15-europe is led by "))
        let outside = try await meridian.run("why-not", "nova", "--mentor", "Zoë", "--week", "30")
        #expect((outside.status, outside.errors) == (1, "meridian: nova has the weeks 1 to 26, and no week 30\n"))
        let nobody = try await meridian.run("why-not", "nova", "--mentor", "Ciarn", "--week", "3")
        #expect(
            (nobody.status, nobody.errors)
                == (1, "meridian: there is no mentor of nova called Ciarn; did you mean Ciarán Byrne?\n"))
    }

    @Test("a plan explains each turn to come in a few lines", arguments: BackEnd.allCases)
    func explain(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let plan = try await meridian.run("plan", "nova", "--explain")
        let explained = plan.output.split(separator: "\nWhy (").last.map(String.init) ?? ""
        let lines = explained.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("  nova-2027a-w") } == 71)
        #expect(explained.contains("announced, and stays") && !explained.contains("@"))
    }
}
