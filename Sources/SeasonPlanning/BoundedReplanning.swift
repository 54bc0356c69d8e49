import Mentoring
import MentoringAPI
import Rotation

/// A season's problem solved twice: with the fewest changes, and with some more of them where that is better.
///
/// The steadiest plan says how many tentative turns must change; the fresh order of levels is then followed among the
/// plans that change at most so many more. With none to spend the steadiest plan is the plan.
struct BoundedReplanning {
    let problem: Rotation.Problem
    let plan: Plan
    let price: PlanView.Price?

    /// Plans; so many more tentative turns than must may change, nil means as many as fair shares miss.
    init(_ season: SeasonProblem, _ facts: SeasonFacts, changes: Int?) throws {
        let steady = try Planner().awaited(season.problem)
        guard season.problem.tentativeTurns > 0, changes != 0 else {
            (problem, plan, price) = (season.problem, steady, nil)
            return
        }
        let before = Self.turns(in: steady, of: season)
        let most = changes ?? Self.usualChanges(before, season, facts)
        let fewest = season.problem.changes(in: steady)
        let must = Self.changes(in: steady, of: season, facts)
        guard most > 0 else {
            (problem, plan) = (season.problem, steady)
            price = .init(must: must, allowed: 0, spent: 0, turns: [])
            return
        }
        let bounded = Rotation.Problem(season.problem, mostChanges: fewest + min(most, season.problem.tentativeTurns))
        let better = try Planner().awaited(bounded, from: steady)
        let after = Self.turns(in: better, of: season)
        problem = bounded
        plan = better
        price = .init(
            must: must, allowed: most, spent: max(0, bounded.changes(in: better) - fewest),
            turns: facts.mentors.filter { before[$0.person.id] != after[$0.person.id] }
                .sorted { ($0.person.name, $0.person.id.rawValue) < ($1.person.name, $1.person.id.rawValue) }
                .map {
                    .init(
                        mentor: $0.person.name, without: before[$0.person.id] ?? 0, with: after[$0.person.id] ?? 0)
                })
    }

    /// The turns that mentors lack of whole fair shares, at most a quarter of the tentative ones.
    private static func usualChanges(
        _ turns: [Identifier<Person>: Int], _ season: SeasonProblem, _ facts: SeasonFacts
    ) -> Int {
        let fairShare = FairShare(facts.mentors, sharing: season.turns, carry: season.carry)
        let missing = facts.mentors.map { max(0, Int(fairShare.of($0)) - (turns[$0.person.id] ?? 0)) }.reduce(0, +)
        return min(missing, season.problem.tentativeTurns / 4)
    }

    /// How many tentative sessions to come are not what they were in a plan, those too whose time nobody offers any more: in every plan
    /// these change.
    private static func changes(in plan: Plan, of season: SeasonProblem, _ facts: SeasonFacts) -> Int {
        let offers = Dictionary(
            uniqueKeysWithValues: plan.assignments.map { ($0.demand, $0.slot.flatMap { season.offers[$0] }) })
        return facts.sessions.count { turn, session in
            session.status == .tentative && session.start > facts.now && !facts.stands(session)
                && offers[SeasonProblem.id(turn)]??.isTime(of: session) != true
        }
    }

    private static func turns(in plan: Plan, of season: SeasonProblem) -> [Identifier<Person>: Int] {
        let mentors = plan.assignments.compactMap { $0.slot.flatMap { season.offers[$0]?.mentor } }
        return Dictionary(mentors.map { ($0, 1) }, uniquingKeysWith: +)
    }
}
