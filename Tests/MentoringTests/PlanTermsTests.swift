import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("A plan after its program's seats, minutes or place have changed")
struct PlanTermsTests {
    /// One announced session and one that is tentative.
    private static let file = small(weeks: 2, announce: 1, regions: "asia")

    @Test(
        "lists what changes in which session, and publishing does just that",
        arguments: [
            (
                "irc.example.org", "irc.example.net",
                [(1, PlanView.Change.Kind.location), (2, .location)]
            ),
            // What was announced lasts as long as was said.
            ("minutes: 60", "minutes: 90", [(2, .minutes)]),
        ] as [(String, String, [(Int, PlanView.Change.Kind)])])
    func terms(old: String, new: String, expected: [(Int, PlanView.Change.Kind)]) async throws {
        let fixture = try await Fixture.with(Self.file)
        _ = try await fixture.service.plan("nova", publish: true)
        try await fixture.apply(Self.file.replacing(old, with: new))
        let before = try await fixture.service.plan("nova", publish: false)
        #expect(before.changes.map(\.kind) == expected.map(\.1))
        for (change, week) in zip(before.changes, expected.map(\.0)) {
            let session = try await fixture.session(change.session)
            #expect(session.week == week)
            #expect(change.from == (change.kind == .minutes ? "\(session.minutes)" : session.location))
        }
        let published = try await fixture.service.plan("nova", publish: true)
        #expect(published.changes == before.changes && published.told == before.told)
        for change in published.changes {
            let session = try await fixture.session(change.session)
            #expect(change.to == (change.kind == .minutes ? "\(session.minutes)" : session.location))
        }
        #expect(try await fixture.service.plan("nova", publish: true).changes.isEmpty)
    }
}
