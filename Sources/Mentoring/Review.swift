public import CivilTime

/// A change under review that somebody would like a session to be about.
public struct Review: Hashable, Sendable {
    /// The number that people see and type.
    public var id: Identifier<Review>
    /// The program.
    public var program: Program.Name
    /// Where the change is, as `ChangeAddress` has it.
    public var url: String
    /// What it is called, one line.
    public var title: String
    /// The part of the project that it is in, one line.
    public var area: String?
    /// How hard it is to review, 1 to 5.
    public var difficulty: Int?
    /// What a difficulty can be.
    public static let difficulties = 1...5
    /// Who proposed it.
    public var proposer: Identifier<Person>
    /// When it was proposed first.
    public var proposed: Instant
    /// Whether a mentor or an organizer voted for it, picked it, accepted it or proposed it themself.
    public var isSeen: Bool

    /// Whether everybody sees it: one of those who lead the program has seen it, or the program asks for none of that.
    package func isPublic(in program: Program) -> Bool { isSeen || program.reviews.proposals == .open }

    /// A review; the store numbers it.
    public init(
        id: Identifier<Review> = .unassigned, program: Program.Name, url: String, title: String, area: String? = nil,
        difficulty: Int? = nil, proposer: Identifier<Person>, proposed: Instant, isSeen: Bool = false
    ) {
        self.id = id
        self.program = program
        self.url = url
        self.title = title
        self.area = area
        self.difficulty = difficulty
        self.proposer = proposer
        self.proposed = proposed
        self.isSeen = isSeen
    }
}
