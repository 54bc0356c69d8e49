/// A third of the globe whose people can meet in their daytime; in the order of the sun.
public enum Region: String, CaseIterable, Codable, Hashable, Sendable {
    /// Asia and Oceania.
    case asia
    /// Europe, Africa, the Middle East and the Caucasus.
    case europe
    /// North, Central and South America.
    case americas

    /// The name for people: "Asia".
    public var usualTitle: String {
        switch self {
        case .asia: "Asia"
        case .europe: "Europe"
        case .americas: "Americas"
        }
    }
}

/// Encodes dictionaries keyed by region as objects, not as lists of pairs.
extension Region: CodingKeyRepresentable {}

extension Region: Comparable {
    /// Whether the sun rises earlier in the first.
    public static func < (first: Region, second: Region) -> Bool {
        first.order < second.order
    }

    private var order: Int {
        switch self {
        case .asia: 0
        case .europe: 1
        case .americas: 2
        }
    }
}

extension Region: CustomStringConvertible {
    /// The title.
    public var description: String { usualTitle }
}
