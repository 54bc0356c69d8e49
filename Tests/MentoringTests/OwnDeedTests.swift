import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

/// The answer told them; only their calendar does not know it yet.
@Suite("Nobody is mailed about what they did themselves")
struct OwnDeedTests {
    private static let announced = "nova-202701-w01-asia"
    private static let tentative = "nova-202701-w03-asia"

    /// Weeks 1 and 2 are announced, 3 and 4 tentative; of one seat each, ann has it and bob waits.
    private func queue(_ code: String) async throws -> Fixture {
        let fixture = try await Fixture.with(Self.yaml())
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: code)
        }
        return fixture
    }

    private static func yaml(capacity: Int = 1) -> String {
        small(weeks: 4, capacity: capacity, announce: 2, regions: "asia")
    }

    /// Somebody who organizes the program, and takes part in it.
    private func organizer(_ name: String, in fixture: Fixture) throws -> Client {
        fixture.client(.machine(as: try EmailAddress("\(name)@example.org")))
    }

    private func mails(_ fixture: Fixture, _ change: () async throws -> Void) async throws -> [String] {
        let before = try await fixture.service.ask(ListOutbox()).count
        try await change()
        return try await fixture.mail(after: before).sorted()
    }

    @Test(
        "who calls off what is tentative, and sits or waits in it, gets no letter; the other does",
        arguments: [("ann", "bob"), ("bob", "ann")])
    func calledOff(doer: String, other: String) async throws {
        let fixture = try await queue(Self.tentative)
        let told = try await mails(fixture) {
            let change = try await organizer(doer, in: fixture).ask(
                CancelSession(session: Self.tentative, reason: "ill"))
            #expect(change.told == 1)
        }
        #expect(told == ["calledOff \(Self.tentative) → \(other)"])
    }

    @Test("whose calendar holds it gets what brings that up to date, and nothing else")
    func calendars() async throws {
        let fixture = try await queue(Self.announced)
        let moved = try await mails(fixture) {
            let change = try await organizer("ann", in: fixture).ask(
                MoveSession(session: Self.announced, to: local("2027-01-06T18:00")))
            #expect(change.told == 3)
        }
        #expect(moved == ["akira", "ann", "bob"].map { "moved \(Self.announced) → \($0)" })
        let cancelled = try await mails(fixture) {
            _ = try await organizer("akira", in: fixture).ask(CancelSession(session: Self.announced, reason: "ill"))
        }
        #expect(
            cancelled == [
                "calledOff \(Self.announced) → bob", "cancelled by its mentor \(Self.announced) → contact",
            ]
                + ["akira", "ann"].map { "cancelled \(Self.announced) → \($0)" })
    }

    @Test("who waits and moves it gets no letter, nor the one that waited of a change before")
    func overtaken() async throws {
        let fixture = try await queue(Self.announced)
        _ = try await fixture.service.ask(MoveSession(session: Self.announced, to: local("2027-01-06T18:00")))
        #expect(try await fixture.mail().contains("moved \(Self.announced) → bob"))
        _ = try await organizer("bob", in: fixture).ask(
            MoveSession(session: Self.announced, to: local("2027-01-06T19:00")))
        #expect(try await !fixture.mail().contains { $0.hasSuffix("→ bob") })
    }

    @Test("of the seat that it gave them they hear", arguments: [announced, tentative])
    func consequences(code: String) async throws {
        let fixture = try await queue(code)
        let told = try await mails(fixture) {
            _ = try await organizer("bob", in: fixture).ask(ApplyProgram(text: Self.yaml(capacity: 2)))
        }
        #expect(told == ["\(code == Self.announced ? "promoted" : "movedUp") \(code) → bob"])
    }

    @Test("of what a plan chose they hear though they asked for the plan")
    func planned() async throws {
        let fixture = try await queue(Self.tentative)
        let client = try organizer("ann", in: fixture)
        let told = try await mails(fixture) {
            _ = try await client.ask(
                ApplyProgram(text: Self.yaml().replacing("zone: Asia/Tokyo", with: "zone: Asia/Kolkata")))
            _ = try await client.ask(PlanSeason(program: "nova", publish: true))
        }
        #expect(told.contains("moved \(Self.tentative) → ann"))
        #expect(told.contains("moved \(Self.tentative) → bob"))
    }
}
