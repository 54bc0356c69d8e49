/// One aim of the planner; a smaller value is better.
public enum Level: String, CaseIterable, Codable, Sendable {
    /// Demands left without a slot.
    case uncovered
    /// Turns beyond the mentors' caps.
    case overload
    /// What the hours cost the attendees, all together.
    case misery
    /// What the hours cost the attendee who suffers most in one program.
    case painmax
    /// Sum over mentors of (K / weight) · (turns + carry)², K the least common multiple of all weights.
    case load
    /// Weeks missing to the mentors' preferred gaps, summed over pairs of turns.
    case spacing
    /// Changes against the previous plan: 1 for another time, 2 for another mentor or none.
    case stability
    /// Sum of the used slots' preferences.
    case preference

    /// The order for a season planned from nothing.
    public static let fresh: [Level] = [
        .uncovered, .overload, .misery, .painmax, .load, .spacing, .stability, .preference,
    ]

    /// The order when people already know a plan: first disturb as few of them as possible.
    public static let replanning: [Level] = [
        .uncovered, .stability, .overload, .misery, .painmax, .load, .spacing, .preference,
    ]
}
