public import Mentoring

/// Proposes a change for a session of a program.
public struct ProposeReview: ProgramRequest {
    public typealias Answer = ReviewView
    public static let route = Route(
        .post, "programs/{program}/reviews", for: .trainee, "Propose a change that you would like to understand.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Where the change is.", .text(atMost: 1000), like: "https://review.example.org/c/42") public var url: String
    @Field("What it is called.", .line) public var title: String?
    @Field("The part of the project that it is in.", .text(atMost: 60)) public var area: String?
    @Field("How hard it is to review.", .number(Review.difficulties)) public var difficulty: Int?

    private init() {}

    public init(program: Program.Name, url: String, title: String? = nil, area: String? = nil, difficulty: Int? = nil) {
        self.program = program
        self.url = url
        self.title = title
        self.area = area
        self.difficulty = difficulty
    }
}

/// A program's reviews, those worth most first.
public struct ListReviews: ProgramRequest {
    public typealias Answer = [ReviewView]
    public static let route = Route(
        .get, "programs/{program}/reviews", for: nil, "List a program's reviews, those worth most first.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The session that they are ranked for; all the program's trainees when left out.", .code) public var session:
        String?

    private init() {}

    public init(program: Program.Name, session: String? = nil) {
        self.program = program
        self.session = session
    }
}

/// Votes for a review.
public struct VoteForReview: Request {
    public typealias Answer = ReviewView
    public static let route = Route(.put, "reviews/{review}/vote", for: .trainee, "Vote for a review.", of: Self())

    @Field(.id("review")) public var review: Identifier<Review>

    private init() {}

    public static var isLogged: Bool { false }

    public init(review: Identifier<Review>) { self.review = review }

    public var subject: Subject { .review(review) }
}

/// Takes a vote back.
public struct TakeBackVote: Request {
    public typealias Answer = ReviewView
    public static let route = Route(.delete, "reviews/{review}/vote", for: .trainee, "Take a vote back.", of: Self())

    @Field(.id("review")) public var review: Identifier<Review>

    private init() {}

    public static var isLogged: Bool { false }

    public init(review: Identifier<Review>) { self.review = review }

    public var subject: Subject { .review(review) }
}

/// Makes a session be about a review, and tells those in it.
public struct PickReview: SessionRequest {
    public typealias Answer = SessionChange
    public static let route = Route(
        .put, "sessions/{session}/review", for: .mentor,
        "Make a session that you lead be about a review, and tell those in it.", of: Self())

    @Field(.session) public var session: String
    @Field("The number of the review.") public var review: Identifier<Review>?
    @Field("The address of a change that you bring, instead of a number.", .text(atMost: 1000)) public var url: String?
    @Field("What a change that you bring is called.", .line) public var title: String?
    @Field("The part of the project that it is in.", .text(atMost: 60)) public var area: String?

    private init() {}

    public init(session: String, choice: Review.Choice, title: String? = nil, area: String? = nil) {
        self.session = session
        switch choice {
        case .number(let id): review = id
        case .change(let address): url = address.patchSet.map { "\(address.url)/\($0)" } ?? address.url
        }
        self.title = title
        self.area = area
    }
}

/// Says what to look for in a session's review, and tells those in it.
public struct NoteQuestions: SessionRequest {
    public typealias Answer = SessionChange
    public static let route = Route(
        .put, "sessions/{session}/questions", for: .mentor,
        "Say what to look for in the review of a session that you lead, and tell those in it.", of: Self())

    @Field(.session) public var session: String
    @Field("The questions; an empty text takes them back.", .text(atMost: Pick.limit)) public var text: String
    @Field("What the file is called, for messages.", .line) public var name: String?

    private init() {}

    public init(session: String, text: String, name: String? = nil) {
        self.session = session
        self.text = text
        self.name = name
    }
}

/// Asks the servers of a program's changes about them.
public struct FetchChanges: ProgramRequest {
    public typealias Answer = [FetchedChange]
    public static let route = Route(
        .post, "programs/{program}/changes", for: .organizer, "Ask the servers of a program's changes about them.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The numbers of the reviews, at most 16; all that are open when none is given.") public var reviews:
        [Identifier<Review>]?

    private init() {}

    public init(program: Program.Name, reviews: [Identifier<Review>]? = nil) {
        self.program = program
        self.reviews = reviews
    }
}
