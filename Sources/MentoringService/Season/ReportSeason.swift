import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ReportSeason: HandledRequest {
    /// Reports on a season: coverage, who leads and who led, whom the hours suit, and what is fragile.
    ///
    /// What is to come is as planning now would have it; nothing is stored.
    ///
    /// - Throws: `Refusal` not-found for an unknown program or season.
    public func carryOut(for client: Client) async throws -> SeasonReportView {
        let service = client.service
        let now = service.clock.now()
        let (facts, names, people, history) = try await service.store.read { transaction in
            let program = try transaction.requireProgram(program, season: season)
            let facts = try SeasonFacts(
                of: program, in: transaction, by: service.zones, now: now, told: client.principal)
            return (
                facts, try transaction.toldApart(in: program.name, for: client.principal, by: service.secrets),
                try transaction.listeners(of: facts),
                try SeasonHistory(of: facts.program.name, in: transaction, by: service.zones)
            )
        }
        let forecast = Forecast(facts: facts, listeners: people, zones: service.zones, recurrence: service.recurrence)
        return try SeasonReport(forecast: forecast, history: history).view { names($0) }
    }
}
