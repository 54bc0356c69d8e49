public import Mentoring

/// A review as listings, the API and `--json` show it.
public struct ReviewView: Codable, Hashable, Sendable {
    /// Where a review stands.
    public enum State: String, Codable, CaseIterable, Sendable { case proposed, picked }

    /// The number by which it is picked and voted for.
    public var id: Identifier<Review>
    /// Where the change is.
    public var url: String
    /// What it is called.
    public var title: String
    /// The part of the project that it is in.
    public var area: String?
    /// How hard it is to review, 1 to 5.
    public var difficulty: Int?
    /// How many would like to understand it.
    public var votes: Int
    /// Whether whoever looks voted for it; nil where it is not known who looks.
    public var voted: Bool?
    /// Whether whoever looks proposed it; nil where it is not known who looks.
    public var yours: Bool?
    /// Whether a session is about it.
    public var state: State
    /// Whether everybody sees it; until then its proposer, and those who lead the program.
    public var seen: Bool
    /// What it is worth to those who would read it; the list is in this order.
    public var points: Int
    /// What the points are for: `7 votes, 3 of 5 enrolled have not covered scheduler`.
    public var why: String
    /// What its server said of it; nil when it was not asked.
    public var change: ChangeFacts?

    package init(
        _ ranked: RankedReview, in program: Program, for person: Identifier<Person>?, voted: Bool?
    ) {
        self.voted = voted
        let review = ranked.review
        yours = person.map { $0 == review.proposer }
        id = review.id
        url = review.url
        title = review.title
        area = review.area
        difficulty = review.difficulty
        votes = ranked.votes
        state = ranked.isPicked ? .picked : .proposed
        seen = review.isPublic(in: program)
        points = ranked.standing.points
        why = ranked.standing.why
        change = ranked.facts
    }

    /// Writes nulls too, as the contract has it.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(url, forKey: .url)
        try values.encode(title, forKey: .title)
        try values.encode(area, forKey: .area)
        try values.encode(difficulty, forKey: .difficulty)
        try values.encode(votes, forKey: .votes)
        try values.encode(voted, forKey: .voted)
        try values.encode(yours, forKey: .yours)
        try values.encode(state, forKey: .state)
        try values.encode(seen, forKey: .seen)
        try values.encode(points, forKey: .points)
        try values.encode(why, forKey: .why)
        try values.encode(change, forKey: .change)
    }
}
