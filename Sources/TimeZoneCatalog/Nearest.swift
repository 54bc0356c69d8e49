/// The candidates that differ least from a word that was perhaps mistyped, for "did you mean …?".
///
/// Counted are inserted, missing, wrong and swapped characters, without regard to case.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been meant.
///   - limit: At most so many are returned.
/// - Returns: Those at the smallest distance, in their given order; if even these differ in more than a third of the word,
///   those that begin with it, unless it is shorter than three letters of an alphabet: of one character everything is as near, and
///   one of Han or Hangul says more.
public func nearest(to word: String, among candidates: [String], limit: Int = 3) -> [String] {
    let wanted = Array(word.lowercased())
    var best: [String] = []
    var smallest = wanted.count < 2 ? 0 : max(1, wanted.count / 3)
    for candidate in candidates {
        let other = Array(candidate.lowercased())
        guard abs(other.count - wanted.count) <= smallest else { continue }
        let distance = editDistance(wanted, other)
        guard distance <= smallest else { continue }
        if distance < smallest {
            best = []
            smallest = distance
        }
        best.append(candidate)
    }
    let isSyllables = !wanted.isEmpty && wanted.allSatisfy { $0.isLetter && !$0.isCased }
    if best.isEmpty, wanted.count >= 3 || isSyllables {
        best = candidates.filter { $0.lowercased().hasPrefix(word.lowercased()) }
    }
    return Array(best.prefix(limit))
}

/// The optimal string alignment distance.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
        var current = [row + 1]
        current.reserveCapacity(second.count + 1)
        for column in second.indices {
            let isSame = first[row] == second[column]
            var cost = min(previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                cost = min(cost, beforePrevious[column - 1] + 1)
            }
            current.append(cost)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[second.count]
}
