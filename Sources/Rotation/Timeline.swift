/// The weeks in which one mentor could lead, as a graph whose paths are the mentor's possible turns.
///
/// Gaps, monthly limits and consecutive spacing are in the graph's moves; a state is an occasion, the turns so far in
/// its month and the turns so far.
final class Timeline: Sendable {
    /// A week, and month, in which the mentor could lead.
    struct Occasion {
        let week: Int
        let month: Int
        /// The candidates of this week and month, as positions in `Decomposition.candidates`.
        let candidates: Range<Int>
        /// Whether the turn was announced: limits do not count it, and it is always taken.
        let isPinned: Bool
        /// The most turns that may be decided in the month; `Int.max` if gaps alone keep the limit.
        var limit: Int
        /// The moves to occasions that may follow sooner than the preferred gap, as positions in `moves`.
        var soon = 0..<0
        /// The first occasion that may follow without loss; the number of occasions if there is none.
        var rest = 0
        /// Whether that occasion is of the same month.
        var restsInMonth = false
        /// Whether the next occasion is of the same month.
        var nextInMonth = false
        /// The most turns there may have been before while another is not yet too soon.
        var before = Count()
        /// The most turns there may have been with one at this occasion.
        var with = Count()
    }

    /// A number of turns.
    struct Count {
        /// Of the month; 0 where they need not be told apart.
        var month = 0
        var turns = 0
    }

    /// From one turn to the next, closer than preferred.
    struct Move {
        let target: Int
        let missingWeeks: Int
        let inMonth: Bool
    }

    let occasions: [Occasion]
    /// Where the occasions stand among those of all mentors.
    let firstOccasion: Int
    let moves: [Move]
    /// The most turns of one month that must be told apart; 0 if gaps alone keep the monthly limit.
    let monthDepth: Int
    /// The most turns that gaps allow.
    let mostTurns: Int

    /// How many states and moves a path has to choose from, turns not being counted.
    var size: Int { (occasions.count + moves.count) * (monthDepth + 1) }

    init(_ found: [Occasion], from firstOccasion: Int, limits: DenseProblem.MentorLimits) {
        var occasions = found
        var moves: [Move] = []
        for (index, occasion) in occasions.enumerated() {
            let firstMove = moves.count
            var next = index + 1
            while next < occasions.count,
                occasions[next].week - occasion.week < max(limits.minGap, limits.preferredGap)
            {
                let distance = occasions[next].week - occasion.week
                if distance >= limits.minGap || distance > 0 && occasion.isPinned && occasions[next].isPinned {
                    moves.append(
                        Move(
                            target: next, missingWeeks: max(0, limits.preferredGap - distance),
                            inMonth: occasions[next].month == occasion.month))
                }
                next += 1
            }
            occasions[index].soon = firstMove..<moves.count
            occasions[index].rest = next
            occasions[index].restsInMonth = next < occasions.count && occasions[next].month == occasion.month
            occasions[index].nextInMonth =
                index + 1 < occasions.count && occasions[index + 1].month == occasion.month
        }
        var depth = 0
        for month in Set(occasions.map(\.month)) {
            let inMonth = occasions.indices.filter { occasions[$0].month == month && !occasions[$0].isPinned }
            guard let limit = inMonth.first.map({ occasions[$0].limit }) else { continue }
            if Self.mostTurns(of: inMonth.map { occasions[$0] }, minGap: limits.minGap) > limit {
                depth = max(depth, limit)
            } else {
                for index in inMonth { occasions[index].limit = .max }
            }
        }
        Self.count(&occasions, moves, monthDepth: depth)
        monthDepth = depth
        mostTurns = Self.mostTurns(of: occasions, minGap: limits.minGap)
        self.occasions = occasions
        self.firstOccasion = firstOccasion
        self.moves = moves
    }

    /// Finds the most turns along the ways to each occasion, so that no more have to be told apart.
    private static func count(_ occasions: inout [Occasion], _ moves: [Move], monthDepth: Int) {
        for index in occasions.indices {
            let occasion = occasions[index]
            occasions[index].with.raise(to: occasion.before.taking(occasion, monthDepth: monthDepth), isSameMonth: true)
            let with = occasions[index].with
            if index + 1 < occasions.count {
                occasions[index + 1].before.raise(to: occasion.before, isSameMonth: occasion.nextInMonth)
            }
            if occasion.rest < occasions.count {
                occasions[occasion.rest].before.raise(to: with, isSameMonth: occasion.restsInMonth)
            }
            for move in moves[occasion.soon] {
                var before = Count()
                before.raise(to: with, isSameMonth: move.inMonth)
                let target = occasions[move.target]
                occasions[move.target].with.raise(to: before.taking(target, monthDepth: monthDepth), isSameMonth: true)
            }
        }
    }

    /// The most turns at a distance, which the earliest choice attains; announced turns keep none.
    private static func mostTurns(of occasions: [Occasion], minGap: Int) -> Int {
        var turns = 0
        var lastWeek: Int?
        for occasion in occasions {
            if occasion.isPinned {
                turns += 1
            } else if lastWeek.map({ occasion.week - $0 >= minGap }) ?? true {
                turns += 1
                lastWeek = occasion.week
            }
        }
        return turns
    }
}

extension Timeline.Occasion {
    /// Whether the turns of its month have to be counted: not if gaps alone keep the limit, nor for what was announced.
    var countsInMonth: Bool { !isPinned && limit < .max }
}

extension Timeline.Count {
    fileprivate mutating func raise(to other: Self, isSameMonth: Bool) {
        turns = max(turns, other.turns)
        if isSameMonth { month = max(month, other.month) }
    }

    fileprivate func taking(_ occasion: Timeline.Occasion, monthDepth: Int) -> Self {
        Self(month: occasion.countsInMonth ? min(month + 1, occasion.limit, monthDepth) : month, turns: turns + 1)
    }
}
