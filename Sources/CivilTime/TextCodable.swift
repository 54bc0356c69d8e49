/// A value that is encoded as the text a person would write, and refused with that text and an example of a good one.
protocol TextCodable: Codable, CustomStringConvertible {
    init?(text: String)

    /// What is expected, with an example: "a date such as 2027-01-05".
    static var expectation: String { get }
}

extension TextCodable {
    /// Decodes the text form.
    ///
    /// - Throws: `DecodingError.dataCorrupted` naming the text that was found and what was expected.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is not \(Self.expectation)")
        }
        self = value
    }

    /// Encodes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
