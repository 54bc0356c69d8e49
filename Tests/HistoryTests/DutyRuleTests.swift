import CivilTime
import Mentoring
import MentoringService
import Testing

/// The controls of the rules of duties: what breaks one is found by it, and what does not is not.
@Suite("Rules of duties")
struct DutyRuleTests {
    /// One way to break each rule, in what is seen of a step in which nothing is wrong.
    enum Breach: Int, CaseIterable {
        /// Somebody else has a week, and no mail says so.
        case unsaid
        /// Somebody is given a week in which they have one.
        case twice
        /// An answer gives a week away.
        case givenAway
        /// Who declines a week has it still, and nothing is asked of anybody.
        case notOffered
        /// Nobody is left who could take what is offered.
        case idle
        /// Whoever was asked alone hears nothing when that ends.
        case unheard

        var invariant: Invariant { Invariant.duties[rawValue] }

        func steps(by holder: String, asking other: String) -> [Step] {
            switch self {
            case .unsaid, .twice: [.time(hours: 1)]
            case .givenAway: [.answerWeek(holder, 0, .accepted, .honest)]
            case .notOffered: [.answerWeek(holder, 0, .declined, .honest)]
            case .idle: [.offerWeek(program: "glance", to: nil)]
            case .unheard:
                [.offerWeek(program: "glance", to: other), .withdrawWeek(holder, program: "glance")]
            }
        }

        func done(to right: Transition, in code: String, by other: Person) throws -> Transition {
            var (after, mails) = (right.after, right.mails)
            var turn = try #require(after.weeks[code])
            switch self {
            case .unsaid, .givenAway: after.weeks[code]?.person = other
            case .twice:
                turn.code = DutyCode(program: "nova", season: Cast.season, week: turn.code.week, duty: Cast.duty)
                after.weeks["\(turn.code)"] = turn
            case .notOffered: after.weeks[code]?.offer = nil
            case .idle: after.programs["glance"]?.volunteers.removeAll { $0.person.id == other.id }
            case .unheard: mails = []
            }
            return Transition(
                step: right.step, before: right.before, after: after, deed: right.deed, mails: mails,
                model: right.model, zones: right.zones)
        }
    }

    @Test("are broken where it seems so, and nowhere else", arguments: Breach.allCases)
    func control(breach: Breach) async throws {
        let world = try await World()
        var (model, right) = (Model(), Transition?.none)
        func carryOut(_ step: Step) async throws {
            world.clock.turn(minutes: 1)
            let before = try await world.snapshot()
            let deed = try await world.carryOut(step, &model)
            #expect(deed.refusal == nil, "\(step)")
            let after = try await world.snapshot()
            let mails = try after.mails.dropFirst(before.mails.count).map { try PostedMail($0, by: world.zones) }
            for mail in mails { _ = model.read(mail) }
            for mail in try await world.sendMail(.atOnce) {
                _ = model.delivered.take(try PostedMail(mail, by: world.zones))
            }
            right = Transition(
                step: step, before: before, after: after, deed: deed, mails: mails, model: model, zones: world.zones)
        }
        for step in [Step.volunteer("ann", program: "glance"), .volunteer("cem", program: "glance")] {
            try await carryOut(step)
        }
        try await carryOut(.publish("glance", changes: 0))
        let first = try #require(try await world.snapshot().weeksToCome(of: "glance").first)
        let volunteers = try await world.snapshot().programs["glance"]?.volunteers.map(\.person)
        let other = try #require(volunteers?.first { $0.id != first.person.id })
        let (holder, asked) = (String(first.person.email.localPart), String(other.email.localPart))
        for step in breach.steps(by: holder, asking: asked) { try await carryOut(step) }
        let done = try #require(right)
        for invariant in Invariant.duties { #expect(invariant.breaches(done) == []) }
        let broken = try breach.done(to: done, in: first.code.description, by: other)
        #expect(breach.invariant.breaches(broken) != [])
    }
}
