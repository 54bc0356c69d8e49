import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A freeze")
struct FreezeTests {
    @Test("that takes another's place in the file overlaps none")
    func inPlaceOf() async throws {
        let fixture = try await Fixture.with(small(freezes: "{ from: 2027-01-18, to: 2027-01-24, reason: release }"))
        let file = small(freezes: "{ from: 2027-01-19, to: 2027-01-25, reason: release }")
        let changes = try await fixture.apply(file, prune: true).map(\.description)
        #expect(
            changes == [
                "removed freeze 2027-01-18..2027-01-24: release", "added freeze 2027-01-19..2027-01-25: release",
            ])
    }

    @Test("says which sessions to come lie on its days in its regions; those called off and those over do not")
    func onIt() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.service.ask(PlanSeason(program: "nova", publish: true))
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w02-europe", reason: "ill"))
        func add(_ days: String, _ regions: [Region] = []) async throws -> [String]? {
            try await fixture.service.ask(
                AddFreeze(program: "nova", days: DayRange(days), reason: "feast", regions: regions)
            ).sessions
        }
        #expect(try await add("2027-01-04..2027-01-06", [.asia]) == ["nova-202701-w01-asia"])
        // The same days again, though they are known.
        #expect(try await add("2027-01-04..2027-01-06", [.asia]) == ["nova-202701-w01-asia"])
        let second = try await add("2027-01-11..2027-01-17")
        #expect(second?.count == 2 && second?.contains("nova-202701-w02-europe") == false)
        #expect(try await add("2027-02-08..2027-02-09") == [])
        try fixture.clock.set("2027-01-25T00:00:00Z")
        #expect(try await add("2027-01-18..2027-01-24") == [])
        #expect(try await fixture.service.ask(ListFreezes(program: "nova")).allSatisfy { $0.sessions == nil })
    }

    @Test("that is there already keeps its reason, and says so")
    func secondReason() async throws {
        let fixture = try await Fixture.with(small())
        func add(_ reason: String) async throws -> FreezeView {
            try await fixture.service.ask(
                AddFreeze(program: "nova", days: DayRange("2027-01-18..2027-01-24"), reason: reason))
        }
        let first = try await add("feast")
        #expect(first.remarks == [])
        let second = try await add("release")
        #expect((second.id, second.reason, second.wasKnown) == (first.id, "feast", true))
        #expect(
            second.remarks == [
                "keeps its reason; to give it another, remove it first: meridian freeze remove \(first.id)"
            ])
    }

    @Test(
        "says when it freezes nothing of the season, and what is frozen already",
        arguments: [
            // The season is 2027-01-04..2027-01-31; 18 to 24 January are frozen for all, and the 11th to 12th for Asia.
            ("2027-01-05", "2027-01-06", [], []), ("2027-01-01", "2027-01-04", [], []),
            ("2027-01-31", "2027-02-28", [], []), ("2027-01-25", "2027-01-25", [], []),
            (
                "2027-02-01", "2027-02-02", [],
                ["lies outside the season, 2027-01-04..2027-01-31, so it freezes nothing of it"]
            ),
            (
                "2026-12-20", "2027-01-03", [Region.asia],
                ["lies outside the season, 2027-01-04..2027-01-31, so it freezes nothing of it"]
            ),
            ("2027-01-24", "2027-01-26", [], ["overlaps the freeze 2027-01-18..2027-01-24, release"]),
            ("2027-01-20", "2027-01-21", [.europe], ["overlaps the freeze 2027-01-18..2027-01-24, release"]),
            ("2027-01-12", "2027-01-13", [.europe], []),
            ("2027-01-12", "2027-01-13", [.asia], ["overlaps the freeze 2027-01-11..2027-01-12, New Year"]),
            ("2027-01-12", "2027-01-12", [], ["overlaps the freeze 2027-01-11..2027-01-12, New Year"]),
        ] as [(String, String, [Region], [String])])
    func remarks(from: String, to: String, regions: [Region], expected: [String]) async throws {
        let known =
            "{ from: 2027-01-18, to: 2027-01-24, reason: release }, "
            + "{ from: 2027-01-11, to: 2027-01-12, reason: New Year, regions: [asia] }"
        let fixture = try await Fixture.with(small(freezes: known))
        let freeze = AddFreeze(
            program: "nova", from: try day(from), to: try day(to), reason: "holiday", regions: regions)
        for _ in 1...2 { #expect(try await fixture.service.ask(freeze).remarks == expected) }
        // A file that says the same says it too, once.
        let whose = regions.isEmpty ? "" : " of \(regions.map(\.rawValue).joined(separator: ", "))"
        let added = regions.isEmpty ? "" : ", regions: [\(regions.map(\.rawValue).joined(separator: ", "))]"
        let file = small(freezes: known + ", { from: \(from), to: \(to), reason: holiday\(added) }")
        let other = try await Fixture.with(small(freezes: known))
        let changes = try await other.apply(file).map(\.description)
        #expect(
            changes == [
                (["added freeze \(from)..\(to)\(whose): holiday"] + expected.map { "it \($0)" }).joined(separator: "; ")
            ])
        #expect(try await other.apply(file).isEmpty)
    }

    @Test(
        "neither does a slot outside the season pass silently",
        arguments: [
            ("from: 2027-02-01", true), ("until: 2027-01-03", true), ("from: 2027-01-31", false),
            ("until: 2027-01-04", false),
        ])
    func slots(days: String, isOutside: Bool) async throws {
        let fixture = try await Fixture.with(small())
        let file = small().replacing("{ every: \"Tue 17:00\" }", with: "{ every: \"Tue 17:00\", \(days) }")
        let changes = try await fixture.apply(file).map(\.description)
        #expect(
            changes.contains { $0.hasSuffix("it lies outside the season, 2027-01-04..2027-01-31") } == isOutside,
            "\(changes)")
    }
}
