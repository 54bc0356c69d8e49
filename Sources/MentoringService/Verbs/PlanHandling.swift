import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension PlanSeason: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> PlanView {
        let suppositions = Suppositions(
            without: without ?? [], slots: try (withSlots ?? []).map { try Suppositions.Slot($0) })
        return try await desk.office.plan(
            program, publish: publish ?? false, announceWeeks: weeks, supposing: suppositions,
            explain: explain ?? false, for: desk.viewer(in: zone))
    }
}

extension ReportSeason: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SeasonReportView {
        try await desk.office.report(program)
    }
}

extension ForecastSeason: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ForecastView {
        let clocks = try (zones ?? []).map(desk.office.zones.zone(named:))
        return try await desk.office.forecast(program, on: clocks)
    }
}
