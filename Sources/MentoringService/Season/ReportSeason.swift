import CivilTime
public import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ReportSeason: HandledRequest {
    public func carryOut(for client: Client) async throws -> SeasonReportView {
        try await client.service.report(program, season: season)
    }
}

extension TrainingService {
    /// Reports on a season: coverage, who leads and who led, whom the hours suit, and what is fragile.
    ///
    /// What is to come is as planning now would have it; nothing is stored.
    ///
    /// - Throws: `Refusal` not-found for an unknown program or season.
    public func report(_ name: Program.Name, season: Season.Name? = nil) async throws -> SeasonReportView {
        let now = clock.now()
        let (facts, people, history) = try await store.read { transaction in
            let program = try transaction.requireProgram(name, season: season)
            let facts = try SeasonFacts(of: program, in: transaction, by: zones, now: now)
            return (
                facts, try transaction.listeners(of: facts),
                try SeasonHistory(of: facts.program.name, in: transaction, by: zones)
            )
        }
        let forecast = Forecast(facts: facts, listeners: people, zones: zones, recurrence: recurrence)
        return try SeasonReport(forecast: forecast, history: history).view()
    }
}
