import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog
import Wording

extension Forecast {
    /// The turns to come that no stored session serves, and why; `plan` is what planning now would give.
    package func uncovered(beside plan: SeasonPlan) -> [PlanView.Uncovered] {
        let calledOff = facts.sessions.filter { $0.value.isCalledOff && $0.value.start > facts.now }.keys
        let missed = facts.sessions.filter { facts.wasMissed($0.value) && !facts.isOver($0.key.week) }.keys
        return Set(facts.turns()).union(calledOff).union(missed).filter { !facts.isServed($0) }.sorted().map { turn in
            .init(week: turn.week, region: turn.region, reason: reason(without: turn, beside: plan).text)
        }
    }

    /// How many turns that no stored session serves planning now would cover.
    package func plannable(by plan: SeasonPlan) -> Int {
        plan.offers.count { turn, offer in offer.local.instant > facts.now && !facts.isServed(turn) }
    }

    private func reason(without turn: Turn, beside plan: SeasonPlan) -> UncoveredReason {
        if let session = facts.sessions[turn], session.isCalledOff { return .calledOff(session.cancellation) }
        guard plan.offers[turn] != nil else { return plan.reason(without: turn, facts: facts) }
        guard let session = facts.sessions[turn] else { return .notPlanned }
        guard session.status != .cancelled else { return .dropped(session.cancellation) }
        let isThere = facts.mentors.contains { $0.person.id == session.mentor.id }
        return .mentorLost(isThere ? session.mentor.name : nil)
    }

    /// The freezes that are not over and touch the season.
    package func freezes() -> [ForecastView.Frozen] {
        let season = facts.program.season
        return facts.freezes.sorted { $0.days < $1.days }.compactMap { freeze in
            let regions = facts.program.regions.filter { freeze.covers($0, on: freeze.days.from) }.sorted()
            let weeks = (1...season.weeks).filter { week in
                freeze.days.from <= season.monday(ofWeek: week).adding(days: 6)
                    && season.monday(ofWeek: week) <= freeze.days.to
            }
            guard !regions.isEmpty, !weeks.isEmpty, !facts.isOver(freeze.days.to) else { return nil }
            return .init(
                from: freeze.days.from, to: freeze.days.to, reason: freeze.reason, regions: regions, weeks: weeks,
                wholeWeeks: weeks.filter { week in regions.allSatisfy { facts.isFrozen($0, in: week) } })
        }
    }
}

extension SeasonFacts {
    /// Whether a turn has a session that was or can be held: one not called off, whose mentor can still lead it.
    fileprivate func isServed(_ turn: Turn) -> Bool {
        guard let session = sessions[turn], session.isOnOrHeld(at: now) else { return false }
        return session.start <= now
            || isLed(session) && !isBarred(session.mentor.id, from: session)
    }
}
