package import Mentoring

/// How a meeting moves that is held in another week by now, or the session in which it stays, or was lost.
package enum MeetingMove: Hashable, Sendable {
    /// Its own week meets again, instead of that one.
    case meetsAgain(insteadOf: Int)
    /// It is postponed to another week than before.
    case postponed(to: Int, insteadOf: Int)
    /// The session that was it was called off.
    case lost(SessionCode)
    /// The session that is it was announced, or agreed on, and stays.
    case stays(SessionCode, isAnnounced: Bool)

    /// The sentence about the meeting of a week, of those regions, by their titles, or of all.
    package func text(week: Int, of regions: [String]?) -> String {
        let meeting = "week \(week)\(regions.map { " of \($0.joined(separator: ", "))" } ?? "")"
        return switch self {
        case .meetsAgain(let other): "\(meeting) meets again, and week \(other) no more"
        case .postponed(let to, let was): "\(meeting) is postponed to week \(to) instead of week \(was)"
        case .lost(let code): "\(meeting) stays without a meeting: \(code), which was it, was called off"
        case .stays(let code, let isAnnounced):
            "\(meeting) does not meet again: \(code) is \(isAnnounced ? "announced" : "agreed on"), and stays its meeting"
        }
    }
}
