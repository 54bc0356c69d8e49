import CivilTime
package import Mentoring
import Rotation

/// Whose week is which at one duty, as planned, and why a week has nobody.
package struct DutyPlan {
    package let facts: DutyFacts
    /// Whose each week is that is somebody's.
    package let people: [Int: Person]
    /// Why each of the others that were wanted is nobody's, in words.
    package let gaps: [Int: String]
    /// What each volunteer brought along, in turns.
    package let carry: [Identifier<Person>: Int]

    /// Plans every duty of a season, one after another, beside the sessions that are planned.
    package static func all(_ facts: SeasonFacts, beside sessions: SeasonPlan) throws -> [DutyPlan] {
        var others = DutyProblem.Others()
        for (turn, offer) in sessions.offers { others.leading[turn.week, default: []].insert(offer.mentor) }
        for duty in facts.duties {
            for (week, turn) in duty.turns where duty.stands(turn, in: facts) {
                others.onDuty[week, default: []].insert(turn.person.id)
            }
        }
        return try facts.duties.map { duty in
            let plan = try DutyPlan(duty, of: facts, beside: others)
            for (week, person) in plan.people { others.onDuty[week, default: []].insert(person.id) }
            return plan
        }
    }

    private init(_ duty: DutyFacts, of season: SeasonFacts, beside others: DutyProblem.Others) throws {
        let rotation = try DutyProblem(duty, of: season, beside: others)
        let plan = try Planner().awaited(rotation.problem)
        var (people, gaps): ([Int: Person], [Int: String]) = ([:], [:])
        for (assignment, reason) in zip(plan.assignments, Explanation(of: plan, for: rotation.problem).reasons) {
            guard let week = rotation.weeks[assignment.demand] else { continue }
            if let slot = assignment.slot { people[week] = rotation.people[slot] }
            if case .uncovered(let gap) = reason.outcome { gaps[week] = duty.words(for: gap, week: week, of: season) }
        }
        facts = duty
        self.people = people
        self.gaps = gaps
        carry = rotation.carry
    }

    /// Why a week is nobody's, in words.
    package func reason(without week: Int, of season: SeasonFacts) -> String {
        if let gap = gaps[week] { return gap }
        if week > season.program.season.weeks { return "the season ends before it" }
        return season.isFrozen(week) ? "the whole week is frozen" : "it has begun"
    }
}

extension DutyFacts {
    fileprivate func words(for gap: Reason.Gap, week: Int, of season: SeasonFacts) -> String {
        switch gap {
        case .noMentor: return "nobody volunteers"
        case .noSlot:
            guard season.isPlannable(week) else { return "it begins too soon to give it to anybody" }
            let monday = season.program.season.monday(ofWeek: week)
            let people = volunteers.map { (name: $0.person.name, isAway: seemsAway($0.person, inWeekOf: monday)) }
            if people.allSatisfy(\.isAway) {
                return "everybody is away (\(people.map(\.name).joined(separator: ", ")))"
            }
            let causes = volunteers.map { volunteer in
                let person = volunteer.person
                if seemsAway(person, inWeekOf: monday) { return "\(person.name) is away" }
                return "\(person.name) \(hindranceOfOtherSeasons(person.id, inWeekOf: monday) ?? "has another duty")"
            }
            return "nobody is free that week (\(causes.joined(separator: ", ")))"
        case .allBarred(_, let tooClose, _, let monthFull):
            let gapped = "within \(duty.minGapWeeks.counted("week")) of another turn"
            let often = "has had \(duty.maxPerMonth.counted("week")) that month already"
            let who = volunteers.count == 1 ? "the only volunteer" : "every volunteer who is there"
            if monthFull == 0 { return "for \(who) it lies \(gapped)" }
            return tooClose == 0 ? "\(who) \(often)" : "\(who) \(often), or it lies \(gapped)"
        case .tooDear: return "giving it to somebody would cost more elsewhere"
        }
    }
}
