import HTTPTypes
import Hummingbird
import Logging
import Mentoring
import MentoringService

/// What whoever runs the server asks it.
struct HealthRoutes {
    let service: TrainingService
    /// What takes the mail, where this server is the one that sends it.
    let delivery: (any MailDelivery)?
    let proxy: NamelessProxy

    /// The longest that mail may wait, in seconds; `MailKeeper` looks every half minute.
    private static let longestWait = 15 * 60

    func add(to router: MeridianRouter) {
        // The process is alive.
        router.read("healthz") { _, _ in Self.text("alive") }
        // The database answers and can be written, and mail leaves; if not, 503 with the reason.
        router.read("readyz") { [service, delivery, proxy] _, context in
            let waiting = try await service.waitingMail()
            do {
                try await service.checkWriting()
            } catch let failure as StorageFailure {
                context.logger.error("not ready", metadata: ["error": "\(failure)"])
                return Self.text(
                    "the database cannot be written at the moment; the log says why", status: .serviceUnavailable)
            }
            if let heldSince = try await service.mailHeldSince() {
                return Self.text("ready; mail is held since the restore of \(heldSince): meridian outbox release")
            }
            if let obstacle = delivery?.obstacle {
                context.logger.error("not ready", metadata: ["error": "\(obstacle)"])
                return Self.text(
                    "no mail can leave: the sendmail program cannot be run; the log says which",
                    status: .serviceUnavailable)
            }
            guard delivery == nil || waiting.seconds < Self.longestWait else {
                return Self.text(
                    "mail has been waiting for \(waiting.seconds / 60) minutes, \(waiting.count) in all; see the log",
                    status: .serviceUnavailable)
            }
            return Self.text(proxy.wasNoticed ? "ready, but \(NamelessProxy.advice)" : "ready")
        }
    }

    private static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
