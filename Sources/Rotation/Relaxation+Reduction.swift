extension Relaxation {
    /// Rules out what would make the cost exceed a limit.
    ///
    /// A candidate's reduced cost is what it would add if its mentor had to take it and its cell to hold it.
    mutating func excludeWhatExceeds(_ limit: Int) {
        guard !isInfeasible else { return }
        let slack = limit - cost
        var extra = [Int](repeating: 0, count: decomposition.tieCount)
        for (index, cell) in decomposition.cells.enumerated() where !cell.options.isEmpty {
            price(cell)
            let costs = cell.cheapestByOption(audienceCosts[index], prices: optionPrices)
            let cheapest = costs.min() ?? 0
            var next = 0
            for option in cell.options {
                for tie in option.ties {
                    extra[tie] = costs[next] - cheapest
                    next += 1
                }
                if domain.mayBeOpen[option.demand], costs[next] - cheapest > slack {
                    forbidOpen(option.demand)
                }
                next += 1
            }
        }
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
                    let reduced = atLeast + cost(of: candidate) - cheapest + extra[tie]
                    guard reduced > slack else { continue }
                    exclude(candidate)
                }
            }
        }
    }
}
