package import CivilTime
package import Mentoring
import TimeZoneCatalog

/// The load that people bring from the last season, so that who took more than their share then takes less now.
///
/// Loads are compared per weight among those who share their turns: the mentors of a region, the volunteers for a duty. The
/// least loaded start at 0, and who took no part then starts at the average, as does whoever joins while a season is on:
/// coming late is neither a debt nor an advantage.
package struct Carry: Sendable {
    private let turns: [Identifier<Person>: Int]

    /// Counts the turns that were taken.
    package init(lastSeason: [some TakenTurn]) {
        turns = Dictionary(
            lastSeason.filter { $0.status == .held || $0.status == .announced }.map { ($0.taker.id, 1) },
            uniquingKeysWith: +)
    }

    /// What each of those who share turns carries into a season of which these are the turns so far.
    package func carry(of takers: [some TurnTaker], into season: [some TakenTurn]) -> [Identifier<Person>: Int] {
        fromLastSeason(takers).merging(Self.ofLatecomers(among: takers, to: season), uniquingKeysWith: +)
    }

    private func fromLastSeason(_ takers: [some TurnTaker]) -> [Identifier<Person>: Int] {
        let returning = takers.filter { turns[$0.person.id] != nil }
        guard !returning.isEmpty else { return Dictionary(uniqueKeysWithValues: takers.map { ($0.person.id, 0) }) }
        let unit = takers.map(\.weight).reduce(1, leastCommonMultiple)
        let perWeight = returning.map { (turns[$0.person.id] ?? 0) * (unit / $0.weight) }
        let least = perWeight.min() ?? 0
        let average = perWeight.reduce(0, +) / perWeight.count
        return Dictionary(
            uniqueKeysWithValues: takers.map { taker in
                let load = turns[taker.person.id].map { $0 * (unit / taker.weight) } ?? average
                return (taker.person.id, ((load - least) * taker.weight + unit / 2) / unit)
            })
    }

    /// What those carry who joined while the season was on: what others had taken by then, per weight.
    ///
    /// Who had left and comes back carries so much less as they had taken themself.
    private static func ofLatecomers(
        among takers: [some TurnTaker], to season: [some TakenTurn]
    ) -> [Identifier<Person>: Int] {
        takers.reduce(into: [:]) { carry, taker in
            let others = takers.filter { $0.since < taker.since }
            let weights = others.map(\.weight).reduce(0, +)
            let before = season.filter { $0.start < taker.since && $0.status != .cancelled }
            let taken = before.count { turn in others.contains { $0.person.id == turn.taker.id } }
            let own = before.count { $0.taker.id == taker.person.id }
            let average = weights == 0 ? 0 : (2 * taken * taker.weight + weights) / (2 * weights)
            carry[taker.person.id] = max(0, average - own)
        }
    }
}

extension SeasonFacts {
    /// What each mentor brings into the season, compared within their region.
    package var carry: [Identifier<Person>: Int] {
        let carry = Carry(lastSeason: lastSeason)
        return program.regions.reduce(into: [:]) { all, region in
            let mentors = mentors.filter { $0.region == region }
            all.merge(carry.carry(of: mentors, into: Array(sessions.values)), uniquingKeysWith: +)
        }
    }
}

/// Somebody who shares turns with others.
package protocol TurnTaker {
    var person: Person { get }
    /// Share of the turns, 1 or more.
    var weight: Int { get }
    /// When they began to.
    var since: Instant { get }
}

/// A turn that was taken.
package protocol TakenTurn {
    var taker: Person { get }
    var start: Instant { get }
    var status: Session.Status { get }
}

extension Mentor: TurnTaker {}

extension Volunteer: TurnTaker {
    package var weight: Int { 1 }
}

extension Session: TakenTurn {
    package var taker: Person { mentor }
}

extension DutyTurn: TakenTurn {
    package var taker: Person { person }
}

private func leastCommonMultiple(_ left: Int, _ right: Int) -> Int {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return left / a * right
}
