public import Mentoring

/// Lets everybody see a proposal.
public struct AcceptReview: Request {
    public typealias Answer = ReviewView
    public static let route = Route(
        .put, "reviews/{review}/acceptance", for: .mentor,
        "Let everybody see a proposal: it is listed, and may stand in for a pick.", of: Self())

    @Field(.id("review")) public var review: Identifier<Review>

    private init() {}

    public init(review: Identifier<Review>) { self.review = review }

    public var subject: Subject { .review(review) }
}

/// Takes a proposal back.
public struct WithdrawReview: Request {
    public typealias Answer = ReviewView
    public static let route = Route(
        .delete, "reviews/{review}", for: .trainee, "Take a proposal back that no session is about, with its votes.",
        of: Self())

    @Field(.id("review")) public var review: Identifier<Review>
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(review: Identifier<Review>, dryRun: Bool? = nil) {
        self.review = review
        self.dryRun = dryRun
    }

    public var subject: Subject { .review(review) }
}
