/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Hashable, Sendable, Codable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The English name: "Monday".
    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    /// The first three letters of the English name: "Mon".
    public var shortName: String { String(name.prefix(3)) }

    /// The two-letter code of RFC 5545 §3.3.10: "MO".
    public var icalendarCode: String { name.prefix(2).uppercased() }

    /// Reads "Monday", "Mon" or "mo", in any case.
    public init?(name text: String) {
        let wanted = text.lowercased()
        let found = Weekday.allCases.first {
            [$0.name.lowercased(), $0.shortName.lowercased(), $0.icalendarCode.lowercased()].contains(wanted)
        }
        guard let found else { return nil }
        self = found
    }
}

extension Weekday: Comparable {
    /// Whether the first comes earlier in a week that begins on Monday.
    public static func < (first: Weekday, second: Weekday) -> Bool {
        first.rawValue < second.rawValue
    }
}

extension Weekday: CustomStringConvertible {
    /// The English name.
    public var description: String { name }
}
