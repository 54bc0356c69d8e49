import Mentoring
import MentoringAPI

extension Shape {
    /// The JSON Schema (2020-12) of it, objects by their names among the components.
    var schema: JSONValue {
        switch self {
        case .flag: ["type": "boolean"]
        case .integer: ["type": "integer"]
        case .decimal: ["type": "number"]
        case .text(let form): form.schema
        case .choice(let words): ["type": "string", "enum": .list(words.map(JSONValue.text))]
        case .list(let shape): ["type": "array", "items": shape.schema]
        case .map(let shape): ["type": "object", "additionalProperties": shape.schema]
        case .object(let object): ["$ref": .text("#/components/schemas/\(object.name)")]
        }
    }

    /// The schema of it or null.
    var schemaOrNull: JSONValue { ["oneOf": [schema, ["type": "null"]]] }
}

extension Shape.Object {
    /// The schema of the object: what may be missing may be null as well.
    var schema: JSONValue {
        [
            "type": "object",
            "required": .list(properties.filter { !$0.isOptional }.map { .text($0.name) }),
            "properties": .init(
                members:
                    properties.map { ($0.name, $0.isOptional ? $0.shape.schemaOrNull : $0.shape.schema) }),
        ]
    }
}

extension Shape.Form {
    /// The schema of such a text.
    var schema: JSONValue {
        switch self {
        case .any: ["type": "string"]
        case .email: ["type": "string", "format": "email", "maxLength": 254]
        case .zone: ["type": "string", "minLength": 1, "maxLength": 64, "examples": [.text(sample)]]
        case .date: ["type": "string", "format": "date"]
        case .time: ["type": "string", "pattern": "^\\d{2}:\\d{2}(:\\d{2})?$", "examples": [.text(sample)]]
        case .localDateTime:
            [
                "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$",
                "examples": [.text(sample)],
            ]
        case .instant: ["type": "string", "format": "date-time"]
        case .meetingWeeks:
            [
                "type": "string",
                "pattern":
                    "^(every-week|every-[2-8]-weeks|weeks-of-month [1-5](,[1-5]){0,4} of (mon|tue|wed|thu|fri|sat|sun))$",
                "examples": [.text(sample)],
            ]
        }
    }
}

extension FieldDescription.Kind {
    /// The JSON Schema of what is taken.
    var schema: JSONValue {
        switch self {
        case .text(let most): ["type": "string", "maxLength": .number(most)]
        case .number(let range) where range.upperBound == Int.max:
            ["type": "integer", "format": "int64", "minimum": .number(range.lowerBound)]
        case .number(let range):
            ["type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
        case .flag: ["type": "boolean"]
        case .choice(let words): ["type": "string", "enum": .list(words.map(JSONValue.text))]
        case .email: Shape.Form.email.schema
        case .person:
            [
                "type": "string", "minLength": 1, "maxLength": .number(Self.longestName),
                "examples": ["akira@example.org", "Akira Sato"],
            ]
        case .mentorAndTime:
            [
                "type": "string", "maxLength": .number(2 * Self.longestName),
                "examples": ["akira@example.org Tue 17:00", "Akira Tue 17:00"],
            ]
        case .zone: Shape.Form.zone.schema
        case .date: Shape.Form.date.schema
        case .localDateTime: Shape.Form.localDateTime.schema
        case .list(let kind, let most): ["type": "array", "items": kind.schema, "maxItems": .number(most)]
        }
    }
}

extension FieldDescription {
    /// The schema of the field in a body, where null counts as left out.
    var schema: JSONValue {
        let about: JSONValue = ["description": .text(about)]
        return isOptional ? about + ["oneOf": [kind.schema, ["type": "null"]]] : about + kind.schema
    }
}
