/// An attendee's answer (RFC 5545 §3.2.12).
public enum ParticipationStatus: String, Sendable, Codable {
    case needsAction = "NEEDS-ACTION"
    case accepted = "ACCEPTED"
    case declined = "DECLINED"
    case tentative = "TENTATIVE"
}
