import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

/// A season as it was and as planning now would have it, with what speaks for and against it.
///
/// The same facts give the same report.
package struct SeasonReport {
    package let forecast: Forecast
    package let history: SeasonHistory

    package init(forecast: Forecast, history: SeasonHistory) {
        self.forecast = forecast
        self.history = history
    }

    private var facts: SeasonFacts { forecast.facts }
    private var zones: TimeZoneCatalog { forecast.zones }

    /// All of it, with what stands for each person, so that nobody is taken for another.
    package func view(calling name: (Person) -> String = \.name) throws -> SeasonReportView {
        let plan = try SeasonPlan(facts, changes: nil, zones: zones, recurrence: forecast.recurrence)
        let outcomes = plan.outcomes(of: facts)
        let audience = try Audience(facts.audience, zones: zones)
        let program = facts.program
        return SeasonReportView(
            program: program.name, title: program.title, seasonStart: program.season.start,
            weeks: program.season.weeks, regions: program.regions, asOf: facts.now,
            turns: outcomes.sorted { $0.key < $1.key }.map { .init($0.key, $0.value, audience, calling: name) },
            coverage: program.regions.map { region in
                .init(region, outcomes.filter { $0.key.region == region }.values)
            },
            ledger: try Ledger(facts: facts, plan: plan, history: history, zones: zones).view(calling: name),
            duties: try DutyPlan.all(facts, beside: plan).map { $0.reportView(calling: name) },
            humane: audience.shares(of: outcomes),
            clockChanges: try forecast.clockChanges(),
            surprises: try forecast.shifts().filter { !$0.departures.isEmpty },
            fragile: try forecast.fragile(beside: plan), proof: plan.proof, timeZoneRelease: zones.release
        ).calling(program.regionTitles)
    }
}

extension SeasonReportView.Turn {
    fileprivate init(
        _ turn: Turn, _ outcome: SeasonPlan.Outcome, _ audience: Audience, calling name: (Person) -> String
    ) {
        self.init(week: turn.week, region: turn.region, state: .covered)
        switch outcome {
        case .covered(let lead):
            (mentor, start, people) = (lead.person.map(name) ?? "", lead.start, audience.tally(of: lead))
        case .uncovered(let reason): (state, self.reason) = (.uncovered, reason)
        case .frozen(let reason): (state, self.reason) = (.frozen, reason)
        case .calledOff(let reason): (state, self.reason) = (.calledOff, reason)
        }
    }
}

extension SeasonReportView.Coverage {
    fileprivate init(_ region: Region, _ outcomes: some Collection<SeasonPlan.Outcome>) {
        self.init(region: region, wanted: 0, covered: 0, uncovered: 0, frozen: 0, calledOff: 0)
        for outcome in outcomes {
            switch outcome {
            case .covered: covered += 1
            case .uncovered: uncovered += 1
            case .frozen: frozen += 1
            case .calledOff: calledOff += 1
            }
        }
        wanted = covered + uncovered
    }
}
