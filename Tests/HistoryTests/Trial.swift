import Mentoring
import MentoringAPI
import MentoringService

/// A history that was tried: what came of it, up to the first rule that did not hold.
struct Trial {
    /// What was counted.
    struct Tally {
        var steps = 0
        var refused = 0
        var killed = 0
        var mailsOut = 0
        /// Of those, as many as left: what several say of one session is one.
        var mailsLeft = 0
        var mailsIn: [MailEnd: Int] = [:]
        /// How often each kind of step was done and not refused.
        var kinds: [String: Int] = [:]

        static func + (one: Tally, other: Tally) -> Tally {
            Tally(
                steps: one.steps + other.steps, refused: one.refused + other.refused,
                killed: one.killed + other.killed, mailsOut: one.mailsOut + other.mailsOut,
                mailsLeft: one.mailsLeft + other.mailsLeft,
                mailsIn: one.mailsIn.merging(other.mailsIn, uniquingKeysWith: +),
                kinds: one.kinds.merging(other.kinds, uniquingKeysWith: +))
        }
    }

    private(set) var tally = Tally()
    private(set) var violation: Violation?
    /// The steps up to it.
    private(set) var doneSteps: [Step] = []

    /// Does a history in a new world, and judges it after each step.
    static func of(_ steps: [Step], apart: Bool = false, by invariants: [Invariant] = Invariant.all) async throws
        -> Trial
    {
        let world = try await World(apart: apart)
        var trial = Trial()
        var model = Model()
        var before = try await world.snapshot()
        for step in steps {
            world.clock.turn(minutes: 1)
            let deed: Deed
            do {
                deed = try await world.carryOut(step, &model)
            } catch {
                trial.doneSteps.append(step)
                trial.violation = Violation(rule: "nothing fails", detail: "\(step): \(error)")
                return trial
            }
            let after = try await world.snapshot()
            let mails = try after.mails.dropFirst(before.mails.count).map(PostedMail.init)
            let complaints = model.learn(from: deed, mails)
            trial.count(step, deed, mails)
            let transition = Transition(
                step: step, before: before, after: after, deed: deed, mails: mails, model: model)
            trial.violation =
                complaints.first.map { Violation(rule: "calendar programs can follow", detail: $0) }
                ?? invariants.lazy.compactMap { invariant in
                    invariant.breaches(transition).first.map { Violation(rule: invariant.rule, detail: $0) }
                }.first
            if trial.violation != nil { return trial }
            try await trial.deliver(world, .gathered, &model)
            before = try await world.snapshot()
            guard trial.violation == nil else { return trial }
        }
        return try await trial.ended(in: world, model, by: invariants)
    }

    /// Lets the mail leave that is due.
    private mutating func deliver(_ world: World, _ pace: MailPace, _ model: inout Model) async throws {
        for message in try await world.sendMail(pace) {
            tally.mailsLeft += 1
            let complaint = model.delivered.take(try PostedMail(message))
            violation =
                violation ?? complaint.map { Violation(rule: "calendar programs can follow what leaves", detail: $0) }
        }
    }

    /// The trial once all mail has left, which must add up to the same.
    private func ended(in world: World, _ model: Model, by invariants: [Invariant]) async throws -> Trial {
        guard let last = doneSteps.last, let rule = Invariant.telling.first,
            invariants.contains(where: { $0.rule == rule.rule })
        else { return self }
        var (trial, model) = (self, model)
        try await trial.deliver(world, .atOnce, &model)
        model.calendars = model.delivered
        let snapshot = try await world.snapshot()
        let transition = Transition(
            step: last, before: snapshot, after: snapshot, deed: Deed(), mails: [], model: model)
        trial.violation =
            trial.violation
            ?? rule.breaches(transition).first.map { Violation(rule: "\(rule.rule), once all have left", detail: $0) }
        return trial
    }

    private mutating func count(_ step: Step, _ deed: Deed, _ mails: [PostedMail]) {
        doneSteps.append(step)
        tally.steps += 1
        tally.mailsOut += mails.count
        if deed.refusal != nil { tally.refused += 1 }
        if deed.wasKilled { tally.killed += 1 }
        if let sentIn = deed.sentIn { tally.mailsIn[sentIn.end, default: 0] += 1 }
        if deed.refusal == nil { tally.kinds[step.kind, default: 0] += 1 }
    }
}

extension Model {
    /// Takes in what those who did a step were answered, and then the mails that came.
    /// - Returns: what calendar programs have to say against them.
    fileprivate mutating func learn(from deed: Deed, _ mails: [PostedMail]) -> [String] {
        for answer in deed.answers {
            guard let who = try? Cast.email(answer.who) else { continue }
            learn(answer.belief, of: answer.session, by: who)
        }
        if let sentIn = deed.sentIn, let who = try? Cast.email(sentIn.sender) {
            // What could not be taken is settled by whoever was asked, or reads it.
            if [.honest, .ahead, .gateway, .stale].contains(sentIn.manner), sentIn.end == .done {
                let isDeclined = sentIn.answer == .declined
                calendars.answer(isDeclined, by: sentIn.sender, sentIn.session)
                delivered.answer(isDeclined, by: sentIn.sender, sentIn.session)
            }
            switch sentIn.received.outcome {
            case .left: learn(.out, of: sentIn.session, by: who)
            case .enrolled: learn(.seat, of: sentIn.session, by: who)
            default: break
            }
        }
        return mails.compactMap { read($0) }
    }
}

extension Step {
    /// The name of its case.
    var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
