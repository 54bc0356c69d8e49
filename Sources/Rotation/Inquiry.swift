/// Why the demands of a plan have the mentors they have: asks what the plan would be if another led one of them.
///
/// Plans are compared as if nobody knew the plan yet, by `Level.fresh`. What has been announced stays, but for one demand
/// that the inquiry may be into.
public struct Inquiry: Sendable {
    /// What the plan is worth where nobody knows it yet.
    public let levels: LevelValues
    private let problem: Problem
    private let slotOfDemand: [Int?]
    private let proof: Proof?
    private let effort: Effort?

    /// An inquiry into a plan, which must be one for this problem that keeps its hard constraints.
    ///
    /// The `effort` is for each question, and its work besides for the bounds that all questions share; without work
    /// nothing is proved, and with nil nothing is planned anew: one slot is replaced and all else stays. `demand` names
    /// one that is looked at as if it had not been announced; of others that have been, nothing is proved.
    public init(into plan: Plan, for problem: Problem, settingAside demand: String? = nil, effort: Effort?) {
        let problem = problem.unknown(besides: demand)
        let draft = Draft(problem.dense, slotOfDemand: problem.slotOfDemand(in: plan.assignments))
        self.problem = problem
        self.effort = effort
        slotOfDemand = draft.slotOfDemand
        levels = draft.levels
        proof = effort.flatMap { effort in
            guard effort.work > 0, Weights.canCharge(problem.dense) else { return nil }
            return Proof(of: draft, by: problem.levels, work: effort.work)
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
        problem.demands.firstIndex { $0.id == demand }.map { position in
            Objection(demand: demand, mentor: mentor, ground: ground(against: mentor, at: position))
        }
    }

    private func ground(against mentor: String, at demand: Int) -> Objection.Ground {
        if let slot = slotOfDemand[demand].map({ problem.slots[$0] }), slot.mentor == mentor {
            return .leads(slot: slot.id)
        }
        guard problem.mentors.contains(where: { $0.id == mentor && $0.serves(problem.demands[demand]) }) else {
            return .elsewhere
        }
        var others = effort == nil ? Draft(problem.dense, slotOfDemand: slotOfDemand) : Draft(problem.dense)
        others.assign(nil, to: demand)
        var barrier: Reason.Barrier?
        var best: Counterplan?
        for slot in problem.dense.demands[demand].fits where problem.slots[slot].mentor == mentor {
            if let obstacle = others.obstacle(to: slot) {
                barrier = barrier ?? problem.barrier(obstacle)
            } else {
                let next = counterplan(with: slot, for: demand)
                best = best.map { better($0, next) } ?? next
            }
        }
        return best.map { .weighed($0) } ?? barrier.map { .barred($0) } ?? .noSlot
    }

    private func counterplan(with slot: Int, for demand: Int) -> Counterplan {
        var present = Draft(problem.dense, slotOfDemand: slotOfDemand)
        present.assign(nil, to: demand)
        let barrier = present.obstacle(to: slot).map(problem.barrier)
        var found = firstPlan(with: slot, for: demand)
        while let level = found.levels.firstDifference(from: levels, by: problem.levels) {
            var isProved = false
            if found.levels[level] > levels[level], let proof, problem.dense.demands[demand].pin == nil {
                let answer = proof.plan(with: slot, for: demand, asGoodAt: level, beating: found.levels)
                if let plan = answer.plan { found = Draft(problem.dense, slotOfDemand: plan) }
                if found.levels[level] <= levels[level] { continue }
                isProved = answer.isRefuted && proof.isOptimal(before: level)
            }
            let change = found.levels[level] - levels[level]
            return Counterplan(
                slot: problem.slots[slot].id, barrier: barrier, plan: Plan(found.slotOfDemand, of: problem),
                verdict: change > 0 ? .worse(level, by: change, isProved: isProved) : .better(level, by: -change))
        }
        return Counterplan(
            slot: problem.slots[slot].id, barrier: barrier, plan: Plan(found.slotOfDemand, of: problem), verdict: .tie)
    }

    /// A good plan with a choice, beginning with what can stay of the plan beside it.
    private func firstPlan(with slot: Int, for demand: Int) -> Draft {
        guard let effort else {
            var draft = Draft(problem.dense, slotOfDemand: slotOfDemand)
            draft.assign(slot, to: demand)
            return draft
        }
        var draft = Draft(DenseProblem(problem.dense, pinning: slot, to: demand))
        for (demand, slot) in slotOfDemand.enumerated() where draft.slotOfDemand[demand] == nil {
            if let slot, draft.obstacle(to: slot) == nil { draft.assign(slot, to: demand) }
        }
        draft.cover(by: problem.levels)
        draft.improve(by: problem.levels, effort: effort)
        draft.descend(by: problem.levels)
        return draft
    }

    /// The better of two counterplans with slots of one mentor; a loss counts as proved only if it is for both.
    private func better(_ one: Counterplan, _ other: Counterplan) -> Counterplan {
        let (best, rest) =
            other.plan.levels.precedes(one.plan.levels, by: problem.levels) ? (other, one) : (one, other)
        guard case .worse(let level, let change, true) = best.verdict, !rest.verdict.isProved else { return best }
        return Counterplan(
            slot: best.slot, barrier: best.barrier, plan: best.plan,
            verdict: .worse(level, by: change, isProved: false))
    }
}

extension Effort {
    /// Enough to tell in most cases, of half a year and three regions, why it was not somebody else.
    public static let inquiry = Effort(rounds: 1, steps: 300, work: 20_000_000)
}

extension Mentor {
    fileprivate func serves(_ demand: Demand) -> Bool { region == demand.region && programs.contains(demand.program) }
}

extension Problem {
    /// The same problem where nobody knows of a plan, but for what has been announced of other demands than one.
    fileprivate func unknown(besides demand: String?) -> Problem {
        Problem(self, levels: Level.fresh, previous: previous?.filter { $0.announced && $0.demand != demand })
    }
}
