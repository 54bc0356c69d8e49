package import CivilTime

/// What has happened to a turn's session that speaks for itself, with the facts.
package enum SessionHistory: Hashable, Sendable {
    /// It was called off, for this reason if one was given.
    case calledOff(String?)
    /// Nobody announced it before its hour.
    case missed
    /// What is stored is somebody else's, or at another time, than planning now would make it.
    case storedOtherwise(mentor: String, LocalDateTime, TimeZoneID)
    /// Its mentor took it over by agreement.
    case agreed(mentor: String)
    /// It has begun or is over.
    case begun
    /// It has been announced.
    case announced

    /// The sentence.
    package var text: String {
        let now = "what was weighed then is not stored, so this is by what is stored now"
        return switch self {
        case .calledOff(let reason): "it was called off: \(reason ?? UncoveredReason.unsaid)"
        case .missed: "its hour passed before it was announced to anybody, so it was not held"
        case .storedOtherwise(let mentor, let local, let zone):
            "stored is \(mentor), \(local.date) \(local.time) \(zone); this is what planning now would make of it"
        case .agreed(let mentor): "\(mentor) took it over by agreement of two mentors, which stays; \(now)"
        case .begun: "it has begun or is over; \(now)"
        case .announced: "it has been announced and stays; \(now)"
        }
    }
}
