package import CivilTime
package import Mentoring
import TimeZoneCatalog

/// The load that people bring from earlier seasons, so that who took more than their share then takes less now.
///
/// Each season counts on from the one before: what somebody brought into it and the turns that they took in it are their load
/// after it. What is planned of one that still runs counts, too.
///
/// Loads are compared per weight among those who share their turns: the mentors of a region, the volunteers for a duty. The
/// least loaded start at 0, and who took no part in the last one starts at the average, as does whoever joins while a season is on:
/// coming late is neither a debt nor an advantage.
package struct Carry: Sendable {
    /// How many turns each took, by season.
    private let seasons: [[Identifier<Person>: Int]]

    /// Counts the turns that were taken, and those that are to be.
    package init(earlier: [some TakenTurn], at now: Instant) {
        let taken = earlier.filter { turn in
            switch turn.status {
            case .held, .announced: true
            case .tentative: turn.start > now
            case .cancelled: false
            }
        }
        let seasons = Dictionary(grouping: taken, by: \.season).sorted { $0.key < $1.key }
        self.seasons = seasons.map { Dictionary($0.value.map { ($0.taker.id, 1) }, uniquingKeysWith: +) }
    }

    /// What each of those who share turns carries into a season of which these are the turns so far.
    package func carry(of takers: [some TurnTaker], into season: [some TakenTurn]) -> [Identifier<Person>: Int] {
        fromEarlierSeasons(takers).merging(Self.ofLatecomers(among: takers, to: season), uniquingKeysWith: +)
    }

    private func fromEarlierSeasons(_ takers: [some TurnTaker]) -> [Identifier<Person>: Int] {
        let none = Dictionary(uniqueKeysWithValues: takers.map { ($0.person.id, 0) })
        return seasons.reduce(none) { brought, season in
            let loads = season.filter { brought[$0.key] != nil }.map { ($0.key, $0.value + (brought[$0.key] ?? 0)) }
            // Those of another region alone say nothing about these.
            return loads.isEmpty ? brought : Self.carry(of: takers, from: Dictionary(uniqueKeysWithValues: loads))
        }
    }

    /// What those who have a load carry beyond the least of them, per weight; the others carry the average.
    private static func carry(
        of takers: [some TurnTaker], from turns: [Identifier<Person>: Int]
    ) -> [Identifier<Person>: Int] {
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
        let carry = Carry(earlier: earlier, at: now)
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
    /// The first day of the season that it belongs to.
    var season: LocalDate { get }
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
