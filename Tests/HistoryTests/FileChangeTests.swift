import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing

@Suite("Random changes of a program's file: what is said is what happens")
struct FileChangeTests {
    /// How many changes: a dozen, or as many as `make test-histories` asks for.
    private static let count = ProcessInfo.processInfo.environment["HISTORIES"].flatMap { Int($0) } ?? 12
    private static let first = ProcessInfo.processInfo.environment["FIRST"].flatMap { UInt64($0) } ?? 1
    /// So many changes follow one another on one server.
    private static let each = 4

    @Test("applying and planning do what they said beforehand, and a rehearsal nothing")
    func everyChange() async throws {
        var (done, refused) = (0, 0)
        var seed = Self.first
        while done < Self.count {
            let world = try await Self.enrolled()
            var dice = Dice(seed: seed)
            var draft = FileDraft()
            for _ in 0..<min(Self.each, Self.count - done) {
                let known = draft
                draft.change(&dice)
                let prunes = dice.below(2) == 0
                let (isRefused, wrong) = try await Self.apply(draft.text, prunes: prunes, in: world)
                let complaints = try await wrong + Self.plan(in: world)
                #expect(complaints.isEmpty, "seed \(seed)\(prunes ? ", --prune" : ""):\n\(draft.text)")
                if isRefused { (draft, refused) = (known, refused + 1) }
                world.clock.turn(hours: 1)
                done += 1
            }
            seed += 1
        }
        #expect(refused < done / 2)
    }

    @Test("what was done and not said is found, and what was said and not done")
    func control() async throws {
        let world = try await Self.enrolled()
        var draft = FileDraft()
        (draft.capacity, draft.location) = (3, "ircs://irc.example.org/review")
        let client = try world.client(of: "nova")
        let before = try await world.snapshot()
        let changes = try await client.ask(ApplyProgram(text: draft.text))
        let applied = Announced(before: before, after: try await world.snapshot())
        #expect(applied.complaints(about: changes).isEmpty)
        #expect(!applied.complaints(about: []).isEmpty)
        let silent = changes.filter { !$0.what.contains("waiting list") }
        try #require(silent.count < changes.count)
        #expect(!applied.complaints(about: silent).isEmpty)
        let idle = Announced(before: applied.after, after: applied.after)
        #expect(!idle.complaints(about: changes).isEmpty)

        let plan = try await client.ask(PlanSeason(program: "nova", publish: true))
        let planned = Announced(before: applied.after, after: try await world.snapshot())
        #expect(planned.complaints(about: plan).isEmpty)
        try #require(!plan.changes.isEmpty && plan.told > 0)
        var withheld = plan
        withheld.changes.removeLast()
        #expect(planned.complaints(about: withheld).count == 1)
        withheld = plan
        withheld.told -= 1
        #expect(planned.complaints(about: withheld).count == 1)
    }

    /// A program whose season is published, and in whose first session of Europe somebody waits.
    private static func enrolled() async throws -> World {
        let world = try await World()
        // Applied as a draft, so that each later file differs by what was changed alone.
        _ = try await world.client(of: "nova").ask(ApplyProgram(text: FileDraft().text))
        _ = try await world.client(of: "nova").ask(PlanSeason(program: "nova", publish: true))
        var model = Model()
        var steps = [Step.publish("glance", changes: 0)]
        for name in ["ada", "bob", "cyd"] {
            steps += [.join(name, program: "nova"), .enroll(name, session: "nova-w01-europe")]
        }
        // Somebody who is elsewhere at about that hour.
        steps += [.join("dot", program: "glance"), .enroll("dot", session: "glance-w01-europe")]
        steps += [.join("dot", program: "nova"), .enroll("dot", session: "nova-w01-europe")]
        for step in steps { _ = try await world.carryOut(step, &model) }
        return world
    }

    private static func apply(_ text: String, prunes: Bool, in world: World) async throws -> (
        isRefused: Bool, complaints: [String]
    ) {
        let client = try world.client(of: "nova")
        let before = try await world.snapshot()
        let said = await answer { try await client.ask(ApplyProgram(text: text, prune: prunes, dryRun: true)) }
        var complaints = try await world.snapshot() == before ? [] : ["a dry run changed something"]
        let did = await answer { try await client.ask(ApplyProgram(text: text, prune: prunes)) }
        if said != did { complaints.append("apply said \(said), and did \(did)") }
        let now = try await world.snapshot()
        switch did {
        case .success(let changes): complaints += Announced(before: before, after: now).complaints(about: changes)
        case .failure where now != before: return (true, complaints + ["a refused file changed something"])
        case .failure: return (true, complaints)
        }
        return (false, complaints)
    }

    private static func plan(in world: World) async throws -> [String] {
        let client = try world.client(of: "nova")
        let before = try await world.snapshot()
        let said = await answer { try await client.ask(PlanSeason(program: "nova")) }
        var complaints = try await world.snapshot() == before ? [] : ["a plan that is not published changed something"]
        let did = await answer { try await client.ask(PlanSeason(program: "nova", publish: true)) }
        let now = try await world.snapshot()
        switch (said, did) {
        case (.success(let said), .success(let did)):
            if effects(of: said) != effects(of: did) {
                complaints.append("a plan said \(effects(of: said)), and did \(effects(of: did))")
            }
            complaints += Announced(before: before, after: now).complaints(about: said)
        case (.failure(let said), .failure(let did)):
            if said != did || now != before { complaints.append("a plan said \(said), and did \(did)") }
        default: complaints.append("one of a plan and its publishing was refused: \(said), \(did)")
        }
        return complaints
    }

    /// What a plan says that it does.
    private static func effects(of plan: PlanView) -> [String] {
        plan.changes.map { "\($0)" } + plan.promotions.map { "\($0)" } + plan.uncovered.map { "\($0)" }
            + plan.toldNames + ["\(plan.told) told, \(plan.announced) announced"]
    }

    private struct Refused: Error, Equatable { let words: String }

    private static func answer<Answer>(_ ask: () async throws -> Answer) async -> Result<Answer, Refused> {
        do { return .success(try await ask()) } catch { return .failure(Refused(words: "\(error)")) }
    }
}
