/// Why the demands of a plan have the mentors they have: asks what the plan would be if another led one of them.
///
/// Plans are compared as if nobody knew the plan yet, by `Level.fresh`. What has been announced stays, but for one demand
/// that the inquiry may be into. All questions share the effort's limit: what is asked after it was spent is answered by
/// what costs nothing.
public struct Inquiry {
    /// What the plan is worth where nobody knows it yet.
    public let levels: LevelValues
    let problem: Problem
    /// The problem without slots that others can always replace.
    let search: DenseProblem
    let slotOfDemand: [Int?]
    let proof: Proof?
    let effort: Effort?
    let journal: Journal

    /// An inquiry into a plan, which must be one for this problem that keeps its hard constraints.
    ///
    /// The steps of the `effort` are for each choice, its work is for the bounds that all questions share, and its limit is
    /// for all; without work nothing is proved, and with nil nothing is planned anew: one slot is replaced and all else
    /// stays. `demand` names one that is looked at as if it had not been announced; of others that have been, nothing is
    /// proved. `goesOn` is asked often, and the inquiry comes to an end soon after it answers that nobody waits for it.
    public init(
        into plan: Plan, for problem: Problem, settingAside demand: String? = nil, effort: Effort?,
        goesOn: @escaping () -> Bool = { true }
    ) {
        let problem = problem.unknown(besides: demand)
        let slotOfDemand = problem.slotOfDemand(in: plan.assignments)
        let search = DenseProblem(problem.dense, withoutReplaceableBut: slotOfDemand)
        let draft = Draft(search, slotOfDemand: slotOfDemand)
        let journal = Journal(draft.levels, limit: effort?.limit ?? Effort.usualLimit) { _ in goesOn() }
        self.problem = problem
        self.effort = effort
        self.journal = journal
        self.search = search
        self.slotOfDemand = slotOfDemand
        levels = draft.levels
        proof = effort.flatMap { effort in
            guard effort.work > 0, Weights.canCharge(search) else { return nil }
            return journal.allot(oneOf: 2) { Proof(of: draft, by: problem.levels, work: effort.work, journal) }
        }
    }

    /// The ids of all mentors of a demand's region who serve its program.
    public func mentors(of demand: String) -> [String] {
        problem.demands.first { $0.id == demand }.map { demand in
            problem.mentors.filter { $0.serves(demand) }.map(\.id)
        } ?? []
    }

    /// What speaks against a mentor's leading a demand; nil if there is no such demand.
    public func objection(to mentor: String, leading demand: String) -> Objection? {
        objections(to: [mentor], leading: demand).first
    }

    /// What speaks against each of some mentors' leading a demand; nothing if there is no such demand.
    ///
    /// Each has an equal part of what is left of the limit, and what one does not need is the others'.
    public func objections(to mentors: [String], leading demand: String) -> [Objection] {
        guard let position = problem.demands.firstIndex(where: { $0.id == demand }) else { return [] }
        var present = Draft(problem.dense, slotOfDemand: slotOfDemand)
        present.assign(nil, to: position)
        var announced = Draft(problem.dense)
        announced.assign(nil, to: position)
        return mentors.enumerated().map { index, mentor in
            journal.allot(oneOf: mentors.count - index) {
                let ground = ground(against: mentor, at: position, beside: effort == nil ? present : announced, present)
                return Objection(demand: demand, mentor: mentor, ground: ground)
            }
        }
    }

    /// `kept` is what a slot of the mentor's must be able to stand beside.
    private func ground(
        against mentor: String, at demand: Int, beside kept: Draft, _ present: Draft
    ) -> Objection.Ground {
        if let slot = slotOfDemand[demand].map({ problem.slots[$0] }), slot.mentor == mentor {
            return .leads(slot: slot.id)
        }
        guard problem.mentors.contains(where: { $0.id == mentor && $0.serves(problem.demands[demand]) }) else {
            return .elsewhere
        }
        var barrier: Reason.Barrier?
        var slots: [Int] = []
        for slot in problem.dense.demands[demand].fits where problem.slots[slot].mentor == mentor {
            if let obstacle = kept.obstacle(to: slot) {
                barrier = barrier ?? problem.barrier(obstacle)
            } else {
                slots.append(slot)
            }
        }
        guard !slots.isEmpty else { return barrier.map { .barred($0) } ?? .noSlot }
        guard let effort else { return glance(at: slots, for: demand, present) }
        let distinct = Set(search.demands[demand].fits)
        return weigh(slots.filter(distinct.contains), for: demand, present, effort)
    }

    /// The best of some slots while all else stays.
    private func glance(at slots: [Int], for demand: Int, _ present: Draft) -> Objection.Ground {
        guard !journal.isStopped else { return .notLookedAt }
        var draft = present
        var best: (slot: Int, draft: Draft)?
        for slot in slots {
            draft.assign(slot, to: demand)
            if best.map({ draft.levels.precedes($0.draft.levels, by: problem.levels) }) ?? true { best = (slot, draft) }
            draft.assign(nil, to: demand)
        }
        journal.step(draft.takeWork())
        return best.map { .weighed(counterplan(with: $0.slot, $0.draft, barrier: nil)) } ?? .noSlot
    }
}

extension Effort {
    /// Enough to tell in most cases, of a year and three regions, why it was not somebody else.
    public static let inquiry = Effort(rounds: 1, steps: 300, work: 20_000_000, limit: Effort.usualLimit / 2)
}

extension Leader {
    fileprivate func serves(_ demand: Demand) -> Bool { region == demand.region && programs.contains(demand.program) }
}

extension Problem {
    /// The same problem where nobody knows of a plan, but for what has been announced of other demands than one.
    fileprivate func unknown(besides demand: String?) -> Problem {
        Problem(self, levels: Level.fresh, previous: previous?.filter { $0.announced && $0.demand != demand })
    }
}
