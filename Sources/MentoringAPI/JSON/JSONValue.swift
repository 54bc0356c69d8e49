import Mentoring

/// A value of JSON (RFC 8259), before anybody knows what it is for.
public enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case decimal(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// As it stands in an address, each of a list by itself.
    public var texts: [String] {
        switch self {
        case .null, .object: []
        case .flag(let flag): ["\(flag)"]
        case .number(let number): ["\(number)"]
        case .decimal(let decimal): ["\(decimal)"]
        case .text(let text): [text]
        case .list(let list): list.flatMap(\.texts)
        }
    }

    /// The value in a few words, for whoever sent it.
    public var shown: String {
        switch self {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let number): "\(number)"
        case .decimal(let decimal): "\(decimal)"
        // By scalar: a character may go on for a megabyte of combining marks.
        case .text(let text): "“\(String(text.unicodeScalars.prefix(60)))”"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

extension JSONValue: Encodable {
    /// The value itself, whatever the format calls it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .decimal(let decimal): try container.encode(decimal)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}

/// How much JSON somebody else may make us read.
public struct JSONLimits: Hashable, Sendable {
    /// How many lists and objects may be open at once.
    public var depth: Int
    /// How many values there may be in all.
    public var values: Int
    /// How many bytes a member's name may have.
    public var nameBytes = 200
    /// How many characters a number may have.
    public var digits = 40

    /// Limits with both sizes given.
    public init(depth: Int, values: Int) {
        self.depth = depth
        self.values = values
    }

    /// What a request may hold.
    public static let request = JSONLimits(depth: 16, values: 10_000)
    /// What a server may answer.
    public static let answer = JSONLimits(depth: 32, values: 500_000)
}
