import Hummingbird
import Synchronization

/// What the JSON API can do, for programs and those who write them.
final class DescriptionRoutes: Sendable {
    private let root: String
    /// Written when it is first asked for: most servers are never asked.
    private let document = Mutex<Representation?>(nil)

    init(configuration: ServerConfiguration) { root = configuration.root }

    func add(to router: MeridianRouter) {
        router.read("api/v1/openapi.yaml") { [self] request, _ in try written().response(to: request) }
    }

    private func written() throws -> Representation {
        try document.withLock { document in
            if let document { return document }
            // JSON is YAML (YAML 1.2 §1.3; the type is RFC 9512's), so that no writer of it is needed.
            let bytes = try JSON.bytes(OpenAPIDocument(root: root).document, indented: true)
            let made = Representation(contentType: "application/yaml", bytes: bytes, cacheControl: "no-cache")
            document = made
            return made
        }
    }
}
