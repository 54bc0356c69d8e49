import CivilTime
import Mentoring
import MentoringService
import Testing

/// What is known, and by whom, once a server has died between what it did and what it would have said; and what is found all the
/// same.
@Suite("What is known after a kill")
struct KillTests {
    private static let session = "glance-\(Cast.season)-w01-europe"

    /// A world in which Cyd has a seat, was sent the invitation and sends an answer to it, of which the server dies.
    private func answered(
        _ answer: Step.Answer, _ manner: Step.Manner, isLost: Bool
    ) async throws -> Transition {
        let world = try await World()
        var (model, right) = (Model(), Transition?.none)
        let steps: [Step] = [
            .publish("glance", changes: 0), .join("cyd", program: "glance"), .enroll("cyd", session: Self.session),
            .killed(during: .answer("cyd", 0, answer, manner), atWrite: 1, before: isLost),
        ]
        for step in steps {
            world.clock.turn(minutes: 1)
            let before = try await world.snapshot()
            let deed = try await world.carryOut(step, &model)
            #expect(deed.refusal == nil, "\(step)")
            let after = try await world.snapshot()
            let mails = try after.mails.dropFirst(before.mails.count).map { try PostedMail($0, by: world.zones) }
            #expect(model.learn(from: deed, mails) == [])
            for mail in try await world.sendMail(.atOnce) {
                _ = model.delivered.take(try PostedMail(mail, by: world.zones))
            }
            right = Transition(
                step: step, before: before, after: after, deed: deed, mails: mails, model: model, zones: world.zones)
        }
        let done = try #require(right)
        #expect(done.deed.wasKilled)
        return done
    }

    @Test(
        "whoever has declined knows it, whether or not the server got to note it, and nobody else is excused by that",
        arguments: [
            (.declined, .honest, true), (.declined, .gateway, true), (.declined, .ahead, true),
            (.accepted, .honest, false), (.tentative, .honest, false),
            (.declined, .otherSender, false), (.declined, .damaged, false), (.declined, .unsubscribe, false),
        ] as [(Step.Answer, Step.Manner, Bool)])
    func declined(answer: Step.Answer, manner: Step.Manner, isKnown: Bool) async throws {
        for isLost in [true, false] {
            let right = try await answered(answer, manner, isLost: isLost)
            for rule in Invariant.telling { #expect(rule.breaches(right) == [], "\(rule.rule)") }
        }
        // Without a word to her, and without one of hers, her seat goes.
        let right = try await answered(answer, manner, isLost: true)
        var after = right.after
        after.meetings[Self.session]?.enrollments = []
        let wrong = Transition(
            step: right.step, before: right.before, after: after, deed: right.deed, mails: right.mails,
            model: right.model, zones: right.zones)
        #expect(Invariant.telling[0].breaches(wrong).isEmpty == isKnown)
    }

    @Test("whoever may have been taken in for a season does not know it; whoever was refused does")
    func unsure() async throws {
        let cyd = try Cast.email("cyd")
        for (isMember, isLost) in [(true, false), (true, true), (false, false)] {
            let world = try await World()
            var model = Model()
            let start: [Step] = [.publish("glance", changes: 0)] + (isMember ? [.join("cyd", program: "glance")] : [])
            for step in start { _ = try await world.carryOut(step, &model) }
            let step = Step.enrollForSeason("cyd", program: "glance", region: "europe")
            let deed = try await world.carryOut(
                isMember ? .killed(during: step, atWrite: 1, before: isLost) : step, &model)
            #expect(deed.wasKilled == isMember && (deed.refusal == nil) == isMember)
            #expect(model.isStanding(cyd, in: "glance-\(Cast.season)-w04-europe") == isMember)
            #expect(model.belief(of: cyd, in: Self.session) == (isMember ? .unsure : .out))
        }
    }

    @Test(
        "a server that dies of it is no fault",
        arguments: [
            // What somebody has declined is theirs no more, and no CANCEL says so.
            [
                .join("bob", program: "nova"), .nextSeason("nova", postpones: false), .publishNext("nova", changes: 0),
                .enroll("bob", session: "nova-\(Cast.next)-w01-europe"),
                .killed(during: .answer("bob", 1, .declined, .honest), atWrite: 1, before: false),
            ],
            // Whoever is taken out of what is only tentative hears it from who does it.
            [
                .publish("glance", changes: 0), .join("cyd", program: "glance"),
                .enroll("cyd", session: "glance-\(Cast.season)-w04-europe"),
                .killed(during: .removeTrainee("cyd", program: "glance"), atWrite: 1, before: false),
            ],
            // An answer that may not have come in is sent again.
            [
                .publish("glance", changes: 0), .join("cyd", program: "glance"), .enroll("cyd", session: session),
                .killed(during: .answer("cyd", 0, .declined, .honest), atWrite: 1, before: true),
                .answer("cyd", 0, .declined, .again),
            ],
        ] as [[Step]])
    func history(steps: [Step]) async throws {
        let trial = try await Trial.of(steps)
        #expect(trial.violation == nil)
        #expect((trial.tally.killed, trial.tally.refused) == (1, 0))
    }
}
