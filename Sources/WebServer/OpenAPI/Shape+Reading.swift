/// Finds the shape of a type's JSON by having it read samples, and noting what it asks for.
///
/// So the description of the API says what the program reads and writes, and cannot fall behind it. An enum of words has to
/// be `CaseIterable`.
extension Shape {
    /// - Throws: `DecodingError` for a type that asks for something else than values, lists and objects by key.
    init<T: Decodable>(of type: T.Type) throws { self = try Sample(of: type).shape }
}

/// A value made up for a type, and the shape that it has in JSON.
private struct Sample<Value: Decodable> {
    let value: Value
    let shape: Shape

    init(of type: Value.Type) throws {
        if let (bare, shape) = try Self.bare(type), let value = bare as? Value {
            (self.value, self.shape) = (value, shape)
            return
        }
        let words = (type as? any (CaseIterable & RawRepresentable<String>).Type).map { Self.words($0) }
        let form = Shape.Form.of(type)
        let questions = Questions(
            text: words?.first ?? form.sample, shapeOfText: words.map(Shape.choice) ?? .text(form))
        value = try Value(from: SampleDecoder(questions: questions))
        shape = questions.shape ?? .object(Shape.Object(name: Self.name, properties: questions.properties))
    }

    /// `ForecastView.Shift`, without the module; a generic type's is `Page-of-ReviewView`.
    private static var name: String {
        let words = String(reflecting: Value.self).split { "<>, ".contains($0) }
        return words.map { $0.split(separator: ".").dropFirst().joined(separator: ".") }.joined(separator: "-of-")
    }

    /// A value of a type that asks for nothing, or would ask itself.
    private static func bare(_ type: Value.Type) throws -> (Any, Shape)? {
        switch type {
        case is String.Type: (Shape.Form.any.sample, .text(.any))
        case is Bool.Type: (true, .flag)
        case let type as any FixedWidthInteger.Type: (type.init(1), .integer)
        case let type as any BinaryFloatingPoint.Type: (type.init(1), .decimal)
        case let type as any MapOfTexts.Type: (type.empty, .map(try type.shapeOfValues))
        default: nil
        }
    }

    private static func words<E: CaseIterable & RawRepresentable<String>>(_ type: E.Type) -> [String] {
        type.allCases.map(\.rawValue)
    }
}

/// A dictionary by text.
private protocol MapOfTexts {
    static var empty: Self { get }
    static var shapeOfValues: Shape { get throws }
}

extension Dictionary: MapOfTexts where Key == String, Value: Decodable {
    static var empty: [String: Value] { [:] }
    static var shapeOfValues: Shape { get throws { try Shape(of: Value.self) } }
}

/// What one type has asked for.
private final class Questions {
    /// What it gets where it asks for a text, and the shape that this text stands for.
    let text: String
    let shapeOfText: Shape
    /// The keys that it asked for.
    private(set) var properties: [Shape.Property] = []
    /// The key that it asked about, whether there is a value at all.
    private var optional: String?
    /// What it asked for without a key.
    private(set) var shape: Shape?

    init(text: String, shapeOfText: Shape) {
        self.text = text
        self.shapeOfText = shapeOfText
    }

    func wonder(about key: any CodingKey) { optional = key.stringValue }

    func value<T: Decodable>(_ type: T.Type, at key: any CodingKey) throws -> T {
        let sample = try Sample(of: type)
        let name = key.stringValue
        properties.append(Shape.Property(name: name, shape: sample.shape, isOptional: optional == name))
        return sample.value
    }

    func value<T: Decodable>(_ type: T.Type) throws -> T {
        if let text = text as? T {
            shape = shapeOfText
            return text
        }
        let sample = try Sample(of: type)
        shape = sample.shape
        return sample.value
    }

    func element<T: Decodable>(_ type: T.Type) throws -> T {
        let sample = try Sample(of: type)
        shape = .list(sample.shape)
        return sample.value
    }
}

private struct SampleDecoder: Decoder {
    let questions: Questions
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(SampleObject(questions: questions))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { SampleList(questions: questions) }

    func singleValueContainer() -> any SingleValueDecodingContainer { SampleValue(questions: questions) }

    /// Answers nested by hand; none of ours are.
    static func unreadable() -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "containers nested by hand have no shape"))
    }
}

private struct SampleObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let questions: Questions
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }

    func decodeNil(forKey key: Key) -> Bool {
        questions.wonder(about: key)
        return false
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try questions.value(type, at: key) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
        -> KeyedDecodingContainer<Nested>
    { throw SampleDecoder.unreadable() }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw SampleDecoder.unreadable()
    }

    func superDecoder() throws -> any Decoder { throw SampleDecoder.unreadable() }

    func superDecoder(forKey key: Key) throws -> any Decoder { throw SampleDecoder.unreadable() }
}

/// A list of one.
private struct SampleList: UnkeyedDecodingContainer {
    let questions: Questions
    let count: Int? = 1
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { currentIndex == 1 }

    init(questions: Questions) { self.questions = questions }

    func decodeNil() -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        currentIndex += 1
        return try questions.element(type)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        throw SampleDecoder.unreadable()
    }

    func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw SampleDecoder.unreadable() }

    func superDecoder() throws -> any Decoder { throw SampleDecoder.unreadable() }
}

private struct SampleValue: SingleValueDecodingContainer {
    let questions: Questions
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try questions.value(type) }
}
