import HTTPTypes
import Mentoring
import MentoringAPI

extension RequestDescription {
    /// The operation, as OpenAPI has it.
    var operation: JSONValue {
        let operation: JSONValue = ["operationId": .text(name), "summary": .text(route.summary), "tags": [.text(tag)]]
        return operation + access + parameters + body + ["responses": responses]
    }

    /// From OpenAPI 3.1 on a requirement may name the roles.
    private var access: JSONValue {
        guard let role = route.role else { return ["security": [[:], ["token": []]]] }
        return [
            "description": .text("For \(role.rawValue)s\(role == .organizer ? "" : ", and whoever may do more")."),
            "security": [["token": [.text(role.rawValue)]]],
        ]
    }

    private var parameters: JSONValue {
        let inAddress = route.fields.filter { route.segments.contains(.field($0.name)) }.map { field -> JSONValue in
            [
                "name": .text(field.name), "in": "path", "required": true, "description": .text(field.explanation),
                "schema": field.kind.schema, "example": field.sample,
            ]
        }
        let inQuery =
            route.hasBody
            ? []
            : route.otherFields.map { field -> JSONValue in
                [
                    "name": .text(field.name), "in": "query", "required": .flag(!field.isOptional),
                    "description": .text(field.explanation), "schema": field.kind.schema,
                ]
            }
        let inHeader: [JSONValue] = route.method == .get ? [] : [["$ref": "#/components/parameters/idempotencyKey"]]
        let all = inAddress + inQuery + inHeader
        return all.isEmpty ? [:] : ["parameters": .list(all)]
    }

    private var body: JSONValue {
        guard route.hasBody, !route.otherFields.isEmpty else { return [:] }
        let required = route.otherFields.filter { !$0.isOptional }.map { JSONValue.text($0.name) }
        return [
            "requestBody": [
                "required": .flag(!required.isEmpty),
                "content": [
                    "application/json": [
                        "schema": [
                            "type": "object", "additionalProperties": false, "required": .list(required),
                            "properties": .init(members: route.otherFields.map { ($0.name, $0.schema) }),
                        ],
                        "example": route.exampleObject,
                    ]
                ],
            ]
        ]
    }

    private var responses: JSONValue {
        let unchanged: JSONValue = route.method == .get ? ["304": ["description": "As it was (If-None-Match)."]] : [:]
        let done: JSONValue = [
            "200": ["description": "Done.", "content": ["application/json": ["schema": answer.schema]]]
        ]
        return done + unchanged
            + .init(
                members:
                    HTTPResponse.Status.failures.map {
                        ("\($0.code)", ["$ref": .text("#/components/responses/\($0.reference)")])
                    })
    }
}
