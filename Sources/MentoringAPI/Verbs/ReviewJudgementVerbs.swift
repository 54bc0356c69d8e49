public import Mentoring

/// Lets everybody see a proposal.
public struct AcceptReview: Verb {
    /// See `Verb`.
    public static let route = Route(
        .put, "reviews/{review}/acceptance", for: .mentor,
        "Let everybody see a proposal: it is listed, and may stand in for a pick.",
        [.id("review")])

    /// The review.
    public var review: Identifier<Review>

    /// A request with every part given.
    public init(review: Identifier<Review>) {
        self.review = review
    }

    /// See `Verb`.
    public var subject: Subject { .review(review) }

    /// See `Verb`.
    public typealias Answer = ReviewView
}

/// Takes a proposal back.
public struct WithdrawReview: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "reviews/{review}", for: .trainee,
        "Take a proposal back that no session is about, with its votes.",
        [.id("review"), .dryRun])

    /// The review.
    public var review: Identifier<Review>
    /// Whether only to say what would happen.
    public var dryRun: Bool?

    /// A request with every part given.
    public init(review: Identifier<Review>, dryRun: Bool? = nil) {
        self.review = review
        self.dryRun = dryRun
    }

    /// See `Verb`.
    public var subject: Subject { .review(review) }

    /// See `Verb`.
    public typealias Answer = ReviewView
}
