/// What becomes of a week that would meet and is frozen.
public enum WhenFrozen: String, CaseIterable, Sendable, Codable {
    /// It is left out.
    case skip
    /// It meets in the first week without a meeting before the next that would meet; where there is none, it is left out.
    case postpone
}
