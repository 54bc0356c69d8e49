/// The cheapest turns of one mentor: a shortest path through the mentor's timeline, by dynamic programming.
///
/// A state is (occasion, turns of its month so far, turns so far). Costs are those of the occasions, of weeks missing
/// to the preferred gap, and of the number of turns at the end. The memory is kept from one call to the next.
struct ShortestPath {
    /// More than every cost of a path that exists.
    static let infinity = 1 << 58

    /// What the rest of the path costs.
    private struct State {
        /// With a turn at the occasion, which is counted already.
        var taken = 0
        /// With a turn there or later, or none.
        var free = 0
    }

    /// A turn of a path, and how much closer than preferred it is to the one before.
    struct Turn {
        let occasion: Int
        let missingWeeks: Int
    }

    private var states: [State] = []
    private var reachedTurn: [Int] = []
    private var reachedRest: [Int] = []

    /// The cost of the cheapest path.
    ///
    /// `costs` has those of all mentors' occasions and `endCosts` the cost of every number of turns; a single one means
    /// that the number does not matter.
    mutating func solve(_ timeline: Timeline, costs: [Int], endCosts: [Int], spacingCost: Int) -> Int {
        let layout = Layout(timeline, turns: endCosts.count - 1)
        states.grow(to: layout.size, State())
        // Spans, since an array's reference would be counted at each access; unchecked, since checks keep loops scalar.
        var states = states.mutableSpan
        let (allOccasions, allMoves) = (timeline.occasions, timeline.moves)
        let occasions = allOccasions.span
        let moves = allMoves.span
        let costs = costs.span.extracting(timeline.firstOccasion..<timeline.firstOccasion + occasions.count)
        let (width, step) = (layout.width, layout.step)
        for month in 0...layout.monthDepth {
            let end = layout.start(occasions.count, month)
            for turns in 0..<width { states[end + turns].free = endCosts[turns] }
        }
        for index in (0..<occasions.count).reversed() {
            let occasion = occasions[index]
            let cost = costs[index]
            let isPossible = cost < Self.infinity
            let taken = step..<min(width, step * occasion.with.turns + 1)
            for month in 0...occasion.with.month where isPossible {
                let here = layout.start(index, month)
                let rest = layout.start(occasion.rest, occasion.restsInMonth ? month : 0)
                for turns in taken {
                    states[unchecked: here &+ turns].taken = states[unchecked: rest &+ turns].free &+ cost
                }
                if step > 0 { states[here + width].taken = Self.infinity }
                for position in occasion.soon {
                    let move = moves[position]
                    guard costs[move.target] < Self.infinity,
                        let next = layout.month(after: move.inMonth ? month : 0, taking: occasions[move.target])
                    else { continue }
                    let there = layout.start(move.target, next) + step
                    let moveCost = cost + move.missingWeeks * spacingCost
                    for turns in taken {
                        states[unchecked: here &+ turns].taken = min(
                            states[unchecked: here &+ turns].taken,
                            states[unchecked: there &+ turns].taken &+ moveCost)
                    }
                }
            }
            let free = 0..<min(width, step * occasion.before.turns + 1)
            for month in 0...occasion.before.month {
                let here = layout.start(index, month)
                let skipped = layout.start(index + 1, occasion.nextInMonth ? month : 0)
                if isPossible, let next = layout.month(after: month, taking: occasion) {
                    let there = layout.start(index, next) + step
                    for turns in free {
                        states[unchecked: here &+ turns].free = min(
                            states[unchecked: skipped &+ turns].free, states[unchecked: there &+ turns].taken)
                    }
                } else {
                    for turns in free {
                        states[unchecked: here &+ turns].free = states[unchecked: skipped &+ turns].free
                    }
                }
            }
        }
        return states[0].free
    }

