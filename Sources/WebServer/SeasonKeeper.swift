import Logging
import Mentoring
import MentoringAPI
import MentoringService

/// Keeps the seasons rolling while the server runs: at its start and daily.
struct SeasonKeeper: RoundKeeper {
    let service: TrainingService
    /// Takes over newer tz data, should the system have been updated.
    let refreshTimeZones: @Sendable () throws -> Void
    let logger: Logger

    static let pause = Duration.seconds(24 * 60 * 60)

    /// A round that fails is logged and tried again in a quarter of an hour: feeds and pages go on.
    func round() async -> Bool {
        await attempt("seasons could not be revised") {
            try refreshTimeZones()
            for plan in try await service.keepSeasonsRolling() {
                logger.info(
                    "season revised",
                    metadata: [
                        "program": "\(plan.program)", "changes": "\(plan.changes.count)",
                        "announced": "\(plan.announced)", "told": "\(plan.told)",
                    ])
            }
        }
    }
}
