import Logging
import Mentoring
import MentoringAPI
import MentoringService

/// Writes what is due and hands waiting mail over while the server runs, every half minute.
struct MailKeeper: RoundKeeper {
    let service: TrainingService
    let delivery: any MailDelivery
    let logger: Logger

    static let pause = Duration.seconds(30)

    /// A round that fails is logged, and what it left is done by the next.
    func round() async -> Bool {
        // Mail that waits goes out, whatever becomes of what is due.
        await attempt("what is due could not be done") {
            let due = try await service.doWhatIsDue()
            for left in due.unerased {
                // Who it is stands in the database alone.
                logger.error(
                    "somebody who was erased came back with a restore, and cannot be erased again; meridian doctor says who",
                    metadata: ["error": "\(left.hindrance ?? "")"])
            }
            guard !due.isEmpty else { return }
            logger.info(
                "done what was due",
                metadata: [
                    "reminders": "\(due.reminders)", "lapsed": "\(due.lapsed)", "promoted": "\(due.promoted)",
                ])
        }
        await attempt("mail could not be sent") {
            let report = try await service.sendOutbox(through: delivery, at: .gathered)
            if let report, report.sent + report.refused > 0 {
                logger.info(
                    "mail sent",
                    metadata: [
                        "sent": "\(report.sent)", "waiting": "\(report.waiting)", "refused": "\(report.refused)",
                    ])
            }
        }
        return true
    }
}
