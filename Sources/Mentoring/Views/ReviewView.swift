/// A review as listings, the API and `--json` show it.
public struct ReviewView: Codable, Hashable, Sendable {
    /// Where a review stands.
    public enum State: String, Codable, Sendable { case proposed, picked }

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
    /// Whether a session is about it.
    public var state: State

    init(_ review: Review, votes: Int, state: State) {
        id = review.id
        url = review.url
        title = review.title
        area = review.area
        difficulty = review.difficulty
        self.votes = votes
        self.state = state
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
        try values.encode(state, forKey: .state)
    }
}
