import Mentoring
package import MentoringAPI
import Rotation
import TimeZoneCatalog

extension Forecast {
    /// The regions that hang on one mentor: whose turns nobody could lead if the mentor were gone from now on.
    ///
    /// Each mentor is left out in turn and the season planned again, so that the others' gaps and monthly limits count.
    /// Turns that have nobody as it is are not the mentor's.
    package func fragile(beside plan: SeasonPlan) throws -> [ForecastView.Fragile] {
        let open = Set(plan.gaps.keys)
        return try facts.mentors.sorted {
            ($0.region, $0.person.name, $0.person.id.rawValue) < ($1.region, $1.person.name, $1.person.id.rawValue)
        }.compactMap { mentor in
            let weeks = try turnsWithout(mentor, open: open).filter { $0.region == mentor.region }.map(\.week).sorted()
            // In a row are weeks in which the region meets; one that is frozen parts them, one without a meeting does not.
            let meetings = (1...facts.program.season.weeks).filter { facts.grid[mentor.region, $0] != .noMeeting }
            let places = weeks.compactMap { meetings.firstIndex(of: $0) }
            guard let longest = places.consecutiveRuns.map(\.count).max() else { return nil }
            return .init(region: mentor.region, mentor: mentor.person.name, weeks: weeks, longestRun: longest)
        }
    }

    /// The turns that only this mentor's presence keeps from being open.
    private func turnsWithout(_ mentor: Mentor, open: Set<Turn>) throws -> Set<Turn> {
        // All mentors together may cost a few plans, not one each.
        let limit = max(2 * Effort.usualLimit / facts.mentors.count, Effort.usualLimit / 50)
        let season = try SeasonProblem(
            facts.without(mentor.person.id), zones: zones, recurrence: recurrence)
        let lost = try season.uncovered(by: .least, limit: limit).subtracting(open)
        // What the quick look cannot cover, a thorough one may.
        return try lost.isEmpty ? lost : season.uncovered(by: .standard, limit: limit).subtracting(open)
    }
}

extension SeasonProblem {
    /// The turns that a plan made in a moment leaves without a mentor, whose gaps and months count, and whether no plan leaves fewer.
    ///
    /// However large the season, it takes a fraction of a second.
    /// - Throws: `CancellationError` when nobody waits for it any more.
    package func unled() throws -> (turns: Set<Turn>, isLeast: Bool) {
        let limit = Effort.usualLimit / 50
        var plan = try plan(by: .least, limit: limit)
        // What the quick look cannot cover, a thorough one may.
        if !plan.leavesLeast { plan = try self.plan(by: .standard, limit: limit) }
        return (uncovered(in: plan), plan.leavesLeast)
    }

    fileprivate func uncovered(by effort: Effort, limit: Int) throws -> Set<Turn> {
        try uncovered(in: plan(by: effort, limit: limit))
    }

    private func plan(by effort: Effort, limit: Int) throws -> Plan {
        var effort = effort
        effort.limit = limit
        return try Planner().awaited(problem, effort: effort)
    }

    private func uncovered(in plan: Plan) -> Set<Turn> {
        let open = Set(plan.assignments.filter { $0.slot == nil }.map(\.demand))
        return Set(turns).filter { open.contains(Self.id($0)) }
    }
}

extension Plan {
    /// Whether it is proved that no plan leaves fewer turns without a mentor.
    fileprivate var leavesLeast: Bool { levels[.uncovered] == bounds[.uncovered] }
}
