import Mentoring
import MentoringAPI
import MentoringService
import Testing

/// After `apply`, people read what the next plan does to announced sessions: it has to be what it does.
@Suite("What a file's hint says of the next plan")
struct NextPlanHintTests {
    private static let a = "{ name: a, start: 2027-01-04, weeks: 6 }"
    private static let b = "{ name: b, start: 2027-02-15, weeks: 6 }"

    private static func file(_ seasons: [String], freezes: String = "") -> String {
        small(weeks: 6, freezes: freezes).replacing(
            "season: { start: 2027-01-04, weeks: 6 }", with: "seasons: [\(seasons.joined(separator: ", "))]")
    }

    private static func season(_ season: String, _ terms: String) -> String {
        season.replacing(" }", with: ", \(terms) }")
    }

    private func announced(_ fixture: Fixture, in names: ArraySlice<String>) async throws -> Set<String> {
        var codes: Set<String> = []
        for name in names {
            codes.formUnion(
                try await fixture.service.sessions(of: "nova", upcoming: false, season: name, for: Viewer())
                    .filter { $0.status == .announced }.map(\.code))
        }
        return codes
    }

    @Test(
        "is what the next plan does, whichever terms a season has of its own",
        arguments: [
            "regions: [asia]", "regions: [europe, americas]", "regions: [{ asia: APAC }, europe]",
            "regions: [asia], session: { minutes: 45, capacity: 3 }", "regions: [asia], cadence: one-region-a-week",
            "regions: [americas], meets: every-2-weeks", "session: { capacity: 3 }", "session: { capacity: 1 }",
            "session: { minutes: 30 }", "cadence: one-region-a-week", "meets: every-2-weeks", "when-frozen: postpone",
            "announce-weeks: 1", "notice-hours: 200",
        ])
    func terms(terms: String) async throws {
        let (a, b) = (Self.season(Self.a, terms), Self.season(Self.b, terms))
        let freeze = "{ from: 2027-01-11, to: 2027-01-17, reason: release, regions: [europe] }"
        try await expectHint([Self.a], then: [a])
        // What one season does not have any more the other still has.
        try await expectHint([Self.a, Self.b], then: [a, Self.b], freezes: freeze)
        try await expectHint([Self.a, Self.b], then: [Self.a, b])
    }

    @Test("is what the next plan does to a season made shorter, of other regions, too", arguments: [1, 2, 3, 5])
    func weeks(weeks: Int) async throws {
        let shorter = Self.a.replacing("weeks: 6", with: "weeks: \(weeks)")
        try await expectHint([Self.a, Self.b], then: [shorter, Self.b])
        try await expectHint([Self.a, Self.b], then: [Self.season(shorter, "regions: [europe]"), Self.b])
    }

    @Test("is the same where a season met in fewer regions before")
    func moreRegions() async throws {
        let fewer = Self.season(Self.a, "regions: [asia]")
        try await expectHint([fewer, Self.b], then: [Self.a, Self.b])
        try await expectHint([fewer, Self.b], then: [Self.season(Self.a, "regions: [europe]"), Self.b])
    }

    /// Announces what seasons have, applies others, and compares what that says with what the next plans do.
    private func expectHint(_ seasons: [String], then others: [String], freezes: String = "") async throws {
        let fixture = try await Fixture.with(Self.file(seasons))
        let names = ["a", "b"].prefix(seasons.count)
        for name in names { _ = try await fixture.service.plan("nova", publish: true, season: name) }
        let before = try await announced(fixture, in: names)
        try #require(!before.isEmpty)
        let said = try await fixture.apply(Self.file(others, freezes: freezes)).map(\.description)
        var lost: Set<String> = []
        for name in names {
            let changes = try await fixture.service.plan("nova", publish: false, season: name).changes
            lost.formUnion(changes.map(\.session).filter(before.contains))
        }
        let hint = said.filter { $0.hasPrefix("hint: the next plan") }
        let words = lost.count == 1 ? "1 announced session," : "\(lost.count) announced sessions,"
        if lost.isEmpty {
            #expect(hint.allSatisfy { $0.contains("leaves all \(before.count) announced") }, "\(others): \(said)")
        } else {
            #expect(hint.count == 1 && hint[0].contains("changes \(words)"), "\(others): \(said), lost \(lost)")
        }
        if lost.count <= 6 {
            #expect(lost.allSatisfy { code in hint.contains { $0.contains(code) } }, "\(others): \(said)")
        }
    }
}
