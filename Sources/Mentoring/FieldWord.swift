/// A word of the field that says little to whoever meets it for the first time, and what it means.
///
/// It is explained below what shows it first, in the same words wherever that is.
public enum FieldWord: String, CaseIterable, Sendable {
    case turn, weight, gap, month, prefer
    case fairShare = "fair share"
    case carry
    case offHours = "off hours"
    case points, edge, night, tentative, frozen, withering

    /// What it means, in a clause.
    public var meaning: String {
        switch self {
        case .turn: "one week of one region, which wants a session"
        case .weight: "how large a part of the turns is theirs; with 2 they lead twice as often as with 1"
        case .gap: "their turns lie at least so many weeks apart; twice as many weeks between turns are aimed at"
        case .month: "the most sessions that they lead in a calendar month"
        case .prefer: "how gladly they lead then; 0 is liked best, 3 is for when nothing else serves"
        case .fairShare: "their part of the region's turns by weight, less what they carry"
        case .carry: "turns that count as led already, from earlier seasons or from before they joined"
        case .offHours: "hours led before 08:00 or after 22:00 on their own clock"
        case .points:
            "what a week costs a trainee at its best session: 1 at the edge of their day, 4 in the night or without any"
        case .edge: "partly before 08:00 or after 22:00"
        case .night: "partly between 00:00 and 06:00"
        case .tentative: "planned, and its hour and mentor may still change until it is announced"
        case .frozen: "days on which the program holds no session"
        case .withering:
            """
            each of its last three recorded sessions had at most two people and fewer than half of its seats, or together they had \
            less than half of the share of seats that came before
            """
        }
    }

    /// `weight: how large a part …`.
    public var explanation: String { "\(rawValue): \(meaning)" }
}
