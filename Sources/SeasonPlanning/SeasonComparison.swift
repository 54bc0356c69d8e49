import CivilTime
import Mentoring
import Rotation
import TimeZoneCatalog
import Wording

/// What would get worse in a season if another mentor led one of its turns.
struct SeasonComparison {
    package let facts: SeasonFacts
    package let zones: TimeZoneCatalog
    package let plan: SeasonPlan
    /// What would serve each turn.
    let otherwise: [Turn: Offer]
    /// The turn that would be another's.
    package let turn: Turn
    /// The mentor who would have it.
    package let mentor: Mentor

    /// The loss at a level.
    func loss(at level: Level) -> Loss {
        switch level {
        case .uncovered: uncovered
        case .overload: overload
        case .misery: misery
        case .painmax: painmax
        case .load: load
        case .spacing: spacing
        case .stability: .stability
        case .preference: preference
        }
    }

    /// By the first turn that differs in the region asked about: by which rule, of two seasons as good as each other, the planned one is taken.
    var tieBreak: ObjectionReason.TieBreak {
        let turns = Set(plan.offers.keys).union(otherwise.keys).filter { $0.region == turn.region }.sorted()
        guard let first = turns.first(where: { plan.offers[$0] != otherwise[$0] }), let kept = plan.offers[first] else {
            return .cameFirst
        }
        guard let other = otherwise[first] else { return .earlierTurn(week: first.week) }
        guard let keptSlot = kept.slot, let otherSlot = other.slot,
            (keptSlot.rawValue, kept.local.local) < (otherSlot.rawValue, other.local.local)
        else {
            return plan.isKnown(at: first, facts) || plan.isKnown(at: turn, facts) ? .known(plan.constancy) : .cameFirst
        }
        if keptSlot == otherSlot { return .earlierTime(week: first.week) }
        return .earlierSlot(week: first.week, name(kept.mentor), keptSlot, name(other.mentor), otherSlot)
    }

    private var uncovered: Loss {
        let open = plan.offers.keys.filter { otherwise[$0] == nil }.sorted()
        if open == [turn] { return .turnItself }
        return .uncovered(open.map { .init(week: $0.week, region: region(of: $0)) })
    }

    /// A region's title, unless it is the region asked about.
    private func region(of other: Turn) -> String? {
        other.region == turn.region ? nil : facts.program.regionTitles[other.region]
    }

    private var overload: Loss {
        .overload(
            mentors.compactMap { mentor in
                let (now, turns) = (count(mentor, in: plan.offers), count(mentor, in: otherwise))
                let cap = plan.season.problem.mentors.first { $0.id == "\(mentor.person.id)" }?.cap ?? .max
                guard turns > cap, turns > now else { return nil }
                return .init(subject(mentor), now: now, then: turns, bound: Double(cap))
            })
    }

    private var load: Loss {
        let fairShare = FairShare(facts.mentors, sharing: plan.season.turns, carry: plan.carry)
        return .load(
            own(facts.mentors.filter { count($0, in: otherwise) != count($0, in: plan.offers) })
                .sorted { (gain($0), $1.person.name) > (gain($1), $0.person.name) }.map { mentor in
                    .init(
                        subject(mentor), now: count(mentor, in: plan.offers), then: count(mentor, in: otherwise),
                        bound: fairShare.of(mentor))
                })
    }

    private var spacing: Loss {
        .spacing(
            mentors.flatMap { mentor -> [Loss.NearTurns] in
                let hoped = 2 * mentor.minGapWeeks
                let (now, then) = (weeks(of: mentor, in: plan.offers), weeks(of: mentor, in: otherwise))
                return zip(then, then.dropFirst()).filter { pair in
                    pair.1 - pair.0 < hoped && !zip(now, now.dropFirst()).contains { $0 == pair }
                }.map { .init(subject(mentor), $0, $1, hoped: hoped) }
            })
    }

    private var preference: Loss {
        let (now, then) = (plan.offers.values, otherwise.values)
        return .preference(
            own: otherwise[turn]?.preference ?? 0, before: plan.offers[turn]?.preference ?? 0,
            points: then.map(\.preference).reduce(0, +), pointsBefore: now.map(\.preference).reduce(0, +))
    }

    private func count(_ mentor: Mentor, in offers: [Turn: Offer]) -> Int {
        offers.values.count { $0.mentor == mentor.person.id }
    }

    /// Those of the region asked about first.
    private var mentors: [Mentor] {
        facts.mentors.filter { $0.region == turn.region } + facts.mentors.filter { $0.region != turn.region }
    }

    /// Of some mentors those of the region asked about; all if none is of it.
    private func own(_ mentors: [Mentor]) -> [Mentor] {
        let own = mentors.filter { $0.region == turn.region }
        return own.isEmpty ? mentors : own
    }

    private func gain(_ mentor: Mentor) -> Int { count(mentor, in: otherwise) - count(mentor, in: plan.offers) }

    private func weeks(of mentor: Mentor, in offers: [Turn: Offer]) -> [Int] {
        offers.filter { $0.value.mentor == mentor.person.id }.map(\.key.week).sorted()
    }

    private func subject(_ mentor: Mentor) -> Loss.Subject {
        mentor.person.id == self.mentor.person.id ? .they : .other(mentor.person.name)
    }

    private func name(_ person: Identifier<Person>) -> String {
        facts.mentors.first { $0.person.id == person }?.person.name ?? "another"
    }
}
