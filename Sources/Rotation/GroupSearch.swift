/// The cheapest way for a few mentors to serve some demands, each of them by one, by dynamic programming week by week.
///
/// A state is, for each mentor, the weeks since the last turn, the turns in its month and the turns so far. The memory is
/// kept from one call to the next.
struct GroupSearch {
    /// A demand.
    struct Turn {
        let week: Int
        /// Ascending by member.
        var choices: [Choice]

        /// Keeps, of each member and month, the first of the cheapest choices only.
        mutating func keepCheapest() {
            var kept = 0
            for index in choices.indices {
                let choice = choices[index]
                var same = 0
                while same < kept, choices[same].member != choice.member || choices[same].month != choice.month {
                    same += 1
                }
                if same == kept {
                    choices[kept] = choice
                    kept += 1
                } else if choice.cost < choices[same].cost {
                    choices[same] = choice
                }
            }
            choices.removeLast(choices.count - kept)
        }

        /// How far apart the choices are in something that is never negative.
        @inline(__always)
        func range(of value: (Choice) -> Int) -> Int {
            var (least, most) = (Int.max, 0)
            for choice in choices {
                least = min(least, value(choice))
                most = max(most, value(choice))
            }
            return max(0, most - least)
        }
    }

    /// A slot of one of the group's.
    struct Choice {
        let member: Int
        let slot: Int
        let month: Int
        /// The most turns of its mentor's that may be decided in its month.
        let mostInMonth: Int
        // What it adds to the levels, gaps and numbers of turns aside.
        let stability: Int
        let preference: Int
        var misery = 0
        var painmax = 0
        var cost = 0

        init(member: Int, slot: Int, month: Int, mostInMonth: Int, stability: Int, preference: Int) {
            self.member = member
            self.slot = slot
            self.month = month
            self.mostInMonth = mostInMonth
            self.stability = stability
            self.preference = preference
        }

        mutating func weigh(_ prices: LevelValues) {
            cost =
                misery * prices.misery + painmax * prices.painmax + stability * prices.stability
                + preference * prices.preference
        }
    }

    private struct State {
        let key: UInt64
        let cost: Int
        let parent: Int32
        let choice: Int32
    }

    /// From one demand to the next.
    private struct Step {
        let weeks: Int
        /// The first of the months that the week belongs to.
        let month: Int
        /// The first of the months that the next demand's week belongs to.
        let nextMonth: Int

        init(from turn: Turn, to next: Turn) {
            weeks = next.week - turn.week
            month = turn.choices.map(\.month).min() ?? 0
            nextMonth = next.choices.map(\.month).min() ?? 0
        }
    }

    /// What a state knows of one mentor, in 14 bits.
    private struct History {
        static let bits = 14
        static let furthest = 15
        static let mostInMonth = 7
        static let mostTurns = 63

        var weeksSince: Int
        /// Whether the last turn was in the second of the months that the present week belongs to.
        var isSecondMonth: Int
        var inMonth: Int
        var turns: Int

        init(_ key: UInt64, of member: Int) {
            let bits = Int(truncatingIfNeeded: key >> UInt64(member * Self.bits))
            weeksSince = bits & 15
            isSecondMonth = bits >> 4 & 1
            inMonth = bits >> 5 & 7
            turns = bits >> 8 & 63
        }

        init(weeksSince: Int) {
            (self.weeksSince, isSecondMonth, inMonth, turns) = (weeksSince, 0, 0, 0)
        }

        func key(of member: Int) -> UInt64 {
            let bits =
                weeksSince | isSecondMonth << 4 | min(inMonth, Self.mostInMonth) << 5 | min(turns, Self.mostTurns) << 8
            return UInt64(bits) << UInt64(member * Self.bits)
        }

        static func mask(of member: Int) -> UInt64 { UInt64(1 << bits - 1) << UInt64(member * bits) }

        /// Lets a step pass without a turn; `reach` is the gap from which on weeks do not matter.
        @inline(__always)
        mutating func wait(_ step: Step, _ reach: Int) {
            weeksSince = min(reach, weeksSince + step.weeks)
            let held = step.month + isSecondMonth
            if held < step.nextMonth { inMonth = 0 }
            isSecondMonth = max(0, min(1, held - step.nextMonth))
        }

        /// Takes a turn and lets a step pass; the weeks missing to the preferred gap, or nil if a limit forbids it.
        @inline(__always)
        mutating func lead(
            _ choice: Choice, _ step: Step, _ limits: DenseProblem.MentorLimits, _ reach: Int
        ) -> Int? {
            guard weeksSince >= limits.minGap else { return nil }
            let before = step.month + isSecondMonth == choice.month ? inMonth : 0
            guard before < choice.mostInMonth else { return nil }
            let missing = max(0, limits.preferredGap - weeksSince)
            weeksSince = min(reach, step.weeks)
            inMonth = choice.month < step.nextMonth ? 0 : before + 1
            isSecondMonth = max(0, min(1, choice.month - step.nextMonth))
            turns += 1
            return missing
        }
    }

