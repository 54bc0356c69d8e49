import Mentoring

/// A property of a request that is asked for by name, with the words that say what it is.
///
/// The declaration is all that is said of it: from it come the field in the address, the query or the body, its entry in the
/// OpenAPI document, and the check at both ends. A property that is optional may be left out.
@propertyWrapper
public struct Field<Value: Codable & Sendable>: Sendable {
    private var value: Value?
    private let description: FieldDescription

    /// A field whose values its type describes.
    package init(_ about: String, like example: String? = nil) where Value: FieldValue {
        self.init(about, Value.kind, like: example)
    }

    /// A field whose values are of a kind.
    package init(_ about: String, _ kind: FieldDescription.Kind, like example: String? = nil) {
        self.init(FieldDescription("", kind, about, like: example))
    }

    /// A field that several requests have.
    package init(_ description: FieldDescription) {
        self.description = description
        value = (Value.self as? any OptionalValue.Type)?.nothing as? Value
    }

    /// What was asked.
    ///
    /// Only the blank request that describes its fields has none, and nobody but its route sees that.
    public var wrappedValue: Value {
        get {
            guard let value else { preconditionFailure("\(description.about) was not given") }
            return value
        }
        set { value = newValue }
    }
}

extension Field: Codable {
    /// Reads what was asked.
    public init(from decoder: any Decoder) throws {
        self.init(asked: try decoder.singleValueContainer().decode(Value.self))
    }

    /// Writes what was asked.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }

    /// What was asked, without the words, which the request's type has.
    fileprivate init(asked value: Value) {
        self.init("", .flag)
        self.value = value
    }
}

// What the compiler writes to code a request comes here, so that a field is coded as its value is, and what may be left out
// is left out.
extension KeyedDecodingContainer {
    func decode<T>(_ type: Field<T>.Type, forKey key: Key) throws -> Field<T> {
        Field(asked: try decode(T.self, forKey: key))
    }

    func decode<T>(_ type: Field<T?>.Type, forKey key: Key) throws -> Field<T?> {
        Field(asked: try decodeIfPresent(T.self, forKey: key))
    }
}

extension KeyedEncodingContainer {
    mutating func encode<T>(_ field: Field<T?>, forKey key: Key) throws {
        try encodeIfPresent(field.wrappedValue, forKey: key)
    }
}

extension FieldDescription {
    /// The fields that a request declares, in their order.
    static func all(of blank: some Request) -> [FieldDescription] {
        Mirror(reflecting: blank).children.compactMap { child in
            // A wrapped property is stored under its name behind an underscore.
            guard let field = child.value as? any DescribedField, let name = child.label?.dropFirst() else {
                return nil
            }
            return field.described(as: String(name))
        }
    }
}

/// A field of whatever type.
private protocol DescribedField {
    func described(as name: String) -> FieldDescription
}

extension Field: DescribedField {
    fileprivate func described(as name: String) -> FieldDescription {
        FieldDescription(
            name, description.kind, description.about, like: description.example,
            isOptional: Value.self is any OptionalValue.Type)
    }
}

private protocol OptionalValue {
    static var nothing: Any { get }
}

extension Optional: OptionalValue {
    fileprivate static var nothing: Any { Self.none as Any }
}
