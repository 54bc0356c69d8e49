package import Mentoring
import TimeZoneCatalog

/// What would be just each mentor's share of their region's turns of a season, counting what everybody brought from the last:
/// (the season's turns + Σ carry) · weight ÷ Σ weights − own carry.
///
/// It is the one that people are shown. The planner's cap is another thing, which binds it.
package struct FairShare {
    private let mentors: [Mentor]
    private let turns: [Region: Int]
    private let carry: [Identifier<Person>: Int]

    package init(_ mentors: [Mentor], sharing turns: [Turn], carry: [Identifier<Person>: Int]) {
        self.mentors = mentors
        self.turns = Dictionary(turns.map { ($0.region, 1) }, uniquingKeysWith: +)
        self.carry = carry
    }

    /// The shares of a season's turns, those that are held and those that want a session.
    package init(_ facts: SeasonFacts) { self.init(facts.mentors, sharing: facts.turns(), carry: facts.carry) }

    /// A mentor's share in turns, in tenths and never below 0.
    package func of(_ mentor: Mentor) -> Double {
        let region = mentors.filter { $0.region == mentor.region }
        let weights = region.map(\.weight).reduce(0, +)
        let carried = region.map { carry[$0.person.id] ?? 0 }.reduce(0, +)
        let all = Double(((turns[mentor.region] ?? 0) + carried) * mentor.weight) / Double(max(1, weights))
        return (max(0, all - Double(carry[mentor.person.id] ?? 0)) * 10).rounded() / 10
    }
}
