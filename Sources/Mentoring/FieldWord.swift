/// A word of the field that says nothing to whoever meets it for the first time, and what it means.
///
/// It is explained where it is shown, in the same words wherever that is.
public enum FieldWord: String, CaseIterable, Sendable {
    case turn, weight, carry, prefer
    case fairShare = "fair share"
    case gap, month
    case offHours = "off hours"

    /// What it means, in a clause.
    public var meaning: String {
        switch self {
        case .turn: "a week in which a region wants a session"
        case .weight: "how large a part of the turns is theirs: with 2 they lead twice as often as with 1"
        case .carry:
            "turns that count as led already, from earlier seasons or from before they joined; who carries more leads less"
        case .prefer: "how gladly they lead at that time: 0 is liked best, 3 is for when nothing else serves"
        case .fairShare: "the part of a region's turns that is theirs by weight, less what they carry"
        case .gap: "their turns lie at least so many weeks apart, and twice as many are aimed at"
        case .month: "the most sessions that they lead in a calendar month"
        case .offHours: "hours led before 08:00 or after 22:00 on their own clock"
        }
    }

    /// `weight: how large a part …`.
    public var explanation: String { "\(rawValue): \(meaning)" }
}