    /// More mentors than this do not fit in a key.
    static let largestGroup = 4
    /// A layer with more states than this is not followed.
    private static let mostStates = 4000

    private var layers: [[State]] = []
    /// The work done since it was last taken note of, see `Effort.limit`.
    private var work = 0
    private var table = KeyTable()

    /// The slots by demand, drawn among equals; nil if there are too many states or no way.
    mutating func cheapest(
        _ turns: [Turn], _ limits: [DenseProblem.MentorLimits], _ prices: LevelValues,
        _ generator: inout SeededGenerator
    ) -> [Int?]? {
        let reach = limits.map { min(History.furthest, max($0.minGap, $0.preferredGap)) }
        while layers.count <= turns.count { layers.append([]) }
        let start = reach.indices.reduce(UInt64(0)) { $0 | History(weeksSince: reach[$1]).key(of: $1) }
        layers[0] = [State(key: start, cost: 0, parent: -1, choice: -1)]
        for (index, turn) in turns.enumerated() {
            let step = Step(from: turn, to: index + 1 < turns.count ? turns[index + 1] : turn)
            layers[index + 1].removeAll(keepingCapacity: true)
            table.clear()
            work += layers[index].count * (turn.choices.count + 1)
            for (position, state) in layers[index].enumerated() {
                let idle = Self.key(after: step, from: state.key, reach)
                for (number, choice) in turn.choices.enumerated() {
                    let member = choice.member
                    var history = History(state.key, of: member)
                    guard let missing = history.lead(choice, step, limits[member], reach[member]) else { continue }
                    let new = State(
                        key: idle & ~History.mask(of: member) | history.key(of: member),
                        cost: state.cost + choice.cost + missing * prices.spacing,
                        parent: Int32(position), choice: Int32(number))
                    guard keep(new, in: index + 1, &generator) else { return nil }
                }
            }
        }
        guard let end = cheapestEnd(of: layers[turns.count], limits, prices, &generator) else { return nil }
        return path(to: end, turns)
    }

    /// What becomes of everybody's history if they do not lead.
    @inline(__always)
    private static func key(after step: Step, from key: UInt64, _ reach: [Int]) -> UInt64 {
        var idle: UInt64 = 0
        for member in reach.indices {
            var history = History(key, of: member)
            history.wait(step, reach[member])
            idle |= history.key(of: member)
        }
        return idle
    }

    /// Keeps a state unless its layer has a cheaper one with the same key; whether there was room for it.
    @inline(__always)
    private mutating func keep(_ new: State, in layer: Int, _ generator: inout SeededGenerator) -> Bool {
        let found = table.position(of: new.key, orElse: layers[layer].count)
        if found == layers[layer].count {
            guard found < Self.mostStates else { return false }
            layers[layer].append(new)
        } else if new.cost < layers[layer][found].cost
            || new.cost == layers[layer][found].cost && generator.index(below: 2) == 0
        {
            layers[layer][found] = new
        }
        return true
    }

    private func cheapestEnd(
        of layer: [State], _ limits: [DenseProblem.MentorLimits], _ prices: LevelValues,
        _ generator: inout SeededGenerator
    ) -> Int? {
        var best: (position: Int, cost: Int)?
        var equals = 1
        for (position, state) in layer.enumerated() {
            var cost = state.cost
            for (member, limit) in limits.enumerated() {
                let turns = History(state.key, of: member).turns
                cost +=
                    (limit.load(turns: turns) - limit.load(turns: 0)) * prices.load + max(0, turns - limit.cap)
                    * prices.overload
            }
            if let best, cost > best.cost { continue }
            equals = cost == best?.cost ? equals + 1 : 1
            if equals == 1 || generator.index(below: equals) == 0 { best = (position, cost) }
        }
        return best?.position
    }

    /// The work done since this was last asked.
    mutating func takeWork() -> Int {
        defer { work = 0 }
        return work
    }

    private func path(to end: Int, _ turns: [Turn]) -> [Int?] {
        var slots: [Int?] = []
        var position = end
        for index in turns.indices.reversed() {
            let state = layers[index + 1][position]
            slots.append(turns[index].choices[Int(state.choice)].slot)
            position = Int(state.parent)
        }
        return slots.reversed()
    }
}

/// Where the states of a layer are, by key: open addressing, emptied in no time.
private struct KeyTable {
    private static let bits = 13
    private var keys = [UInt64](repeating: 0, count: 1 << bits)
    private var positions = [Int32](repeating: 0, count: 1 << bits)
    private var stamps = [Int](repeating: 0, count: 1 << bits)
    private var stamp = 0

    mutating func clear() { stamp += 1 }

    /// The position of a key; if it is new, it gets the one given.
    mutating func position(of key: UInt64, orElse new: Int) -> Int {
        var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - UInt64(Self.bits)))
        while stamps[index] == stamp {
            if keys[index] == key { return Int(positions[index]) }
            index = (index + 1) & (1 << Self.bits - 1)
        }
        stamps[index] = stamp
        keys[index] = key
        positions[index] = Int32(new)
        return new
    }
}
