import TimeZoneCatalog

/// The load that mentors bring from the last season, so that who led more than their share then leads less now.
///
/// Loads are compared per weight within a region. The least loaded start at 0, and who did not mentor then starts at the
/// average, as does whoever joins while a season is on: coming late is neither a debt nor an advantage.
struct Carry: Sendable {
    private let turns: [Identifier<Person>: Int]

    /// Counts the turns that were led.
    init(lastSeason: [Session]) {
        turns = Dictionary(
            lastSeason.filter { $0.status == .held || $0.status == .announced }.map { ($0.mentor.id, 1) },
            uniquingKeysWith: +)
    }

    /// What each of a region's mentors carries, in turns.
    func carry(of mentors: [Mentor]) -> [Identifier<Person>: Int] {
        let returning = mentors.filter { turns[$0.person.id] != nil }
        guard !returning.isEmpty else { return Dictionary(uniqueKeysWithValues: mentors.map { ($0.person.id, 0) }) }
        let unit = mentors.map(\.weight).reduce(1, leastCommonMultiple)
        let perWeight = returning.map { (turns[$0.person.id] ?? 0) * (unit / $0.weight) }
        let least = perWeight.min() ?? 0
        let average = perWeight.reduce(0, +) / perWeight.count
        return Dictionary(
            uniqueKeysWithValues: mentors.map { mentor in
                let load = turns[mentor.person.id].map { $0 * (unit / mentor.weight) } ?? average
                return (mentor.person.id, ((load - least) * mentor.weight + unit / 2) / unit)
            })
    }
}

extension Carry {
    /// What those of a region's mentors carry who joined while the season was on: what others had led by then, per weight.
    ///
    /// Who had left and comes back carries so much less as they had led themself.
    static func ofLatecomers(among mentors: [Mentor], to season: [Session]) -> [Identifier<Person>: Int] {
        mentors.reduce(into: [:]) { carry, mentor in
            let others = mentors.filter { $0.since < mentor.since }
            let weights = others.map(\.weight).reduce(0, +)
            let before = season.filter { $0.start < mentor.since && $0.status != .cancelled }
            let led = before.count { session in others.contains { $0.person.id == session.mentor.id } }
            let own = before.count { $0.mentor.id == mentor.person.id }
            let average = weights == 0 ? 0 : (2 * led * mentor.weight + weights) / (2 * weights)
            carry[mentor.person.id] = max(0, average - own)
        }
    }
}

private func leastCommonMultiple(_ left: Int, _ right: Int) -> Int {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return left / a * right
}
