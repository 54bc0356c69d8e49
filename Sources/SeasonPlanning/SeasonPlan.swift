import CivilTime
package import Mentoring
package import MentoringAPI
package import Rotation
package import TimeZoneCatalog
package import Wording

/// Who leads which turn when, as planned, and why a turn has nobody.
package struct SeasonPlan {
    /// What serves each turn that is served.
    package let offers: [Turn: Offer]
    /// Why the others are not.
    package let gaps: [Turn: Reason.Gap]
    package let levels: [String: Int]
    package let proof: [String: PlanView.Proof]
    package let carry: [Identifier<Person>: Int]
    /// What was changed beyond what must be, and what for; nil when nothing could be.
    package let price: PlanView.Price?
    /// What was solved.
    package let season: SeasonProblem
    /// The turns, and how good they are by level.
    let solution: Plan

    /// Plans a season.
    ///
    /// The same facts give the same plan. So many more tentative turns than must may change, where that makes a better season;
    /// nil means as many as mentors miss of whole fair shares.
    package init(
        _ facts: SeasonFacts, changes: Int? = 0, zones: TimeZoneCatalog, recurrence: any RecurrenceExpanding
    ) throws {
        try self.init(SeasonProblem(facts, zones: zones, recurrence: recurrence), facts, changes: changes)
    }

    /// Plans a season that has been made a problem.
    ///
    /// - Throws: `CancellationError` when nobody waits for it any more.
    init(_ unbounded: SeasonProblem, _ facts: SeasonFacts, changes: Int?) throws {
        let replanning = try BoundedReplanning(unbounded, facts, changes: changes)
        let season = SeasonProblem(unbounded, as: replanning.problem)
        let plan = replanning.plan
        price = replanning.price
        let reasons = Explanation(of: plan, for: season.problem).reasons
        let turns = Dictionary(uniqueKeysWithValues: season.turns.map { (SeasonProblem.id($0), $0) })
        var offers: [Turn: Offer] = [:]
        var gaps: [Turn: Reason.Gap] = [:]
        for (assignment, reason) in zip(plan.assignments, reasons) {
            guard let turn = turns[assignment.demand] else { continue }
            if let slot = assignment.slot { offers[turn] = season.offers[slot] }
            if case .uncovered(let gap) = reason.outcome { gaps[turn] = gap }
        }
        self.offers = offers
        self.gaps = gaps
        self.season = season
        solution = plan
        carry = season.carry
        levels = Dictionary(uniqueKeysWithValues: Level.allCases.map { ($0.rawValue, plan.levels[$0]) })
        proof = Dictionary(
            uniqueKeysWithValues: Level.allCases.map {
                ($0.rawValue, PlanView.Proof(value: plan.levels[$0], bound: plan.bounds[$0]))
            })
    }

    /// Why a turn has no session.
    package func reason(without turn: Turn, facts: SeasonFacts) -> UncoveredReason {
        guard let gap = gaps[turn] else { return whyNotWanted(turn, facts) }
        let region = facts.program.regionTitles[turn.region]
        return switch gap {
        case .noMentor: .noMentor(region: region)
        case .noSlot: .noSlot(region: region, hindrances(at: turn, facts))
        case .allBarred(_, let tooClose, let minGap, let monthFull):
            // Whose slots cannot be used anyway is not among those who would lead again.
            .allBarred(
                minGap: tooClose > 0 ? minGap : nil, isMonthFull: monthFull > 0,
                besides: hindrances(at: turn, facts, but: Set(season.mentorsOnOffer(at: turn))))
        case .tooDear: .tooDear
        }
    }
}

extension SeasonPlan {
    /// What hinders those of a region with a slot in a week, but some.
    fileprivate func hindrances(
        at turn: Turn, _ facts: SeasonFacts, but others: Set<Identifier<Person>> = []
    ) -> HinderedMentors {
        let mentors = facts.mentors.filter { $0.region == turn.region && !others.contains($0.person.id) }
        return HinderedMentors(
            mentors.compactMap { mentor in
                let hindrances = (season.hindered[turn] ?? []).filter { $0.mentor == mentor.person.id }
                    .map { facts.told($0, of: mentor) }
                guard !hindrances.isEmpty else { return nil }
                return .init(mentor.person.name, hindrances, seeing: facts.seen(of: mentor.person.id))
            }, of: facts.program.name)
    }
}

extension SeasonProblem {
    /// The mentors who have a time on offer for a turn.
    fileprivate func mentorsOnOffer(at turn: Turn) -> [Identifier<Person>] {
        let serving = Set(problem.mentors.filter { $0.region == turn.region.rawValue }.map(\.id))
        return offers.values.filter { $0.week == turn.week && serving.contains("\($0.mentor)") }.map(\.mentor)
    }
}

extension SeasonPlan {
    /// The plan for people, with what carrying it out changed; who is told is for the one who carried it out to say.
    package func view(
        of facts: SeasonFacts, sessions: [SessionView], changes: [PlanView.Change], announced: Int,
        zones: TimeZoneCatalog, calling name: (Person) -> String
    ) throws -> PlanView {
        PlanView(
            program: facts.program.name, published: false, sessions: sessions,
            uncovered: gaps.keys.sorted().map {
                .init(week: $0.week, region: $0.region, reason: reason(without: $0, facts: facts).text)
            },
            changes: changes, announced: announced, told: 0, timeZones: nil,
            levels: levels,
            proof: proof, fairness: try shares(facts, zones: zones, calling: name).map(\.share), duties: [],
            price: price,
            missed: MissedSessions(
                facts.sessions.values, facts.duties.flatMap(\.turns.values), of: facts.program, at: facts.now),
            postponed: postponed(facts),
            before: facts.sessions.sorted { $0.key < $1.key }.filter { $0.value.status != .cancelled }.map {
                .init(week: $0.key.week, region: $0.key.region, mentor: name($0.value.mentor))
            }
        ).calling(facts.program.regionTitles)
    }

    /// What each mentor leads this season, by region, then name.
    package func shares(
        _ facts: SeasonFacts, zones: TimeZoneCatalog, calling name: (Person) -> String = \.name
    ) throws -> [(mentor: Identifier<Person>, share: PlanView.Share)] {
        try facts.mentors.sorted {
            ($0.region, $0.person.name, $0.person.email) < ($1.region, $1.person.name, $1.person.email)
        }
        .map { mentor in
            let turns = offers.values.filter { $0.mentor == mentor.person.id }
            let rules = try zones.rules(for: mentor.person.shownZone)
            let unsocial = turns.map {
                Hours.minutesOutsideDay(from: $0.local.instant, minutes: $0.minutes, in: rules)
            }.reduce(0, +)
            let share = PlanView.Share(
                mentor: name(mentor.person), region: mentor.region, turns: turns.count,
                carry: carry[mentor.person.id] ?? 0, weight: mentor.weight, unsocialHours: Double(unsocial) / 60)
            return (mentor.person.id, share)
        }
    }
}
