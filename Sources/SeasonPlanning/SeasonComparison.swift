import CivilTime
import Mentoring
import Rotation
import TimeZoneCatalog

/// What would get worse in a season if another mentor led one of its turns, in words.
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

    /// The loss at a level, as a clause.
    func loss(at level: Level) -> String {
        switch level {
        case .uncovered: uncovered
        case .overload: overload
        case .misery: misery
        case .painmax: painmax
        case .load: load
        case .spacing: spacing
        case .stability: "sessions that people know already would change"
        case .preference: preference
        }
    }

    /// By the first turn that differs in the region asked about: by which rule, of two seasons as good as each other, the planned one is taken.
    var tieBreak: String {
        let turns = Set(plan.offers.keys).union(otherwise.keys).filter { $0.region == turn.region }.sorted()
        guard let first = turns.first(where: { plan.offers[$0] != otherwise[$0] }), let kept = plan.offers[first] else {
            return "The planner came upon this one first"
        }
        guard let other = otherwise[first] else {
            return "Of equals the one is taken in which the earlier turn, in week \(first.week), has somebody"
        }
        guard let keptSlot = kept.slot, let otherSlot = other.slot,
            (keptSlot.rawValue, kept.local.local) < (otherSlot.rawValue, other.local.local)
        else {
            return plan.isKnown(at: first, facts) || plan.isKnown(at: turn, facts)
                ? "People know this one, and \(plan.constancy)"
                : "The planner came upon this one first"
        }
        if keptSlot == otherSlot { return "Of equals the earlier time is taken, in week \(first.week)" }
        return
            "Of equals the one is taken that uses the slot published first: in week \(first.week) that is "
            + "\(name(kept.mentor))’s slot \(keptSlot) rather than \(name(other.mentor))’s slot \(otherSlot)"
    }

    private var uncovered: String {
        let open = plan.offers.keys.filter { otherwise[$0] == nil }.sorted()
        guard let first = open.first else { return "more turns would have nobody" }
        if open == [turn] { return "the turn would have nobody" }
        let named = open.prefix(3).map { "week \($0.week)\(region(of: $0))" }
        return open.count == 1
            ? "then nobody could lead in week \(first.week)\(region(of: first))"
            : "then nobody could lead in \(open.count) other turns (\(named.joined(separator: ", "))\(open.count > 3 ? ", …" : ""))"
    }

    /// ` of Asia`, unless it is the region asked about.
    private func region(of other: Turn) -> String {
        other.region == turn.region ? "" : " of \(facts.program.regionTitles[other.region])"
    }

    private var overload: String {
        let more = mentors.compactMap { mentor -> String? in
            let turns = count(mentor, in: otherwise)
            let cap = plan.season.problem.mentors.first { $0.id == "\(mentor.person.id)" }?.cap ?? .max
            guard turns > cap, turns > count(mentor, in: plan.offers) else { return nil }
            return "\(subject(mentor)) would lead \(turns.counted("turn")), where \(cap) is the most that is fair"
        }
        return more.joined(separator: ", and ").ifEmpty("more turns would go beyond what is fair")
    }

    private var load: String {
        let changed = own(facts.mentors.filter { count($0, in: otherwise) != count($0, in: plan.offers) })
            .sorted { (gain($0), $1.person.name) > (gain($1), $0.person.name) }
        guard !changed.isEmpty else { return "the turns would be shared less evenly" }
        let clauses = changed.enumerated().map { index, mentor in
            subject(mentor)
                + (index == 0
                    ? " would lead \(count(mentor, in: otherwise).counted("turn"))"
                    : " \(count(mentor, in: otherwise))")
                + " instead of \(count(mentor, in: plan.offers))"
        }
        let fairShare = FairShare(facts.mentors, sharing: plan.season.turns, carry: plan.carry)
        let shares = changed.map { FairShare.words(fairShare.of($0)) }
        let fair =
            Set(shares).count == 1
            ? "a fair share is \(shares[0]) \(shares[0] == "1" ? "turn" : "turns")"
            : "fair shares in turns are \(shares.joined(separator: ", "))"
        return "\(clauses.joined(separator: ", ")) (\(fair))"
    }

    private var spacing: String {
        let closer = mentors.flatMap { mentor -> [String] in
            let hoped = 2 * mentor.minGapWeeks
            let (now, then) = (weeks(of: mentor, in: plan.offers), weeks(of: mentor, in: otherwise))
            return zip(then, then.dropFirst()).filter { pair in
                pair.1 - pair.0 < hoped && !zip(now, now.dropFirst()).contains { $0 == pair }
            }.map { first, second in
                "\(subject(mentor)) would lead in weeks \(first) and \(second), where \(hoped) weeks between turns are aimed at"
            }
        }
        guard let first = closer.first(where: { $0.hasPrefix("they ") }) ?? closer.first else {
            return "turns would lie closer to each other"
        }
        return first + (closer.count > 1 ? ", and there would be more like that" : "")
    }

    private var preference: String {
        let (now, then) = (plan.offers.values, otherwise.values)
        let sums = (now.map(\.preference).reduce(0, +), then.map(\.preference).reduce(0, +))
        let own = otherwise[turn]?.preference ?? 0
        let own0 = plan.offers[turn]?.preference ?? 0
        let detail = own > own0 ? "they like the slot less (prefer \(own), where 0 is liked best), and " : ""
        return
            detail + "over the season mentors would get slots that they like less "
            + "(\(sums.1.counted("point")) of “prefer” instead of \(sums.0))"
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

    private func subject(_ mentor: Mentor) -> String {
        mentor.person.id == self.mentor.person.id ? "they" : mentor.person.name
    }

    private func name(_ person: Identifier<Person>) -> String {
        facts.mentors.first { $0.person.id == person }?.person.name ?? "another"
    }
}

extension String {
    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}

extension Level {
    /// A number of what the level counts: `1 turn`, `4 points`.
    func counted(_ count: Int) -> String {
        let unit =
            switch self {
            case .uncovered, .overload: "turn"
            case .misery, .painmax, .load, .preference: "point"
            case .spacing: "week"
            case .stability: "change"
            }
        return count.counted(unit)
    }

    /// What the level counts, for people.
    package var words: String {
        switch self {
        case .uncovered: "turns without anybody"
        case .overload: "turns beyond what is fair"
        case .misery: "what the hours cost the trainees"
        case .painmax: "what they cost the trainee worst off"
        case .load: "unevenness of the load"
        case .spacing: "weeks missing between turns"
        case .stability: "changes of what people know"
        case .preference: "slots that mentors like less"
        }
    }
}
