import CivilTime
import Mentoring
package import MentoringAPI
package import TimeZoneCatalog
import Wording

/// A season planned twice: by the database, and by a database that says something besides.
package struct Consequences {
    /// A plan with what it was made from and what publishing it would do.
    package struct Planned {
        package let facts: SeasonFacts
        package let plan: SeasonPlan
        package let view: PlanView

        package init(facts: SeasonFacts, plan: SeasonPlan, view: PlanView) {
            self.facts = facts
            self.plan = plan
            self.view = view
        }
    }

    package let supposed: [String]
    package let real: Planned
    package let other: Planned
    package let zones: TimeZoneCatalog

    package init(supposed: [String], real: Planned, other: Planned, zones: TimeZoneCatalog) {
        self.supposed = supposed
        self.real = real
        self.other = other
        self.zones = zones
    }

    package func view() throws -> ConsequencesView {
        let (before, after) = (real.plan, other.plan)
        let audience = try Audience(real.facts.audience, zones: zones)
        let shares = zip(try before.shares(real.facts, zones: zones), try after.shares(other.facts, zones: zones))
        return ConsequencesView(
            supposed: supposed, changes: changes, sessions: .init(from: before.offers.count, to: after.offers.count),
            uncovered: before.offers.keys.filter { after.offers[$0] == nil }.sorted().map {
                .init(week: $0.week, region: $0.region, reason: after.reason(without: $0, facts: other.facts).text)
            },
            covered: after.offers.keys.filter { before.offers[$0] == nil }.sorted().map { "\(code(of: $0))" },
            levels: before.levels.merging(after.levels) { value, _ in value }.reduce(into: [:]) { levels, level in
                levels[level.key] = .init(from: level.value, to: after.levels[level.key] ?? 0)
            },
            weeks: .init(
                from: audience.weeks(of: before.outcomes(of: real.facts)),
                to: audience.weeks(of: after.outcomes(of: other.facts))),
            minutes: real.facts.program.minutes,
            loads: shares.filter { $0.share.turns != $1.share.turns }.map {
                .init(mentor: $0.share.mentor, turns: .init(from: $0.share.turns, to: $1.share.turns))
            },
            told: .init(from: real.view.told, to: other.view.told))
    }

    private var changes: [PlanView.Change] {
        Set(real.plan.offers.keys).union(other.plan.offers.keys).sorted().compactMap { turn in
            let (from, to) = (real.plan.offers[turn], other.plan.offers[turn])
            let kind: PlanView.Change.Kind
            switch (from, to) {
            case (let from?, let to?) where from.mentor != to.mentor: kind = .mentor
            case (let from?, let to?) where from.local.instant != to.local.instant: kind = .moved
            case (nil, _?): kind = .new
            case (_?, nil): kind = .dropped
            default: return nil
            }
            return .init(
                session: "\(code(of: turn))", kind: kind, from: from.map { summary(of: $0) },
                to: to.map { summary(of: $0) })
        }
    }

    private func code(of turn: Turn) -> SessionCode {
        real.facts.code(of: turn)
    }

    /// `Tue 2027-01-19 17:00 Asia/Tokyo, Akira Sato`.
    private func summary(of offer: Offer) -> String {
        let mentor = real.facts.mentors.first { $0.person.id == offer.mentor }?.person.name ?? ""
        return "\(offer.local.local.dayAndTime) \(offer.local.zone), \(mentor)"
    }
}
