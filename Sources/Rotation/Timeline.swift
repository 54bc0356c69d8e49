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
        monthDepth = depth
        mostTurns = Self.mostTurns(of: occasions, minGap: limits.minGap)
        self.occasions = occasions
        self.firstOccasion = firstOccasion
        self.moves = moves
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
