import Mentoring

/// A duty with its volunteers and weeks, for everybody.
public struct DutyView: Codable, Hashable, Sendable {
    /// The short name.
    public var duty: String
    /// What people call it.
    public var title: String
    /// Where the work is found.
    public var link: String?
    /// Weeks between two turns of one volunteer.
    public var minGapWeeks: Int
    /// Weeks that one volunteer gets at most in a calendar month.
    public var maxPerMonth: Int
    /// Who takes turns, by name.
    public var volunteers: [String]
    /// The season's weeks that are somebody's, in their order.
    public var turns: [DutyTurnView]

    package init(
        duty: String, title: String, link: String? = nil, minGapWeeks: Int, maxPerMonth: Int, volunteers: [String],
        turns: [DutyTurnView]
    ) {
        self.duty = duty
        self.title = title
        self.link = link
        self.minGapWeeks = minGapWeeks
        self.maxPerMonth = maxPerMonth
        self.volunteers = volunteers
        self.turns = turns
    }
}
