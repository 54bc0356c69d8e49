import HTTPTypes
import Hummingbird
import Mentoring

/// What whoever runs the server asks it.
struct HealthRoutes {
    let office: TrainingOffice

    func add(to router: MeridianRouter) {
        // The process is alive.
        router.read("healthz") { _, _ in Self.text("alive") }
        // The database answers; if not, the error says so with 503.
        router.read("readyz") { [office] _, _ in
            _ = try await office.programs()
            return Self.text("ready")
        }
    }

    private static func text(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
