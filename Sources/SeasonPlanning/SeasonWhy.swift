import CivilTime
package import Mentoring
package import MentoringAPI
package import Rotation
package import TimeZoneCatalog
import Wording

/// Why the turns of a season have the mentors they have.
///
/// The season is planned as the database is now; what was weighed when a session was announced is not stored.
package struct SeasonWhy {
    package let facts: SeasonFacts
    package let zones: TimeZoneCatalog
    package let recurrence: any RecurrenceExpanding
    package let plan: SeasonPlan
    private let inquiry: Inquiry

    /// Looks into a season, or into one turn of it as if that had not been announced.
    ///
    /// With an effort the season is planned anew around each choice; without, one turn changes hands and all else stays.
    package init(
        _ facts: SeasonFacts, into turn: Turn? = nil, effort: Effort?, zones: TimeZoneCatalog,
        recurrence: any RecurrenceExpanding
    ) throws {
        // Only what people know is looked back at; any other turn needs its notice, as planning it now would.
        let known = turn.flatMap { turn in facts.sessions[turn].map(facts.stands) == true ? turn : nil }
        let season = try SeasonProblem(facts, lookingBackAt: known, zones: zones, recurrence: recurrence)
        // With as many changes as `plan` makes unless told otherwise, so that both say the same of who would lead.
        let plan = try SeasonPlan(season, facts, changes: nil)
        self.init(plan, of: facts, into: turn, effort: effort, zones: zones, recurrence: recurrence)
    }

    /// Looks into a plan that was made.
    package init(
        _ plan: SeasonPlan, of facts: SeasonFacts, into turn: Turn? = nil, effort: Effort?, zones: TimeZoneCatalog,
        recurrence: any RecurrenceExpanding
    ) {
        self.facts = facts
        self.zones = zones
        self.recurrence = recurrence
        self.plan = plan
        inquiry = Inquiry(
            into: plan.solution, for: plan.season.problem, settingAside: turn.map(SeasonProblem.id), effort: effort,
            goesOn: { !Task.isCancelled })
    }

    /// What speaks against each mentor of the turn's region who does not lead it, by name.
    package func objections(at turn: Turn) throws -> [ObjectionView] {
        let mentors = facts.mentors.filter { $0.region == turn.region && $0.person.id != plan.offers[turn]?.mentor }
            .sorted { ($0.person.name, $0.person.id.rawValue) < ($1.person.name, $1.person.id.rawValue) }
        let asked = inquiry.objections(to: mentors.map { "\($0.person.id)" }, leading: SeasonProblem.id(turn))
        try Task.checkCancellation()
        let grounds = Dictionary(asked.map { ($0.mentor, $0.ground) }) { first, _ in first }
        return try mentors.map { try objection(to: $0, at: turn, grounds["\($0.person.id)"]) }
    }

    private var titles: RegionTitles { facts.program.regionTitles }

    /// What speaks against a mentor's leading a turn.
    package func objection(to mentor: Mentor, at turn: Turn) throws -> ObjectionView {
        let name = mentor.person.name
        guard mentor.region == turn.region else {
            return .of(
                name, .otherRegion, .otherRegion(leadsFor: titles[mentor.region], not: titles[turn.region]))
        }
        let asked = inquiry.objection(to: "\(mentor.person.id)", leading: SeasonProblem.id(turn))
        try Task.checkCancellation()
        return try objection(to: mentor, at: turn, asked?.ground)
    }

    private func objection(
        to mentor: Mentor, at turn: Turn, _ ground: Objection.Ground?
    ) throws -> ObjectionView {
        let name = mentor.person.name
        guard let ground else {
            return ObjectionView(
                mentor: name, ground: .noTurn, isProved: true, sentence: without(turn, .leadsThen))
        }
        switch ground {
        case .leads: return .of(name, .leads, .leads)
        case .elsewhere:
            return .of(name, .otherRegion, .otherRegion(leadsFor: titles[mentor.region], not: titles[turn.region]))
        case .noSlot: return absenceOfSlots(of: mentor, at: turn)
        case .barred(let barrier): return .of(name, barrier.rule, .barred(barrier, week: turn.week))
        case .notLookedAt:
            var view = ObjectionView.of(name, .notLookedAt, .notLookedAt)
            view.isProved = false
            return view
        case .weighed(let counterplan): return weighed(counterplan, mentor, at: turn)
        }
    }

    private func weighed(_ counterplan: Counterplan, _ mentor: Mentor, at turn: Turn) -> ObjectionView {
        let name = mentor.person.name
        let comparison = SeasonComparison(
            facts: facts, zones: zones, plan: plan, otherwise: offers(of: counterplan.plan), turn: turn, mentor: mentor)
        let barred = counterplan.barrier.map { ObjectionReason.Barred($0, week: turn.week) }
        func view(_ ground: ObjectionView.Ground, _ level: Level?, otherwise: Int?, _ reason: ObjectionReason)
            -> ObjectionView
        {
            ObjectionView(
                mentor: name, ground: ground, rule: counterplan.barrier?.rule, level: level?.rawValue,
                planned: level.map { inquiry.levels[$0] }, otherwise: otherwise, isProved: true,
                sentence: reason.sentence(of: name))
        }
        switch counterplan.verdict {
        case .worse(let level, by: let change, let isProved):
            let loss = comparison.loss(at: level)
            var worse = view(.level, level, otherwise: inquiry.levels[level] + change, .worse(barred, loss))
            worse.isProved = isProved
            return worse
        case .tie: return view(.tie, nil, otherwise: nil, .tie(barred, comparison.tieBreak))
        case .better(let level, by: let change):
            let (now, then) = (inquiry.levels[level], inquiry.levels[level] - change)
            return view(.better, level, otherwise: then, .better(barred, level, then, insteadOf: now, whyKept(turn)))
        }
    }

    /// That nobody leads a turn, and why, or who led it.
    func without(_ turn: Turn, _ nobody: Nobody) -> String {
        let reason = plan.reason(without: turn, facts: facts)
        let wasLed = plan.gaps[turn] == nil && (facts.sessions[turn].map(facts.isHistory) ?? false)
        // That there is no meeting says already that nobody leads it.
        return wasLed || facts.grid[turn.region, turn.week] == .noMeeting ? reason.text : nobody.text(reason)
    }

    private func whyKept(_ turn: Turn) -> ObjectionReason.Kept {
        if plan.isKnown(at: turn, facts) { return .turnIsKnown(plan.constancy) }
        return facts.sessions.keys.contains { plan.isKnown(at: $0, facts) }
            ? .othersAreKnown(plan.constancy) : .notFound
    }

    /// What serves each turn in another plan for the same season.
    private func offers(of plan: Plan) -> [Turn: Offer] {
        let turns = Dictionary(uniqueKeysWithValues: self.plan.season.turns.map { (SeasonProblem.id($0), $0) })
        return plan.assignments.reduce(into: [:]) { offers, assignment in
            guard let turn = turns[assignment.demand], let slot = assignment.slot else { return }
            offers[turn] = self.plan.season.offers[slot]
        }
    }
}

extension Reason.Barrier {
    fileprivate var rule: ObjectionView.Ground {
        switch self {
        case .taken: .noSlot
        case .tooClose: .gap
        case .monthFull: .monthLimit
        }
    }
}
