import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog
import Wording

extension TrainingHealth {
    /// What every mentor carries, by region, then name.
    package func loads() throws -> [HealthView.Load] {
        try facts.mentors.sorted {
            ($0.region, $0.person.name, $0.person.id.rawValue) < ($1.region, $1.person.name, $1.person.id.rawValue)
        }.map(load)
    }

    /// The season's sessions that a mentor led or is to lead.
    package func turns(of mentor: Mentor) -> [Session] {
        meetings.map(\.session).filter { $0.mentor.id == mentor.person.id && !facts.wasMissed($0) }
    }

    private func load(of mentor: Mentor) throws -> HealthView.Load {
        let turns = turns(of: mentor)
        let rules = try zones.rules(for: mentor.person.shownZone)
        let unsocial = turns.map { Hours.minutesOutsideDay(from: $0.start, minutes: $0.minutes, in: rules) }
        let offered = Set(offers.filter { $0.from.id == mentor.person.id && $0.state != .withdrawn }.map(\.session))
        let season = Set(facts.sessions.values.map(\.id))
        var load = HealthView.Load(
            mentor: mentor.person.name, region: mentor.region, turns: turns.count, fairShare: fairShare.of(mentor),
            inARow: Set(turns.map(\.code.week)).sorted().consecutiveRuns.map(\.count).max() ?? 0,
            hours: Double(turns.map(\.minutes).reduce(0, +)) / 60,
            unsocialHours: Double(unsocial.reduce(0, +)) / 60, offered: offered.intersection(season).count, strains: [],
            beyondTerms: excesses(of: mentor, leading: turns))
        load.strains = load.foundStrains
        return load
    }

    /// What of a mentor's turns goes beyond their terms since others booked them later, terms were changed, or they took a turn
    /// themselves; nil when nothing does.
    ///
    /// What is only planned is planned again by those terms. Of two turns the later one is told.
    private func excesses(of mentor: Mentor, leading turns: [Session]) -> [String]? {
        let told = turns.filter { $0.isUpcoming(at: facts.now) && facts.stands($0) }.flatMap { turn in
            facts.excesses(of: mentor, leading: turn, beside: turns.filter { $0.start < turn.start })
                .map { "\(turn.code): \($0.text)" }
        }
        return told.isEmpty ? nil : told
    }
}

extension HealthView.Load {
    fileprivate var foundStrains: [HealthView.Strain] {
        var strains: [HealthView.Strain] = []
        if Double(turns) >= fairShare + 2 { strains.append(.turns) }
        if inARow >= 3 { strains.append(.inARow) }
        if unsocialHours >= 2, 4 * unsocialHours >= hours { strains.append(.unsocial) }
        if offered >= 2 { strains.append(.offered) }
        if beyondTerms != nil { strains.append(.terms) }
        return strains
    }
}
