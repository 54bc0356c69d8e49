extension Field {
    /// A page's values as a template finds them, by the names of its stored properties; what is nil is not there.
    ///
    /// By `Encodable`, since what the compiler writes down of a type is read many times sooner than its reflection.
    ///
    /// - Parameter value: a structure of texts, whole numbers, truths, structures and lists of them.
    /// - Throws: what its own `encode` throws; what the compiler makes throws nothing.
    package init?<Value: Encodable>(of value: Value) throws {
        if Value.self == String.self, let text = value as? String {
            self = .text(text)
        } else if Value.self == Bool.self, let truth = value as? Bool {
            self = .truth(truth)
        } else if Value.self == Int.self, let number = value as? Int {
            self = .text("\(number)")
        } else {
            let encoder = FieldEncoder()
            try value.encode(to: encoder)
            guard let field = encoder.field else { return nil }
            self = field
        }
    }
}

/// Takes one value down: as one field, a list or fields by name.
private final class FieldEncoder: Encoder {
    var single: Field?
    var list: [Field]?
    var fields: [String: Field]?

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var field: Field? { single ?? list.map(Field.list) ?? fields.map(Field.fields) }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        // Room for what most have, so that it is not made anew while they are taken down.
        fields = fields ?? Dictionary(minimumCapacity: 12)
        return KeyedEncodingContainer(Keyed(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        list = list ?? []
        return Listed(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: FieldEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {}

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        encoder.fields?[key.stringValue] = try Field(of: value)
    }

    func nestedContainer<Inner>(keyedBy: Inner.Type, forKey: Key) -> KeyedEncodingContainer<Inner> { notOfAPage() }
    func nestedUnkeyedContainer(forKey: Key) -> any UnkeyedEncodingContainer { notOfAPage() }
    func superEncoder() -> any Encoder { notOfAPage() }
    func superEncoder(forKey: Key) -> any Encoder { notOfAPage() }
}

private struct Listed: UnkeyedEncodingContainer {
    let encoder: FieldEncoder
    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.list?.count ?? 0 }

    func encodeNil() {}

    func encode<Value: Encodable>(_ value: Value) throws {
        if let field = try Field(of: value) { encoder.list?.append(field) }
    }

    func nestedContainer<Inner>(keyedBy: Inner.Type) -> KeyedEncodingContainer<Inner> { notOfAPage() }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { notOfAPage() }
    func superEncoder() -> any Encoder { notOfAPage() }
}

private struct Single: SingleValueEncodingContainer {
    let encoder: FieldEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() {}

    func encode<Value: Encodable>(_ value: Value) throws {
        // A number of whatever width encodes itself as this one value, for ever.
        encoder.single = if let number = value as? any Numeric { .text("\(number)") } else { try Field(of: value) }
    }
}

/// What only handwritten encoding asks for, and classes.
private func notOfAPage() -> Never { preconditionFailure("a page is structures, encoded as the compiler writes it") }
