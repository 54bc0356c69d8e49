/// What becomes of a meeting whose whole week is frozen.
public enum WhenFrozen: String, CaseIterable, Sendable, Codable {
    /// It is left out.
    case skip
    /// It moves to the first week without a meeting before the next meeting week; where there is none, it is left out.
    case postpone
}