    /// Appends the turns of a cheapest path, after `solve` with the same arguments.
    func appendTurns(
        of timeline: Timeline, costs: [Int], endCosts: [Int], spacingCost: Int, to turns: inout [Turn]
    ) {
        let layout = Layout(timeline, turns: endCosts.count - 1)
        let (occasions, moves) = (timeline.occasions, timeline.moves)
        var (index, month, count) = (0, 0, 0)
        while index < occasions.count {
            // Free: skip what costs nothing to skip.
            let occasion = occasions[index]
            let skipped = layout.start(index + 1, occasion.nextInMonth ? month : 0) + count
            if states[layout.start(index, month) + count].free == states[skipped].free {
                month = occasion.nextInMonth ? month : 0
                index += 1
                continue
            }
            month = layout.month(after: month, taking: occasion) ?? 0
            count += layout.step
            var current = index
            var missingWeeks = 0
            chain: while true {
                turns.append(Turn(occasion: current, missingWeeks: missingWeeks))
                let occasion = occasions[current]
                let value = states[layout.start(current, month) + count].taken - costs[timeline.firstOccasion + current]
                for position in occasion.soon {
                    let move = moves[position]
                    guard costs[timeline.firstOccasion + move.target] < Self.infinity,
                        let next = layout.month(
                            after: move.inMonth ? month : 0, taking: occasions[move.target])
                    else { continue }
                    let there = layout.start(move.target, next) + count + layout.step
                    if value == states[there].taken + move.missingWeeks * spacingCost {
                        (current, month, count) = (move.target, next, count + layout.step)
                        missingWeeks = move.missingWeeks
                        continue chain
                    }
                }
                month = occasion.restsInMonth ? month : 0
                index = occasion.rest
                break
            }
        }
    }

    /// The cost of the cheapest path through each occasion, after `solve` with the same arguments.
    mutating func costsThroughOccasions(
        of timeline: Timeline, costs: [Int], endCosts: [Int], spacingCost: Int
    ) -> [Int] {
        let layout = Layout(timeline, turns: endCosts.count - 1)
        let (width, step) = (layout.width, layout.step)
        reachedTurn.grow(to: layout.size, 0)
        reachedRest.grow(to: layout.size, 0)
        for index in 0..<layout.size {
            reachedTurn[index] = Self.infinity
            reachedRest[index] = Self.infinity
        }
        reachedRest[0] = 0
        var through = [Int](repeating: Self.infinity, count: timeline.occasions.count)
        for (index, occasion) in timeline.occasions.enumerated() {
            let cost = costs[timeline.firstOccasion + index]
            for month in 0...layout.monthDepth {
                let here = layout.start(index, month)
                let skipped = layout.start(index + 1, occasion.nextInMonth ? month : 0)
                for turns in 0..<width {
                    reachedRest[skipped + turns] = min(reachedRest[skipped + turns], reachedRest[here + turns])
                }
                guard let next = layout.month(after: month, taking: occasion) else { continue }
                let there = layout.start(index, next) + step
                for turns in 0..<width {
                    reachedTurn[there + turns] = min(reachedTurn[there + turns], reachedRest[here + turns])
                }
            }
            for month in 0...layout.monthDepth where cost < Self.infinity {
                let here = layout.start(index, month)
                let rest = layout.start(occasion.rest, occasion.restsInMonth ? month : 0)
                for turns in 0..<width {
                    let reached = reachedTurn[here + turns]
                    through[index] = min(through[index], reached + states[here + turns].taken)
                    reachedRest[rest + turns] = min(reachedRest[rest + turns], reached + cost)
                }
                for position in occasion.soon {
                    let move = timeline.moves[position]
                    guard
                        let next = layout.month(
                            after: move.inMonth ? month : 0, taking: timeline.occasions[move.target])
                    else { continue }
                    let there = layout.start(move.target, next) + step
                    let moveCost = cost + move.missingWeeks * spacingCost
                    for turns in 0..<width {
                        reachedTurn[there + turns] = min(
                            reachedTurn[there + turns], reachedTurn[here + turns] + moveCost)
                    }
                }
            }
        }
        return through
    }

    /// Where the states of an occasion are.
    private struct Layout {
        let monthDepth: Int
        let width: Int
        /// How far a turn moves the count: 0 if the number of turns does not matter.
        let step: Int
        /// From one number of turns in the month to the next: one more than the most turns stands for too many.
        private let monthStride: Int
        private let occasionStride: Int
        let size: Int

        init(_ timeline: Timeline, turns: Int) {
            monthDepth = timeline.monthDepth
            width = turns + 1
            step = min(1, turns)
            monthStride = width + step
            occasionStride = (monthDepth + 1) * monthStride
            size = (timeline.occasions.count + 1) * occasionStride + step
        }

        func start(_ occasion: Int, _ month: Int) -> Int { occasion &* occasionStride &+ month &* monthStride }

        /// The turns of the month after one more, if the monthly limit allows it.
        func month(after month: Int, taking occasion: Timeline.Occasion) -> Int? {
            guard occasion.countsInMonth else { return month }
            guard month < occasion.limit else { return nil }
            return min(month + 1, monthDepth)
        }
    }
}

extension Array {
    fileprivate mutating func grow(to size: Int, _ element: Element) {
        if count < size { append(contentsOf: repeatElement(element, count: size - count)) }
    }
}
