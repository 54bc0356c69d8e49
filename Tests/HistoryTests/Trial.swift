import Mentoring
import MentoringAPI
import MentoringService

/// A history that was tried: what came of it, up to the first rule that did not hold.
struct Trial {
    private(set) var tally = Tally()
    private(set) var violation: Violation?
    /// The steps up to it.
    private(set) var doneSteps: [Step] = []

    /// Does a history in a new world, and judges it after each step.
    static func of(
        _ steps: [Step], apart: Bool = false, with fault: Fault? = nil, by invariants: [Invariant] = Invariant.all
    ) async throws
        -> Trial
    {
        let world = try await World(apart: apart, with: fault)
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
            let mails = try after.mails.dropFirst(before.mails.count).map { try PostedMail($0, by: world.zones) }
            model.unreached.formUnion(after.suppressed.map { Cast.home(of: $0) })
            model.follow(after.addresses)
            let complaints = model.learn(from: deed, mails)
            let transition = Transition(
                step: step, before: before, after: after, deed: deed, mails: mails, model: model,
                zones: world.zones)
            trial.doneSteps.append(step)
            trial.tally.count(transition)
            trial.violation =
                complaints.first.map { Violation(rule: "calendar programs can follow", detail: $0) }
                ?? invariants.lazy.compactMap { invariant in
                    invariant.breaches(transition).first.map { Violation(rule: invariant.rule, detail: $0) }
                }.first
            if trial.violation != nil { return trial }
            try await trial.deliver(world, .gathered, &model, in: after)
            before = try await world.snapshot()
            guard trial.violation == nil else { return trial }
        }
        return try await trial.ended(in: world, model, by: invariants)
    }

    /// Lets the mail leave that is due at a moment.
    private mutating func deliver(
        _ world: World, _ pace: MailPace, _ model: inout Model, in snapshot: Snapshot
    ) async throws {
        for message in try await world.sendMail(pace) {
            let mail = try PostedMail(message, by: world.zones)
            tally.count(left: mail)
            let complaint = model.delivered.take(mail)
            violation =
                violation ?? complaint.map { Violation(rule: "calendar programs can follow what leaves", detail: $0) }
            if snapshot.suppressed.contains(mail.mailbox) {
                violation =
                    violation ?? Violation(rule: "nothing is sent to whom mail came back", detail: "\(mail.mailbox)")
            }
            if message.program.map(snapshot.archived.contains) ?? false {
                violation =
                    violation ?? Violation(rule: "no mail leaves a program that is archived", detail: mail.subject)
            }
        }
    }

    /// The trial once all mail has left, which must add up to the same.
    private func ended(in world: World, _ model: Model, by invariants: [Invariant]) async throws -> Trial {
        let rules = [Invariant.telling[0], Invariant.duties[0]].filter { rule in
            invariants.contains { $0.rule == rule.rule }
        }
        guard let last = doneSteps.last, !rules.isEmpty else { return self }
        var (trial, model) = (self, model)
        // What waits in a program that is archived leaves once it is open again.
        try await world.reopenAll()
        try await trial.deliver(world, .atOnce, &model, in: world.snapshot())
        model.calendars = model.delivered
        let snapshot = try await world.snapshot()
        let transition = Transition(
            step: last, before: snapshot, after: snapshot, deed: Deed(), mails: [], model: model,
            isDelivered: true, zones: world.zones)
        trial.violation =
            trial.violation
            ?? rules.lazy.compactMap { rule in
                rule.breaches(transition).first.map {
                    Violation(rule: "\(rule.rule), once all have left", detail: $0)
                }
            }.first
        return trial
    }
}

extension Model {
    /// Takes note of where people get mail by now.
    fileprivate mutating func follow(_ addresses: [EmailAddress: Address]) {
        calendars.mailboxes = addresses.mapValues(\.mailbox)
        delivered.mailboxes = calendars.mailboxes
    }

    /// Takes in what those who did a step were answered, and then the mails that came.
    /// - Returns: what calendar programs have to say against them.
    mutating func learn(from deed: Deed, _ mails: [PostedMail]) -> [String] {
        for answer in deed.answers {
            guard let who = try? Cast.email(answer.who) else { continue }
            learn(answer.belief, of: answer.session, by: who)
        }
        // Whoever heard nothing may have been taken at their word.
        if deed.wasKilled, let declined = deed.declined {
            calendars.answer(true, by: declined.who, declined.session)
            delivered.answer(true, by: declined.who, declined.session)
        }
        if let sentIn = deed.sentIn, let who = try? Cast.email(sentIn.sender) {
            // What could not be taken is settled by whoever was asked, or reads it.
            if sentIn.manner.isOwnCalendars, sentIn.end == .done {
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
