/// Why a plan is as it is: a reason for every demand, found by replacing its slot alone and nothing else.
///
/// Such a look finds obstacles and prices; it does not prove that no larger rearrangement would do better.
public struct Explanation: Hashable, Sendable {
    /// One for each demand, in the order of the plan.
    public let reasons: [Reason]

    /// Explains a plan, which must be one for this problem that keeps its hard constraints.
    public init(of plan: Plan, for problem: Problem) {
        let slotOfDemand = problem.slotOfDemand(in: plan.assignments)
        var draft = Draft(problem.dense, slotOfDemand: slotOfDemand)
        reasons = problem.demands.indices.map { demand in
            let outcome: Reason.Outcome =
                if let slot = slotOfDemand[demand] {
                    problem.dense.demands[demand].pin == slot
                        ? .announced(slot: problem.slots[slot].id)
                        : .chosen(
                            slot: problem.slots[slot].id,
                            alternatives: Self.alternatives(for: demand, in: problem, &draft))
                } else {
                    .uncovered(Self.gap(of: demand, in: problem, &draft))
                }
            return Reason(demand: problem.demands[demand].id, outcome: outcome)
        }
    }

    /// The other slots that fit a demand, the best first and those that cannot be taken last.
    private static func alternatives(
        for demand: Int, in problem: Problem, _ draft: inout Draft
    ) -> [Reason.Alternative] {
        let held = draft.slotOfDemand[demand]
        let present = draft.levels
        draft.assign(nil, to: demand)
        defer { draft.assign(held, to: demand) }
        var possible: [(alternative: Reason.Alternative, levels: LevelValues)] = []
        var impossible: [Reason.Alternative] = []
        for slot in problem.dense.demands[demand].fits where slot != held {
            let id = problem.slots[slot].id
            if let obstacle = draft.obstacle(to: slot) {
                impossible.append(Reason.Alternative(slot: id, effect: .impossible(problem.barrier(obstacle))))
                continue
            }
            draft.assign(slot, to: demand)
            let levels = draft.levels
            draft.assign(nil, to: demand)
            let effect: Reason.Effect =
                levels.firstDifference(from: present, by: problem.levels)
                .map { .changes($0, by: levels[$0] - present[$0]) } ?? .none
            possible.append((Reason.Alternative(slot: id, effect: effect), levels))
        }
        possible.sort {
            $0.levels == $1.levels
                ? $0.alternative.slot < $1.alternative.slot : $0.levels.precedes($1.levels, by: problem.levels)
        }
        return possible.map(\.alternative) + impossible
    }

    private static func gap(of demand: Int, in problem: Problem, _ draft: inout Draft) -> Reason.Gap {
        let (region, program) = (problem.demands[demand].region, problem.demands[demand].program)
        guard problem.mentors.contains(where: { $0.region == region && $0.programs.contains(program) }) else {
            return .noMentor(region: region, program: program)
        }
        let alternatives = alternatives(for: demand, in: problem, &draft)
        guard let best = alternatives.first else {
            return .noSlot(region: region, week: problem.demands[demand].week)
        }
        var (taken, tooClose, widestGap, monthFull) = (0, 0, 0, 0)
        for alternative in alternatives {
            switch alternative.effect {
            case .changes, .none: return .tooDear(best)
            case .impossible(.taken): taken += 1
            case .impossible(.tooClose(_, let minGap)):
                tooClose += 1
                widestGap = max(widestGap, minGap)
            case .impossible(.monthFull): monthFull += 1
            }
        }
        return .allBarred(taken: taken, tooClose: tooClose, minGap: widestGap, monthFull: monthFull)
    }
}

extension Problem {
    /// An obstacle with ids and weeks instead of positions.
    func barrier(_ obstacle: Obstacle) -> Reason.Barrier {
        switch obstacle {
        case .taken(let demand): .taken(by: demands[demand].id)
        case .tooClose(let turn, let minGap): .tooClose(week: slots[turn].week, minGap: minGap)
        case .monthFull(let limit): .monthFull(limit: limit)
        }
    }
}
