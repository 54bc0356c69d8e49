package import CivilTime
package import Mentoring

/// Why a plan, or the program's file, calls a session or a week off, with the facts; the sentence is kept and mailed.
package enum CancellationReason: Hashable, Sendable {
    /// The week in which a meeting is held instead, and the session that it is then.
    package struct Successor: Hashable, Sendable {
        let week: Int
        let code: SessionCode
        let isLater: Bool

        /// A session of another week, which is after the one that is called off or before it.
        package init(week: Int, _ code: SessionCode, isLater: Bool) {
            (self.week, self.code, self.isLater) = (week, code, isLater)
        }

        fileprivate var words: String { "week \(week), as \(code), with its seats and its queue" }
    }

    /// Nobody leads it, or it is not wanted.
    case uncovered(UncoveredReason)
    /// Its week is frozen; what follows in the sentence is the meeting grid's.
    case frozen(String, MeetingGrid.Loss)
    /// Its week is frozen, and its meeting is held in another.
    case moved(frozen: String, Successor)
    /// Its meeting is held in another week all the same.
    case heldElsewhere(UncoveredReason, Successor)
    /// The program has no season from that day any more.
    case noSeason(from: LocalDate)
    /// Its season begins on another day.
    case seasonBegins(LocalDate)
    /// Its season is shorter.
    case seasonEnds(withWeek: Int)
    /// The program, by its title, has no such duty any more.
    case noSuchDuty(in: String)

    /// The sentence.
    package var text: String {
        switch self {
        case .uncovered(let reason): reason.text
        case .frozen(let reason, let loss): "frozen: \(reason)\(loss.clause)"
        case .moved(let reason, let successor):
            "frozen: \(reason); \(successor.isLater ? "postponed to" : "held in") \(successor.words)"
        case .heldElsewhere(_, let successor) where !successor.isLater: "held in \(successor.words)"
        case .heldElsewhere(let reason, let successor): "\(reason.text); held in \(successor.words)"
        case .noSeason(let start): "the program has no season from \(start) any more"
        case .seasonBegins(let start): "the season begins on \(start) now"
        case .seasonEnds(let week): "the season ends with \(week == 1 ? "its first week" : "week \(week)") now"
        case .noSuchDuty(let program): "\(program) has no such duty any more"
        }
    }
}
