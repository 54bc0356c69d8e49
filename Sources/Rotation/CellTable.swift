/// Every combination of sessions that a cell could hold, and what each costs the attendees.
///
/// There are few: a demand's options are its ties, which number about as many as the hours differ to the audience.
final class CellTable: Sendable {
    /// How one demand of the cell can be served: by a session of any of its ties, or not at all.
    struct Options {
        let demand: Int
        let ties: Range<Int>

        var count: Int { ties.count + 1 }
    }

    /// An audience class that attends, and its zone's position among the cell's zones.
    struct Attendance {
        let audience: Int
        let zone: Int
    }

    let options: [Options]
    let attendances: [Attendance]
    /// How many attendees live in each of the cell's zones.
    let heads: [Int]
    /// The kind of each combination; the last demand's option changes fastest, and none is its last option.
    let kinds: [Int32]
    /// What each kind of combination costs: at kind · zones + zone.
    let costs: [Int]
    /// What each kind of combination costs all attendees together.
    let miseries: [Int]

    var zoneCount: Int { heads.count }
    let kindCount: Int
    let optionCount: Int

    /// All combinations; `tieCosts` are the costs of each tie for each zone, in the order of the options' ties.
    init(options: [Options], attendances: [Attendance], heads: [Int], tieCosts: [[Int]], nightCost: Int) {
        self.options = options
        self.attendances = attendances
        self.heads = heads
        let open = [Int](repeating: nightCost, count: heads.count)
        var kinds: [Int32] = [0]
        var distinct = [open]
        var next = 0
        for option in options {
            let choices = tieCosts[next..<next + option.ties.count] + [open]
            next += option.ties.count
            var kindOfCosts: [[Int]: Int32] = [:]
            var found: [[Int]] = []
            let kindsByChoice = distinct.map { held in
                choices.map { choice in
                    let costs = zip(held, choice).map { min($0, $1) }
                    if let kind = kindOfCosts[costs] { return kind }
                    let kind = Int32(found.count)
                    kindOfCosts[costs] = kind
                    found.append(costs)
                    return kind
                }
            }
            kinds = kinds.flatMap { kindsByChoice[Int($0)] }
            distinct = found
        }
        self.kinds = kinds
        costs = Array(distinct.joined())
        kindCount = distinct.count
        miseries = Self.miseries(costs, heads)
        optionCount = options.reduce(0) { $0 + $1.count }
    }

    /// An audience without any demand to choose for.
    init(attendances: [Attendance], heads: [Int], costs: [Int]) {
        options = []
        self.attendances = attendances
        self.heads = heads
        kinds = [0]
        self.costs = costs
        kindCount = 1
        miseries = Self.miseries(costs, heads)
        optionCount = 0
    }

    private static func miseries(_ costs: [Int], _ heads: [Int]) -> [Int] {
        guard !heads.isEmpty else { return [0] }
        return stride(from: 0, to: costs.count, by: heads.count).map { first in
            heads.indices.reduce(0) { $0 + heads[$1] * costs[first + $1] }
        }
    }

    /// What the audience is charged for the combinations.
    struct AudienceCosts {
        var ofKind: [Int]
        /// The least of each row's, a row being the combinations that differ in the last demand's option only.
        var leastOfRow: [Int]
    }

    /// Costs of nothing.
    var noCosts: AudienceCosts {
        let rowCount = kinds.count / (options.last?.count ?? 1)
        return AudienceCosts(
            ofKind: Array(repeating: 0, count: kindCount), leastOfRow: Array(repeating: 0, count: rowCount))
    }

    /// Finds the least cost of each row anew after those of kinds have changed.
    func updateRows(of costs: inout AudienceCosts) {
        let count = options.last?.count ?? 1
        for row in costs.leastOfRow.indices {
            var least = Int.max
            for combination in row * count..<(row + 1) * count {
                least = min(least, costs.ofKind[Int(kinds[combination])])
            }
            costs.leastOfRow[row] = least
        }
    }

