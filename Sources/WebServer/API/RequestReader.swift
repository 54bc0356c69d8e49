import Hummingbird
import Mentoring
import MentoringAPI

/// Reads what is asked from an HTTP request: fields in the address, and the others in the query or in a JSON object.
///
/// It is strict: what is not understood is refused, never skipped.
struct RequestReader<R: MentoringAPI.Request> {
    private var values: [String: JSONValue] = [:]

    /// What stands in the address.
    ///
    /// - Parameters:
    ///   - request: the HTTP request.
    ///   - context: which has the address in pieces.
    ///   - others: the fields of the query that are a page's own.
    /// - Throws: `BadInput` for a field that is unknown or given twice.
    init(_ request: Request, _ context: MeridianRequestContext, besides others: [String] = []) throws {
        for case .field(let name) in R.route.segments {
            values[name] = Self.field(name)?.kind.value(try context.parameter(name))
        }
        for (name, text) in Query(request).fields where !others.contains(name) { try takeQuery(name, text) }
    }

    /// A field's text, where it stands in the address.
    func text(_ name: String) -> String? {
        guard case .text(let text)? = values[name] else { return nil }
        return text
    }

    /// What stands in the body; a name that is not taken is found before what belongs to it is read.
    /// - Throws: `BadInput` for a field that is unknown or given twice, and for a body that is no JSON object.
    private mutating func take(_ body: [UInt8]) throws {
        guard R.route.hasBody, !body.isEmpty else { return }
        let names = Set(Self.others.map(\.name))
        var unknown: BadInput?
        do {
            let members = try JSONValue.members(of: body, within: .request) { (name) throws(BadInput) in
                guard !names.contains(name) else { return }
                unknown = Self.unknown(name, in: "body")
                throw Self.unknown(name, in: "body")
            }
            values.merge(members) { _, new in new }
        } catch {
            throw unknown ?? BadInput("the body is not a JSON object such as \(R.route.example): \(error.message)")
        }
    }

    private mutating func takeQuery(_ name: String, _ text: String) throws(BadInput) {
        guard !R.route.hasBody, let field = Self.others.first(where: { $0.name == name }) else {
            throw Self.unknown(name, in: "query")
        }
        switch (field.kind, values[name]) {
        case (.list(let kind, _), nil): values[name] = .list([kind.value(text)])
        case (.list(let kind, let most), .list(let list)) where list.count < most:
            values[name] = .list(list + [kind.value(text)])
        case (.list(_, let most), .list): throw BadInput("the query has \(name) more than \(most) times")
        case (_, nil): values[name] = field.kind.value(text)
        default: throw BadInput("the query has \(name) twice")
        }
    }

    /// The request, with the rest of what it takes from the body.
    /// - Throws: `BadInput` for a body that is no JSON object with fields that are taken, and that names a field that is
    ///   missing or not of its kind; `Refusal` not-found for an address that can be nobody's.
    func asked(with body: [UInt8]) throws -> R {
        var whole = self
        try whole.take(body)
        return try whole.asked()
    }

    /// The request, with values that were given elsewhere.
    func asked(adding values: [String: JSONValue]) throws -> R {
        var whole = self
        whole.values.merge(values) { _, new in new }
        return try whole.asked()
    }

    private func asked() throws -> R {
        for field in R.route.fields {
            switch values[field.name] ?? .null {
            case .null where field.isOptional: continue
            case .null where R.route.segments.contains(.field(field.name)):
                throw BadInput("\(field.name) is missing; expected \(field.kind.words)")
            case .null: throw BadInput("\(field.name) is missing; expected \(R.route.example)")
            case let value where field.kind.admits(value): continue
            case .text(let text) where R.route.segments.contains(.field(field.name)):
                throw Refusal.notFound(field.name, text)
            case let value: throw field.mismatch(value)
            }
        }
        do {
            return try JSONValue.object(values).decoded(as: R.self)
        } catch let error as DecodingError {
            guard let name = error.field, let field = Self.field(name) else { throw error }
            throw field.mismatch(values[name] ?? .null)
        }
    }

    private static var others: [FieldDescription] { R.route.otherFields }

    private static func field(_ name: String) -> FieldDescription? { R.route.fields.first { $0.name == name } }

    private static func unknown(_ name: String, in part: String) -> BadInput {
        let names = part == (R.route.hasBody ? "body" : "query") ? others.map(\.name) : []
        return BadInput(
            "the \(part) has “\(OneLine.shown(name))”; it takes \(names.isEmpty ? "nothing here" : names.joined(separator: ", "))"
        )
    }
}

extension DecodingError {
    /// The name of the field that could not be read.
    fileprivate var field: String? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.first?.stringValue
        case .keyNotFound(let key, _): key.stringValue
        @unknown default: nil
        }
    }
}
