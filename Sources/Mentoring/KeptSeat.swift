/// Which of two seats stays when two people become one.
public enum KeptSeat: String, Codable, CaseIterable, Sendable {
    /// The one that was taken first.
    case earlier
    /// The one of the address before.
    case old
    /// The one of the address from now on.
    case new
}
