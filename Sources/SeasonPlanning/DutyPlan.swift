import CivilTime
package import Mentoring
import Rotation
package import Wording

/// Whose week is which at one duty, as planned, and why a week has nobody.
package struct DutyPlan {
    package let facts: DutyFacts
    /// Whose each week is that is somebody's.
    package let people: [Int: Person]
    /// Why each of the others that were wanted is nobody's.
    package let gaps: [Int: UncoveredDutyReason]
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
        var (people, gaps): ([Int: Person], [Int: UncoveredDutyReason]) = ([:], [:])
        for (assignment, reason) in zip(plan.assignments, Explanation(of: plan, for: rotation.problem).reasons) {
            guard let week = rotation.weeks[assignment.demand] else { continue }
            if let slot = assignment.slot { people[week] = rotation.people[slot] }
            if case .uncovered(let gap) = reason.outcome { gaps[week] = duty.reason(for: gap, week: week, of: season) }
        }
        facts = duty
        self.people = people
        self.gaps = gaps
        carry = rotation.carry
    }

    /// Why a week is nobody's.
    package func reason(without week: Int, of season: SeasonFacts) -> UncoveredDutyReason {
        if let gap = gaps[week] { return gap }
        if week > season.program.season.weeks { return .seasonEnds }
        return season.isFrozen(week) ? .frozen : .begun
    }
}

extension DutyFacts {
    fileprivate func reason(for gap: Reason.Gap, week: Int, of season: SeasonFacts) -> UncoveredDutyReason {
        switch gap {
        case .noMentor: return .nobodyVolunteers
        case .noSlot:
            guard season.isPlannable(week) else { return .tooSoon }
            let monday = season.program.season.monday(ofWeek: week)
            return .nobodyIsFree(
                volunteers.map(\.person).map { person in
                    let isAway = seemsAway(person, inWeekOf: monday)
                    let other = isAway ? .away : hindranceOfOtherSeasons(person.id, inWeekOf: monday)
                    return .init(person.name, other ?? .anotherDuty)
                })
        case .allBarred(_, let tooClose, _, let monthFull):
            // One of the two it is.
            return .allBarred(
                isOnlyOne: volunteers.count == 1,
                minGap: tooClose > 0 || monthFull == 0 ? duty.minGapWeeks : nil,
                most: monthFull > 0 ? duty.maxPerMonth : nil)
        case .tooDear: return .tooDear
        }
    }
}
