import Mentoring

/// What speaks against one mentor's leading one turn.
///
/// The mentor appears by name; nobody's address is in it.
public struct ObjectionView: Codable, Hashable, Sendable {
    /// What kind of thing speaks against it.
    public enum Ground: String, Codable, CaseIterable, Sendable {
        /// Nothing does: they lead it.
        case leads
        /// They are of another region.
        case otherRegion
        /// Nobody leads then: the turn is frozen, called off, over or another region's.
        case noTurn
        /// They have no slot that week.
        case noSlot
        /// They have one, and are away then; of whoever was merely named there also that they do something in another program.
        case away
        /// They have one, and the day is frozen.
        case frozen
        /// They have one, and lead or attend something else at that time.
        case engaged
        /// They have one, and it is in the past.
        case past
        /// They have one, and it is not as many hours ahead as the season asks for.
        case shortNotice
        /// What has been announced, or they lead in another program, leaves too short a gap to another turn of theirs.
        case gap
        /// What has been announced, or they lead in other programs, is as many sessions that month as they agreed to.
        case monthLimit
        /// With them the season would be worse at a level of the objective.
        case level
        /// With them the season would be as good on every level.
        case tie
        /// With them the season would be better, but people have been told another.
        case better
        /// They could lead it, but there are too many times on offer to find out within bounds what would follow.
        case notLookedAt
    }

    /// The name of the mentor whom it speaks against.
    public var mentor: String
    /// What kind of thing speaks against it.
    public var ground: Ground
    /// The rule that bars them while all else stays as it is, `gap` or `monthLimit`; nil if none does.
    public var rule: Ground?
    /// The first level that would differ, as `levels` of the plan names it; nil where none was compared.
    public var level: String?
    /// The level's value in the plan.
    public var planned: Int?
    /// Its value in the best season found in which they lead the turn.
    public var otherwise: Int?
    /// Whether nothing better exists; otherwise it is what a search found.
    public var isProved: Bool
    /// The same for a person.
    public var sentence: String

    package init(
        mentor: String, ground: Ground, rule: Ground? = nil, level: String? = nil, planned: Int? = nil,
        otherwise: Int? = nil, isProved: Bool, sentence: String
    ) {
        self.mentor = mentor
        self.ground = ground
        self.rule = rule
        self.level = level
        self.planned = planned
        self.otherwise = otherwise
        self.isProved = isProved
        self.sentence = sentence
    }
}
