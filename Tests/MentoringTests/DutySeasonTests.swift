import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("A duty's weeks, season after season")
struct DutySeasonTests {
    private let people = ["ana", "bo", "chi"]

    /// Two seasons of two weeks, both published, the first week of the first begun.
    private func twoSeasons() async throws -> Fixture {
        let fixture = try await Fixture.with(triage(weeks: 2, by: people))
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-01-05T09:00:00Z")
        try await fixture.apply(triage(start: "2027-02-01", weeks: 2, by: people))
        _ = try await fixture.service.plan("nova", publish: true, season: "202702")
        return fixture
    }

    @Test("are listed as sessions are: a season's, and to come those of every season unless one is named")
    func listed() async throws {
        let fixture = try await twoSeasons()
        func weeks(upcoming: Bool? = nil, _ season: String? = nil) async throws -> [String] {
            let request = ListDuties(program: "nova", upcoming: upcoming, season: season)
            return try await fixture.service.ask(request).flatMap(\.turns).map { "\($0.code)" }
        }
        let first = ["nova-202701-w01-triage", "nova-202701-w02-triage"]
        let second = ["nova-202702-w01-triage", "nova-202702-w02-triage"]
        #expect(try await weeks() == first)
        #expect(try await weeks("202701") == first)
        #expect(try await weeks("202702") == second)
        #expect(try await weeks(upcoming: true) == [first[1]] + second)
        #expect(try await weeks(upcoming: true, "202701") == [first[1]])
        #expect(try await weeks(upcoming: false, "202702") == second)
        await #expect(throws: Refusal.self) { try await weeks("202709") }
    }
}
