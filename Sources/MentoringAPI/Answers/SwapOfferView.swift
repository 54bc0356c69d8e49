public import CivilTime
public import Mentoring

/// A mentor's offer of a turn, and what taking it would mean.
public struct SwapOfferView: Codable, Hashable, Sendable {
    /// What taking the turn would mean for one mentor.
    public struct Candidate: Codable, Hashable, Sendable {
        /// The name of the mentor who could take it.
        public var mentor: String
        /// When the session begins on their wall.
        public var localStart: LocalDateTime
        /// Their zone.
        public var zone: TimeZoneID
        /// How humane it is there.
        public var hours: Hours
        /// Their share of the season, before and after.
        public var turns: Turns
        /// What they agreed to and would go beyond, in words.
        public var remarks: [String]

        package init(
            mentor: String, localStart: LocalDateTime, zone: TimeZoneID, hours: Hours, turns: Turns, remarks: [String]
        ) {
            self.mentor = mentor
            self.localStart = localStart
            self.zone = zone
            self.hours = hours
            self.turns = turns
            self.remarks = remarks
        }
    }

    /// How a mentor's share of the season would change.
    public struct Turns: Codable, Hashable, Sendable {
        /// Turns of the season as it is.
        public var before: Int
        /// Turns once it is taken.
        public var after: Int
        /// Turns by weight alone.
        public var fairShare: Double

        package init(before: Int, after: Int, fairShare: Double) {
            self.before = before
            self.after = after
            self.fairShare = fairShare
        }
    }

    /// The number by which it is taken.
    public var id: Identifier<SwapOffer>
    /// The session's code.
    public var session: String
    /// When it begins.
    public var start: Instant
    /// Who offers it.
    public var from: String
    /// Their share of the season, before and after.
    public var turns: Turns
    /// Who is asked; nil means all of the candidates.
    public var to: String?
    /// Where it stands.
    public var state: SwapOffer.State
    /// Who took it.
    public var acceptedBy: String?
    /// Whether it was taken and can be undone, as long as the session is tentative; left out otherwise.
    public var canBeUndone: Bool?
    /// Whether whoever lists the offers made it, or took it; left out otherwise.
    public var isYours: Bool?
    /// Whether whoever lists the offers could take it; left out otherwise.
    public var isForYou: Bool?
    /// Those who could take it, the least loaded first; to whoever takes it, they alone; empty once it is taken or withdrawn.
    public var candidates: [Candidate]
    /// How many people were told of the last change.
    public var told: Int
    /// The names of those of them whom whoever changes it may see; nil in lists.
    public var toldNames: [String]?

    package init(
        id: Identifier<SwapOffer>, session: String, start: Instant, from: String, turns: Turns, to: String? = nil,
        state: SwapOffer.State, acceptedBy: String? = nil, canBeUndone: Bool? = nil,
        candidates: [Candidate], told: Int
    ) {
        self.id = id
        self.session = session
        self.start = start
        self.from = from
        self.turns = turns
        self.to = to
        self.state = state
        self.acceptedBy = acceptedBy
        self.canBeUndone = canBeUndone
        self.candidates = candidates
        self.told = told
    }
}
