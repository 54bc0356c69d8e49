extension Relaxation {
    /// Rules out what would make the cost exceed a limit.
    ///
    /// A candidate's reduced cost is what it would add if its mentor had to take it and its cell to hold it.
    mutating func excludeWhatExceeds(_ limit: Int) {
        guard !isInfeasible else { return }
        let slack = limit - cost
        let extra = extraCosts()
        for demand in extra.ofOpening.indices where domain.mayBeOpen[demand] && extra.ofOpening[demand] > slack {
            forbidOpen(demand)
        }
        for (candidate, reduced) in reducedCosts(extra.ofTie).enumerated()
        where domain.isPossible[candidate] && reduced > slack {
            exclude(candidate)
        }
    }

    /// By candidate: what it would add to the cost, at least; beyond all costs if it is impossible.
    mutating func reducedCosts() -> [Int] {
        guard !isInfeasible else {
            return Array(repeating: ShortestPath.infinity, count: decomposition.candidates.count)
        }
        return reducedCosts(extraCosts().ofTie)
    }

    private mutating func reducedCosts(_ extra: [Int]) -> [Int] {
        var reduced = [Int](repeating: ShortestPath.infinity, count: decomposition.candidates.count)
        priceOccasions()
        for mentor in decomposition.timelines.indices {
            let timeline = decomposition.timelines[mentor]
            let spacingCost = weights.levels.spacing
            let cheapest = path.solve(
                timeline, costs: occasionCosts, endCosts: endCosts[mentor], spacingCost: spacingCost)
            let through = path.costsThroughOccasions(
                of: timeline, costs: occasionCosts, endCosts: endCosts[mentor], spacingCost: spacingCost)
            for (index, occasion) in timeline.occasions.enumerated() {
                for candidate in occasion.candidates where domain.isPossible[candidate] {
                    let tie = decomposition.candidates[candidate].tie
                    let atLeast = through[index] - occasionCosts[timeline.firstOccasion + index]
                    reduced[candidate] = atLeast + cost(of: candidate) - cheapest + extra[tie]
                }
            }
        }
        return reduced
    }

    /// What it would add to a cell's cost to hold a session of a tie, or to leave a demand open.
    private mutating func extraCosts() -> (ofTie: [Int], ofOpening: [Int]) {
        var ofTie = [Int](repeating: 0, count: decomposition.tieCount)
        var ofOpening = [Int](repeating: 0, count: domain.mayBeOpen.count)
        for (index, cell) in decomposition.cells.enumerated() where !cell.options.isEmpty {
            price(cell)
            let costs = cell.cheapestByOption(audienceCosts[index], prices: optionPrices)
            let cheapest = costs.min() ?? 0
            var next = 0
            for option in cell.options {
                for tie in option.ties {
                    ofTie[tie] = costs[next] - cheapest
                    next += 1
                }
                ofOpening[option.demand] = costs[next] - cheapest
                next += 1
            }
        }
        return (ofTie, ofOpening)
    }
}
