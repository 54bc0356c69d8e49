/// Proposes a change for a session of a program.
public struct ProposeReview: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/reviews", for: .trainee,
        "Propose a change that you would like to understand.",
        [
            .program, Field("url", .text(atMost: 1000), "Where the change is."),
            Field("title", .line, "What it is called.").optional,
            Field("area", .text(atMost: 60), "The part of the project that it is in.").optional,
            Field("difficulty", .number(1...5), "How hard it is to review.").optional,
        ])

    /// The program.
    public var program: Program.Name
    /// Where the change is.
    public var url: String
    /// What it is called.
    public var title: String?
    /// The part of the project that it is in.
    public var area: String?
    /// How hard it is to review, 1 to 5.
    public var difficulty: Int?

    /// A request with every part given.
    public init(program: Program.Name, url: String, title: String? = nil, area: String? = nil, difficulty: Int? = nil) {
        self.program = program
        self.url = url
        self.title = title
        self.area = area
        self.difficulty = difficulty
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ReviewView {
        try await desk.office.proposeReview(
            for: program, url: url, title: title, area: area, difficulty: difficulty, by: desk.caller.person())
    }
}

/// A program's reviews, those with the most votes first.
public struct ListReviews: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/reviews", for: nil,
        "List a program's reviews, those with the most votes first.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [ReviewView] {
        try await desk.office.reviews(of: program)
    }
}

/// Votes for a review.
public struct VoteForReview: Verb {
    /// See `Verb`.
    public static let route = Route(
        .put, "reviews/{review}/vote", for: .trainee,
        "Vote for a review.",
        [.id("review")])

    /// The review.
    public var review: Identifier<Review>

    /// A request with every part given.
    public init(review: Identifier<Review>) {
        self.review = review
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ReviewView {
        try await desk.office.vote(for: review, by: desk.caller.person(), isFor: true)
    }
}

/// Takes a vote back.
public struct TakeBackVote: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "reviews/{review}/vote", for: .trainee,
        "Take a vote back.",
        [.id("review")])

    /// The review.
    public var review: Identifier<Review>

    /// A request with every part given.
    public init(review: Identifier<Review>) {
        self.review = review
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ReviewView {
        try await desk.office.vote(for: review, by: desk.caller.person(), isFor: false)
    }
}

/// Makes a session be about a review, and tells those in it.
public struct PickReview: Verb {
    /// See `Verb`.
    public static let route = Route(
        .put, "sessions/{session}/review", for: .mentor,
        "Make a session that you lead be about a review, and tell those in it.",
        [.session, .id("review")])

    /// The session's code.
    public var session: String
    /// The review.
    public var review: Identifier<Review>

    /// A request with every part given.
    public init(session: String, review: Identifier<Review>) {
        self.session = session
        self.review = review
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SessionChange {
        try await desk.office.pickReview(review, for: session, by: desk.caller.person())
    }
}
