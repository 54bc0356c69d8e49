/// Someone who leads sessions, with the limits on how often.
public struct Leader: Hashable, Sendable {
    /// Names the mentor in slots and explanations.
    public var id: String
    /// The region whose demands the mentor may serve.
    public var region: String
    /// The programs the mentor serves.
    public var programs: [String]
    /// The mentor's share of the turns relative to others', at least 1.
    public var weight: Int
    /// Turns brought from the last season, at least 0.
    public var carry: Int
    /// Two turns lie at least so many weeks apart; at least 1.
    public var minGap: Int
    /// Two turns should lie so many weeks apart.
    public var preferredGap: Int
    /// Most sessions in one calendar month of the mentor's local date.
    public var maxPerMonth: Int
    /// The local days, counted from 1970-01-01, on which the mentor leads sessions that this problem does not decide: each
    /// counts in its month, and for nothing else.
    public var daysElsewhere: [Int]
    /// Turns beyond this number count as overload.
    public var cap: Int

    /// A mentor and the mentor's limits; gaps are in weeks.
    public init(
        id: String, region: String, programs: [String], weight: Int = 1, carry: Int = 0, minGap: Int,
        preferredGap: Int, maxPerMonth: Int, daysElsewhere: [Int] = [], cap: Int
    ) {
        self.id = id
        self.region = region
        self.programs = programs
        self.weight = weight
        self.carry = carry
        self.minGap = minGap
        self.preferredGap = preferredGap
        self.maxPerMonth = maxPerMonth
        self.daysElsewhere = daysElsewhere
        self.cap = cap
    }
}
