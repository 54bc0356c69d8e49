import Rotation
import Testing

@testable import Mentoring
@testable import MentoringAPI
@testable import MentoringService
@testable import ProgramFile
@testable import SeasonPlanning

@Suite("Planning for somebody")
struct AwaitedPlanTests {
    private func problem() throws -> Problem {
        try Problem(
            id: "p", weeks: [Week(monday: 20_731)], regions: ["asia"], programs: ["p"],
            demands: [Demand(id: "d", program: "p", week: 0, region: "asia")], mentors: [], slots: [])
    }

    @Test("gives a plan while they wait, and ends when they have gone")
    func cancelled() async throws {
        #expect(try Planner().awaited(problem()).assignments.count == 1)
        let gone = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try Planner().awaited(problem())
        }
        await #expect(throws: CancellationError.self) { try await gone.value }
    }
}
