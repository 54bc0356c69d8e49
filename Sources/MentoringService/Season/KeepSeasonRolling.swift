import CivilTime
import Mentoring
public import MentoringAPI

extension TrainingService {
    /// Does what a day brings: announces what has come within reach, re-plans what has lost its mentor, takes over new tz
    /// data, and tells those concerned; in every season that is not over.
    ///
    /// A season that has never been published is left alone, and so is one that is over, once its sessions are known as held,
    /// and each of a program that is archived.
    ///
    /// - Returns: for each season that changed, its plan.
    /// - Throws: the first failure; the other seasons have been looked after all the same.
    @discardableResult
    public func keepSeasonsRolling() async throws -> [PlanView] {
        let now = clock.now()
        let seasons = try await store.read { transaction in
            try transaction.livePrograms().flatMap { program in
                let sessions = try transaction.sessions(of: program.name, by: zones)
                return program.seasons.filter { season in
                    let own = sessions.filter { $0.season == season.start }
                    return season.isOver(at: now) && season != program.season
                        ? own.contains { $0.status == .announced } : !own.isEmpty
                }.map { (program: program.name, season: $0.name) }
            }
        }
        var changed: [PlanView] = []
        var failure: (any Error)?
        for (program, season) in seasons {
            do {
                let plan = try await writingDown(Deed(way: .itself, action: "reviseSeason", program: program)).plan(
                    program, publish: true, season: season)
                let isChanged = !plan.changes.isEmpty || plan.duties.contains { !$0.changes.isEmpty }
                if isChanged || plan.announced > 0 || plan.told > 0 { changed.append(plan) }
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return changed
    }
}
