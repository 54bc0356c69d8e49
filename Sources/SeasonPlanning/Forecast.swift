package import CivilTime
package import Mentoring
package import MentoringAPI
package import TimeZoneCatalog

/// The season ahead as the database has it, and what of it would surprise somebody.
///
/// The same facts give the same forecast.
package struct Forecast {
    package let facts: SeasonFacts
    package let listeners: [ForecastListener]
    package let zones: TimeZoneCatalog
    package let recurrence: any RecurrenceExpanding

    package init(
        facts: SeasonFacts, listeners: [ForecastListener], zones: TimeZoneCatalog, recurrence: any RecurrenceExpanding
    ) {
        self.facts = facts
        self.listeners = listeners
        self.zones = zones
        self.recurrence = recurrence
    }

    /// Everything that is foreseen.
    package func view() throws -> ForecastView {
        let plan = try SeasonPlan(facts, changes: nil, zones: zones, recurrence: recurrence)
        return ForecastView(
            program: facts.program.name, seasonStart: facts.program.season.start, seasonEnd: facts.program.season.end,
            seasonIsOver: facts.program.season.isOver(at: facts.now), clockChanges: try clockChanges(),
            shifts: try shifts(), outlooks: try outlooks(),
            ahead: facts.sessions.values.count { $0.isUpcoming(at: facts.now) },
            plannable: plannable(by: plan), uncovered: uncovered(beside: plan),
            freezes: freezes(), postponed: plan.postponed(facts), fragile: try fragile(beside: plan),
            timeZoneRelease: zones.release
        ).calling(facts.program.regionTitles)
    }
}

/// Somebody whose clock a forecast looks at.
package struct ForecastListener: Hashable, Sendable {
    package let name: String
    package let role: ForecastView.Role
    package let zone: TimeZoneID
    /// The regions in whose sessions they are, whatever the hour.
    package let attends: Set<Region>
    /// The regions whose sessions they could join or lead while awake.
    package let mayAttend: Set<Region>

    package init(name: String, role: ForecastView.Role, zone: TimeZoneID, attends: Set<Region>, mayAttend: Set<Region>)
    {
        self.name = name
        self.role = role
        self.zone = zone
        self.attends = attends
        self.mayAttend = mayAttend
    }
}
