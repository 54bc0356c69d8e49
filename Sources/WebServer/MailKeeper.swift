import Logging
import Mentoring
import MentoringAPI
import MentoringService
import Synchronization

/// Writes what is due and hands waiting mail over while the server runs, every half minute.
final class MailKeeper: RoundKeeper {
    let service: TrainingService
    let delivery: any MailDelivery
    let logger: Logger
    /// Who could not be erased again in the last round, and why: only what differs is logged, or the log would be full of it.
    private let lastUnerased = Mutex<[DueErasure]>([])

    static let pause = Duration.seconds(30)

    init(service: TrainingService, delivery: any MailDelivery, logger: Logger) {
        self.service = service
        self.delivery = delivery
        self.logger = logger
    }

    /// A round that fails is logged, and what it left is done by the next.
    func round() async -> Bool {
        // Mail that waits goes out, whatever becomes of what is due.
        await attempt("what is due could not be done") {
            let due = try await service.doWhatIsDue()
            let known = lastUnerased.withLock { last in
                defer { last = due.unerased }
                return last
            }
            for left in due.unerased where !known.contains(left) {
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