    /// The cheapest combination, given what the audience is charged and each option's price.
    ///
    /// `prices` holds the options' prices in the order of the table; `rowPrices` is memory to work in. The better the
    /// `guess`, the fewer combinations are looked at.
    func cheapest(
        _ audienceCosts: AudienceCosts, prices: [Int], guess: Int, rowPrices: inout [Int]
    ) -> (combination: Int, cost: Int) {
        priceRows(prices, &rowPrices)
        let (kinds, costs, leastCosts) = (kinds, audienceCosts.ofKind, audienceCosts.leastOfRow)
        let lastPrices = prices[(optionCount - (options.last?.count ?? 0))..<optionCount]
        guard let leastPrice = lastPrices.min() else { return (0, costs[0]) }
        let guessed = rowPrices[guess / lastPrices.count] + lastPrices[lastPrices.startIndex + guess % lastPrices.count]
        // One more, so that the first of the cheapest is found.
        var best = (combination: guess, cost: guessed + costs[Int(kinds[guess])] + 1)
        var first = 0
        for row in leastCosts.indices {
            if rowPrices[row] + leastPrice + leastCosts[row] < best.cost {
                for (choice, price) in lastPrices.enumerated() {
                    let cost = rowPrices[row] + price + costs[Int(kinds[first + choice])]
                    if cost < best.cost { best = (first + choice, cost) }
                }
            }
            first += lastPrices.count
        }
        return best
    }

    /// Finds the price of each combination of all demands but the last.
    private func priceRows(_ prices: [Int], _ rowPrices: inout [Int]) {
        if rowPrices.count < kinds.count { rowPrices = Array(repeating: 0, count: kinds.count) }
        var rows = rowPrices.mutableSpan
        rows[0] = 0
        var (held, first) = (1, 0)
        for position in 0..<max(0, options.count - 1) {
            let count = options[position].count
            // From the end, so that no price is overwritten before it was read.
            for row in (0..<held).reversed() {
                let price = rows[row]
                for choice in 0..<count { rows[row * count + choice] = price + prices[first + choice] }
            }
            held *= count
            first += count
        }
    }

    /// The cheapest combination of each option, as `cheapest` has it of all.
    func cheapestByOption(_ audienceCosts: AudienceCosts, prices: [Int]) -> [Int] {
        var best = [Int](repeating: .max, count: optionCount)
        guard let last = options.last else { return best }
        forEachRow { row, rowPrice, chosen in
            var rowBest = Int.max
            for choice in 0..<last.count {
                let option = optionCount - last.count + choice
                let cost = rowPrice + prices[option] + audienceCosts.ofKind[Int(kinds[row * last.count + choice])]
                best[option] = min(best[option], cost)
                rowBest = min(rowBest, cost)
            }
            for option in chosen { best[option] = min(best[option], rowBest) }
        } price: {
            prices[$0]
        }
        return best
    }

    /// Visits each demand's option in a combination, counted from the demand's first; the last demand comes first.
    @inline(__always)
    func forEachChoice(in combination: Int, _ visit: (_ option: Options, _ choice: Int) -> Void) {
        var rest = combination
        for index in stride(from: options.count - 1, through: 0, by: -1) {
            let option = options[index]
            visit(option, rest % option.count)
            rest /= option.count
        }
    }

    /// Visits the combinations of all demands but the last, with their price and options.
    @inline(__always)
    private func forEachRow(
        _ visit: (_ row: Int, _ price: Int, _ chosen: [Int]) -> Void, price: (Int) -> Int
    ) {
        let leading = options.dropLast()
        var chosen: [Int] = []
        var first = 0
        for option in leading {
            chosen.append(first)
            first += option.count
        }
        var row = 0
        while true {
            visit(row, chosen.reduce(0) { $0 + price($1) }, chosen)
            row += 1
            var position = leading.count - 1
            var end = first
            while position >= 0 {
                chosen[position] += 1
                if chosen[position] < end { break }
                chosen[position] -= leading[position].count
                end -= leading[position].count
                position -= 1
            }
            if position < 0 { return }
        }
    }
}
