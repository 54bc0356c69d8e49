/// An attendee's answer (RFC 5545 §3.2.12).
public enum ParticipationStatus: String, Sendable, Codable {
    case needsAction = "NEEDS-ACTION"
    case accepted = "ACCEPTED"
    case declined = "DECLINED"
    case tentative = "TENTATIVE"

    /// What somebody says by it who leads the session, or is to have a seat in it.
    package func inWords(leads: Bool) -> String {
        switch self {
        case .accepted: leads ? "I lead it" : "I come"
        case .declined: leads ? "I cannot lead it" : "I do not come"
        case .tentative, .needsAction: leads ? "I may lead it" : "I may come"
        }
    }
}
