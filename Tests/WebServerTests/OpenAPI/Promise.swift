import Mentoring
import MentoringAPI

/// What a description of the API promised to those who wrote a client by it.
struct Promise {
    let old: JSONValue

    init(_ old: JSONValue) { self.old = old }

    /// How another description breaks it, one line each, each once, sorted.
    func breaches(by new: JSONValue) -> [String] {
        var breaches: Set<String> = []
        for (path, operations) in old["paths"].members {
            for (method, operation) in operations.members {
                let name = "\(method.uppercased()) \(path)"
                guard let other = new["paths"][path][method] else {
                    breaches.insert("\(name) is gone")
                    continue
                }
                breaches.formUnion(Self.fields(of: operation, name, by: other))
                var comparison = Comparison(old: old, new: new)
                comparison.compare(Self.answer(of: operation), Self.answer(of: other), at: name)
                breaches.formUnion(comparison.breaches)
            }
        }
        return breaches.sorted()
    }

    /// Each field that could be sent can still be, with each of its words, and no other has to be.
    private static func fields(of old: JSONValue, _ name: String, by new: JSONValue) -> [String] {
        let (before, after) = (sent(old), sent(new))
        let added = after.filter { before[$0.key]?.isRequired != true && $0.value.isRequired }.keys
        return added.map { "\(name) needs \($0) now" }
            + before.compactMap { field, was -> String? in
                guard let now = after[field] else { return "\(name) takes \(field) no more" }
                guard was.schema.kind == now.schema.kind else {
                    return "\(name) takes \(field) as \(now.schema.kind), not \(was.schema.kind)"
                }
                let gone = Set(was.schema.words).subtracting(now.schema.words)
                guard !gone.isEmpty, !now.schema.words.isEmpty else { return nil }
                return "\(name) takes \(gone.sorted().joined(separator: ", ")) as \(field) no more"
            }
    }

    /// What is sent, by name and place.
    private static func sent(_ operation: JSONValue) -> [String: (schema: JSONValue, isRequired: Bool)] {
        var sent: [String: (schema: JSONValue, isRequired: Bool)] = [:]
        for parameter in operation["parameters"].elements {
            guard case .text(let name)? = parameter["name"], case .text(let place)? = parameter["in"] else { continue }
            sent["\(name) (\(place))"] = (parameter["schema"] ?? .null, parameter["required"] == .flag(true))
        }
        let body = operation["requestBody"]["content"]["application/json"]["schema"]
        for (name, schema) in body["properties"].members {
            sent["\(name) (body)"] = (schema, body["required"].elements.contains(.text(name)))
        }
        return sent
    }

    private static func answer(of operation: JSONValue) -> JSONValue? {
        operation["responses"]["200"]["content"]["application/json"]["schema"]
    }
}

/// Two answers side by side: what the one said the other says, too, as the same kind of thing, whatever its types are called.
private struct Comparison {
    let old: JSONValue
    let new: JSONValue
    private(set) var breaches: [String] = []
    private var seen: Set<String> = []

    init(old: JSONValue, new: JSONValue) {
        self.old = old
        self.new = new
    }

    mutating func compare(_ was: JSONValue?, _ now: JSONValue?, at place: String) {
        let (was, now) = (was?.present, now?.present)
        guard was.kind == now.kind else {
            breaches.append("\(place) is answered as \(now.kind), not \(was.kind)")
            return
        }
        if let items = was["items"] { compare(items, now["items"], at: place) }
        if let values = was["additionalProperties"] { compare(values, now["additionalProperties"], at: place) }
        guard let name = was?.reference, let other = now?.reference, seen.insert(name).inserted else { return }
        let (object, otherObject) = (old["components"]["schemas"][name], new["components"]["schemas"][other])
        for (property, schema) in object["properties"].members {
            let place = "\(name).\(property)"
            guard let now = otherObject["properties"][property] else {
                breaches.append("\(place) is answered no more")
                continue
            }
            let required = JSONValue.text(property)
            if object["required"].elements.contains(required), !otherObject["required"].elements.contains(required) {
                breaches.append("\(place) may be missing now")
            }
            compare(schema, now, at: place)
        }
    }
}

extension JSONValue {
    fileprivate subscript(_ key: String) -> JSONValue? { members[key] }

    fileprivate var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }

    fileprivate var elements: [JSONValue] { if case .list(let elements) = self { elements } else { [] } }

    /// A schema without its being null.
    fileprivate var present: JSONValue { self["oneOf"].elements.first ?? self }

    /// The name of the object that a schema refers to.
    fileprivate var reference: String? {
        guard case .text(let reference)? = self["$ref"] else { return nil }
        return reference.split(separator: "/").last.map(String.init)
    }

    /// What kind of thing a schema is of, whether or not it may be missing.
    fileprivate var kind: String {
        guard present.reference == nil else { return "object" }
        guard case .text(let type)? = present["type"] else { return "nothing" }
        return type
    }

    /// The words of a choice.
    fileprivate var words: [String] { present["enum"].elements.flatMap(\.texts) }

    /// The same with something else, or nothing, at a place in it.
    func replacing(_ path: ArraySlice<String>, by value: JSONValue?) -> JSONValue {
        guard let key = path.first else { return value ?? .null }
        var members = members
        members[key] = path.count == 1 ? value : members[key]?.replacing(path.dropFirst(), by: value)
        return .object(members)
    }
}

extension JSONValue? {
    fileprivate subscript(_ key: String) -> JSONValue? { self?[key] }

    fileprivate var members: [String: JSONValue] { self?.members ?? [:] }

    fileprivate var elements: [JSONValue] { self?.elements ?? [] }

    fileprivate var kind: String { self?.kind ?? "nothing" }
}
