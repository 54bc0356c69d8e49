package import CivilTime
package import Mentoring

/// What whoever changes a session should know of it, with the facts.
package enum SessionChangeRemark: Hashable, Sendable {
    /// It is where it was.
    case unmoved
    /// Clocks there show its time twice that day.
    case twice(LocalDateTime)
    /// The next plan changes it again.
    case replanned(SessionObjection)
    /// What it was about is what another is about by now, by its title.
    case reviewTaken(String, by: SessionCode)

    /// The remark as a clause.
    package var text: String {
        switch self {
        case .unmoved: "it was at that time already"
        case .twice(let local):
            "clocks there show \(local.time) twice on \(local.date), when they go back, and the first is meant"
        case .replanned(let objection): "\(objection.text), so the next plan does not leave it so"
        case .reviewTaken(let title, let code):
            "\(code) is about its review by now, \(OneLine.shown(title)); pick another"
        }
    }
}
