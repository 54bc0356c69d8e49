import Mentoring
public import MentoringAPI

extension TrainingService {
    /// Does what a day brings: announces what has come within reach, re-plans what has lost its mentor, takes over new tz
    /// data, and tells those concerned.
    ///
    /// A program that has never been published is left alone, and so is one that is archived.
    ///
    /// - Returns: for each program that changed, its plan.
    /// - Throws: the first failure; the other programs have been looked after all the same.
    @discardableResult
    public func keepSeasonsRolling() async throws -> [PlanView] {
        let names = try await store.read { transaction in
            try transaction.livePrograms().filter { try !transaction.currentSessions(of: $0, by: zones).isEmpty }.map(
                \.name)
        }
        var changed: [PlanView] = []
        var failure: (any Error)?
        for name in names {
            do {
                let plan = try await writingDown(Deed(way: .itself, action: "reviseSeason", program: name)).plan(
                    name, publish: true)
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
