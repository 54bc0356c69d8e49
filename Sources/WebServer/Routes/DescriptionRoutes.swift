import Hummingbird

/// What the JSON API can do, for programs and those who write them.
struct DescriptionRoutes {
    private let document: Representation

    /// - Throws: as `OpenAPIDocument` does.
    init(configuration: ServerConfiguration) throws {
        let yaml = try OpenAPIDocument(root: configuration.root).yaml
        // RFC 9512.
        document = Representation(
            contentType: "application/yaml", bytes: Array(yaml.text.utf8), cacheControl: "no-cache")
    }

    func add(to router: MeridianRouter) {
        router.read("api/v1/openapi.yaml") { [document] request, _ in document.response(to: request) }
    }
}
