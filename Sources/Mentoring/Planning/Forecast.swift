import CivilTime
import TimeZoneCatalog

/// The season ahead as the books have it, and what of it would surprise somebody.
///
/// The same facts give the same forecast.
struct Forecast {
    let facts: SeasonFacts
    let listeners: [ForecastListener]
    let zones: TimeZoneCatalog
    let recurrence: any RecurrenceExpanding

    /// Everything that is foreseen.
    func view() throws -> ForecastView {
        let plan = try SeasonPlan(facts, zones: zones, recurrence: recurrence)
        return ForecastView(
            program: facts.program.name, seasonStart: facts.program.season.start, seasonEnd: facts.program.season.end,
            clockChanges: try clockChanges(), shifts: try shifts(), uncovered: uncovered(beside: plan),
            freezes: freezes(), fragile: try fragile(beside: plan), timeZoneRelease: zones.release)
    }
}

/// Somebody whose clock a forecast looks at.
struct ForecastListener: Hashable, Sendable {
    let name: String
    let role: ForecastView.Role
    let zone: TimeZoneID
    /// The regions in whose sessions they are, whatever the hour.
    let attends: Set<Region>
    /// The regions whose sessions they could join or lead while awake.
    let mayAttend: Set<Region>
}
