import HTTPTypes
import Mentoring
import MentoringAPI
import MentoringService

/// The description of the JSON API (OpenAPI 3.1), made from the requests themselves.
struct OpenAPIDocument {
    private let requests: [RequestDescription]
    private let server: String

    /// A description for a server whose paths all begin with `root`.
    /// - Throws: `DecodingError` for an answer that has no shape, which none in a release is.
    init(root: String, of requests: [any MentoringAPI.Request.Type] = Requests.all) throws {
        self.requests = try requests.map { try RequestDescription($0) }
        server = root + "/api/v1"
    }

    /// The document.
    var document: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Meridian", "version": "1",
                "summary": "Reviewer mentoring across time zones.",
                "description": .text(Self.introduction),
                "license": ["name": "Apache 2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": .text(server)]],
            "tags": .list(tags.map { ["name": .text($0)] }),
            "paths": .init(members: paths),
            "components": [
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
                "parameters": ["idempotencyKey": Self.idempotencyKey],
                "responses": .init(
                    members:
                        HTTPResponse.Status.failures.map { ($0.reference, $0.response) }),
                "schemas": .init(members: schemas),
            ],
        ]
    }

    private static let introduction = """
        A token says who acts: an organizer makes one with meridian token create. It has a role, trainee, mentor or \
        organizer, and each may do what those before it may. A change that is sent again with the same Idempotency-Key \
        within a day is done once, and answered as the first time. Errors are problem documents (RFC 9457).
        """

    private var tags: [String] {
        requests.reduce(into: []) { tags, request in
            if !tags.contains(request.tag) { tags.append(request.tag) }
        }
    }

    /// By address, each once.
    private var paths: [(String, JSONValue)] {
        let byPath = Dictionary(grouping: requests) { $0.route.path }
        return byPath.sorted { $0.key < $1.key }.map { path, requests in
            let operations = requests.map { ($0.route.method.rawValue.lowercased(), $0.operation) }
            return ("/\(path)", .init(members: operations))
        }
    }

    private var schemas: [(String, JSONValue)] {
        let objects = Set(requests.flatMap(\.answer.objects)).sorted { $0.name < $1.name }
        return [("Problem", Self.problem)] + objects.map { ($0.name, $0.schema) }
    }

    private static let idempotencyKey: JSONValue = [
        "name": "Idempotency-Key", "in": "header",
        "description": "Makes sending again safe: the request is done once, and answered as the first time.",
        "schema": ["type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"],
    ]

    private static let problem: JSONValue = [
        "description": "What went wrong (RFC 9457).",
        "type": "object",
        "required": ["type", "title", "status", "detail", "error"],
        "properties": [
            "type": ["type": "string", "const": "about:blank"],
            "title": ["type": "string"],
            "status": ["type": "integer", "minimum": 400, "maximum": 599],
            "detail": ["type": "string", "description": "What happened, and what to do, for a person."],
            "error": [
                "type": "string", "description": "The kind, for a program.",
                "enum": .list(Problem.kinds.map { JSONValue.text($0.rawValue) }),
            ],
        ],
    ]
}
