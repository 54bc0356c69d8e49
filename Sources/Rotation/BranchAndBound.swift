/// Looks for a plan that is better at one level, or proves that there is none.
///
/// Depth first. The bound of a node is improved by some steps of the dual ascent from its parent's prices, reduced
/// costs rule out what exceeds the goal, and then what mentors and cells seem to agree on is decided, for many demands
/// at a time as long as that goes well.
struct BranchAndBound {
    private let order: [Level]
    private let level: Level
    /// The best plan found, if any is better than the one the search began with.
    private(set) var plan: [Int?]?
    private(set) var values: LevelValues
    /// How many more steps of the ascent may be made.
    private(set) var stepsLeft: Int
    private var batch: Int
    private let largestBatch: Int
    private var lastTurns: [Int] = []

    private let stepsPerNode: Int
    private let journal: Journal?

    /// A search for plans whose levels precede these values.
    init(
        below values: LevelValues, at level: Level, of order: [Level], batch: Int, stepsPerNode: Int, steps: Int,
        _ journal: Journal? = nil
    ) {
        self.values = values
        self.level = level
        self.order = order
        stepsLeft = steps
        self.stepsPerNode = stepsPerNode
        largestBatch = batch
        self.batch = batch
        self.journal = journal
    }

    /// Explores everything below a node, until a plan attains the goal or no steps are left.
    mutating func explore(_ parent: DualAscent) {
        var node = parent
        while stepsLeft > 0 {
            node.restart()
            for _ in 0..<stepsPerNode {
                node.step()
                journal?.step(node.relaxation.work)
                stepsLeft = journal?.isStopped == true ? 0 : stepsLeft - 1
                if node.leastValue > node.goal {
                    return
                }
                if node.relaxation.isAgreed { record(node.relaxation.turns, of: node.relaxation.decomposition) }
                if values[level] <= node.goal { return }
            }
            node.excludeWhatExceeds(node.goal)
            node.narrow { $0.settle() }
            let decisions = decisions(at: node)
            guard !decisions.isEmpty else {
                record(node.relaxation.required, of: node.relaxation.decomposition)
                return
            }
            var child = node
            let made = decisions.prefix(batch)
            child.narrow { relaxation in for decision in made { relaxation.decide(decision) } }
            batch = min(largestBatch, batch * 2)
            explore(child)
            if values[level] <= node.goal { return }
            if made.count == 1 {
                node.narrow { $0.reject(decisions[0]) }
            } else {
                batch = max(1, made.count / 2)
            }
        }
    }

    private mutating func record(_ turns: [Int], of decomposition: Decomposition) {
        guard turns != lastTurns else { return }
        lastTurns = turns
        var slotOfDemand = [Int?](repeating: nil, count: decomposition.problem.demands.count)
        for turn in turns {
            slotOfDemand[decomposition.candidates[turn].demand] = decomposition.candidates[turn].slot
        }
        let found = Objective.evaluate(slotOfDemand, of: decomposition.problem)
        let isHeld = order.prefix { $0 != level }.allSatisfy { found[$0] == values[$0] }
        guard isHeld, found.precedes(values, by: order) else { return }
        values = found
        journal?.pause(levels: found)
        plan = slotOfDemand
    }

    /// For demands that are not decided yet the likeliest decision, the surest first; no two for one mentor, who might
    /// be unable to keep both.
    private func decisions(at node: DualAscent) -> [Decision] {
        let decomposition = node.relaxation.decomposition
        let domain = node.relaxation.domain
        var scored: [(decision: Decision, score: Int)] = []
        for (demand, candidates) in decomposition.candidatesOfDemand.enumerated() {
            var best: (candidate: Int, score: Int)?
            var used = 0
            for candidate in candidates where domain.isPossible[candidate] && !domain.isRequired[candidate] {
                let imbalance = node.imbalance[decomposition.candidates[candidate].tie]
                let score = node.usage[candidate] + min(0, imbalance)
                used += node.usage[candidate]
                if best.map({ score > $0.score }) ?? true { best = (candidate, score) }
            }
            guard let best else { continue }
            let unused = 1 << 16 - used
            if domain.mayBeOpen[demand], unused > best.score {
                scored.append((.leaveOpen(demand: demand), unused))
            } else {
                scored.append((.take(candidate: best.candidate), best.score))
            }
        }
        var engaged = Set<Int>()
        return scored.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element.decision)
            .filter { decision in
                guard case .take(let candidate) = decision else { return true }
                return engaged.insert(decomposition.candidates[candidate].mentor).inserted
            }
    }
}

/// A branch of the search tree.
enum Decision {
    case take(candidate: Int)
    case leaveOpen(demand: Int)
}

extension Relaxation {
    /// Makes a decision.
    mutating func decide(_ decision: Decision) {
        switch decision {
        case .take(let candidate): require(candidate)
        case .leaveOpen(let demand):
            for candidate in decomposition.candidatesOfDemand[demand] { exclude(candidate) }
        }
    }

    /// Makes everything but a decision.
    mutating func reject(_ decision: Decision) {
        switch decision {
        case .take(let candidate): exclude(candidate)
        case .leaveOpen(let demand): forbidOpen(demand)
        }
    }

    /// Requires the candidates that are the only ones left.
    mutating func settle() {
        for demand in domain.mayBeOpen.indices where !domain.mayBeOpen[demand] {
            let left = decomposition.candidatesOfDemand[demand].filter { domain.isPossible[$0] }
            if left.count == 1 { require(left[0]) }
        }
    }
}
