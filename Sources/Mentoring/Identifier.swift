/// The key of a stored entity; typed, so that a slot's number is never taken for a person's.
public struct Identifier<Entity>: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The number that people see and type, 1 or more once stored.
    public let rawValue: Int64

    /// An identifier that the store has given out.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// What an entity carries before the store has given it a number.
    public static var unassigned: Identifier { Identifier(0) }

    /// The number in decimal.
    public var description: String { String(rawValue) }

    /// Reads the bare number.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the bare number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
