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
        var combinations = [open]
        var next = 0
        for option in options {
            let choices = tieCosts[next..<next + option.ties.count] + [open]
            next += option.ties.count
            combinations = combinations.flatMap { held in choices.map { zip(held, $0).map { min($0, $1) } } }
        }
        var distinct: [[Int]: Int] = [:]
        var costs: [Int] = []
        kinds = combinations.map { held in
            if let kind = distinct[held] { return Int32(kind) }
            distinct[held] = distinct.count
            costs += held
            return Int32(distinct.count - 1)
        }
        self.costs = costs
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

    /// The cheapest combination, given each kind's audience costs and each option's price.
    ///
    /// `prices` holds the options' prices in the order of the table; `rowPrices` is memory to work in.
    func cheapest(
        _ audienceCosts: UnsafePointer<Int>, prices: UnsafePointer<Int>, rowPrices: inout [Int]
    ) -> (combination: Int, cost: Int) {
        guard let last = options.last else { return (0, audienceCosts[0]) }
        let lastPrices = prices + (optionCount - last.count)
        let lastCount = last.count
        var leastRest = audienceCosts[0]
        for kind in 1..<max(1, kindCount) { leastRest = min(leastRest, audienceCosts[kind]) }
        var leastPrice = lastPrices[0]
        for choice in 1..<lastCount { leastPrice = min(leastPrice, lastPrices[choice]) }
        leastRest += leastPrice
        priceRows(prices, &rowPrices)
        var best = (combination: 0, cost: Int.max)
        kinds.withUnsafeBufferPointer { kinds in
            var first = 0
            for rowPrice in rowPrices {
                if rowPrice < ShortestPath.infinity / 2, rowPrice + leastRest < best.cost {
                    for choice in first..<first + lastCount {
                        let cost = rowPrice &+ lastPrices[choice &- first] &+ audienceCosts[Int(kinds[choice])]
                        if cost < best.cost { best = (choice, cost) }
                    }
                }
                first &+= lastCount
            }
        }
        return best
    }

    /// Finds the price of each combination of all demands but the last.
    private func priceRows(_ prices: UnsafePointer<Int>, _ rowPrices: inout [Int]) {
        rowPrices.removeAll(keepingCapacity: true)
        rowPrices.append(0)
        var first = 0
        for position in 0..<options.count - 1 {
            let (held, count) = (rowPrices.count, options[position].count)
            rowPrices.append(contentsOf: repeatElement(0, count: held * (count - 1)))
            rowPrices.withUnsafeMutableBufferPointer { rows in
                // From the end, so that no price is overwritten before it was read.
                for row in stride(from: held - 1, through: 0, by: -1) {
                    let price = rows[row]
                    for choice in 0..<count { rows[row * count + choice] = price + prices[first + choice] }
                }
            }
            first += count
        }
    }

    /// The cheapest combination of each option, as `cheapest` has it of all.
    func cheapestByOption(_ audienceCosts: UnsafePointer<Int>, prices: UnsafePointer<Int>) -> [Int] {
        var best = [Int](repeating: .max, count: optionCount)
        guard let last = options.last else { return best }
        forEachRow { row, rowPrice, chosen in
            var rowBest = Int.max
            for choice in 0..<last.count {
                let option = optionCount - last.count + choice
                let cost = rowPrice + prices[option] + audienceCosts[Int(kinds[row * last.count + choice])]
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
