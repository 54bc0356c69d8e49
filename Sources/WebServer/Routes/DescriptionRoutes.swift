import Hummingbird

/// What the JSON API can do, for programs and those who write them.
struct DescriptionRoutes {
    /// Should it fail, everything else is served all the same.
    private let document: Result<Representation, any Error>

    init(configuration: ServerConfiguration) {
        document = Result {
            let yaml = try OpenAPIDocument(root: configuration.root).yaml
            // RFC 9512.
            return Representation(
                contentType: "application/yaml", bytes: Array(yaml.text.utf8), cacheControl: "no-cache")
        }
    }

    func add(to router: MeridianRouter) {
        router.read("api/v1/openapi.yaml") { [document] request, _ in try document.get().response(to: request) }
    }
}
