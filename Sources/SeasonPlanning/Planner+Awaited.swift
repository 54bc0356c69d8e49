import Mentoring
import Rotation

extension Planner {
    /// The plan of a problem, as long as somebody waits for it.
    ///
    /// Whoever lets a request compute runs it in a task and cancels that when the client has gone or the server stops.
    /// Every search looks at `Task.isCancelled` at each of its steps, which takes some nanoseconds beside the
    /// microseconds of a step; so the thread must be one of the task's (a task executor's, say), not one that a closure
    /// was handed over to. The plan does not depend on it: there is one, the same as ever, or none.
    ///
    /// - Throws: `CancellationError` soon after the present task was cancelled.
    func awaited(_ problem: Rotation.Problem, from start: Plan? = nil, effort: Effort = .standard) throws -> Plan {
        let plan = solve(problem, from: start, effort: effort) { _ in !Task.isCancelled }
        try Task.checkCancellation()
        return plan
    }
}
