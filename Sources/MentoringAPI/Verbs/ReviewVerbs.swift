public import Mentoring

/// Proposes a change for a session of a program.
public struct ProposeReview: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/reviews", for: .trainee,
        "Propose a change that you would like to understand.",
        [
            .program,
            Field("url", .text(atMost: 1000), "Where the change is.", like: "https://review.example.org/c/42"),
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
    public typealias Answer = ReviewView
}

/// A program's reviews, those worth most first.
public struct ListReviews: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/reviews", for: nil,
        "List a program's reviews, those worth most first.",
        [
            .program,
            Field(
                "session", .text(atMost: 80),
                "The session that they are ranked for; all the program's trainees when left out."
            )
            .optional,
        ])

    /// The program.
    public var program: Program.Name
    /// The code of the session that they are ranked for.
    public var session: String?

    /// A request with every part given.
    public init(program: Program.Name, session: String? = nil) {
        self.program = program
        self.session = session
    }

    /// See `Verb`.
    public typealias Answer = [ReviewView]
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
    public var subject: Subject { .review(review) }

    /// See `Verb`.
    public typealias Answer = ReviewView
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
    public var subject: Subject { .review(review) }

    /// See `Verb`.
    public typealias Answer = ReviewView
}

/// Makes a session be about a review, and tells those in it.
public struct PickReview: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .put, "sessions/{session}/review", for: .mentor,
        "Make a session that you lead be about a review, and tell those in it.",
        [
            .session,
            Field("review", .id, "The number of the review.").optional,
            Field("url", .text(atMost: 1000), "The address of a change that you bring, instead of a number.").optional,
            Field("title", .line, "What a change that you bring is called.").optional,
            Field("area", .text(atMost: 60), "The part of the project that it is in.").optional,
        ])

    /// The session's code.
    public var session: String
    /// The number of the review; nil for a change that is brought.
    public var review: Identifier<Review>?
    /// The address of a change that is brought; a Gerrit address may name the patch set.
    public var url: String?
    /// What a change that is brought is called.
    public var title: String?
    /// The part of the project that it is in.
    public var area: String?

    /// A request with every part given.
    public init(session: String, choice: Review.Choice, title: String? = nil, area: String? = nil) {
        self.session = session
        switch choice {
        case .number(let id): review = id
        case .change(let address): url = address.patchSet.map { "\(address.url)/\($0)" } ?? address.url
        }
        self.title = title
        self.area = area
    }

    /// See `Verb`.
    public typealias Answer = SessionChange
}

/// Says what to look for in a session's review, and tells those in it.
public struct NoteQuestions: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .put, "sessions/{session}/questions", for: .mentor,
        "Say what to look for in the review of a session that you lead, and tell those in it.",
        [
            .session, Field("text", .text(atMost: Pick.limit), "The questions; an empty text takes them back."),
            Field("name", .line, "What the file is called, for messages.").optional,
        ])

    /// The session's code.
    public var session: String
    /// The questions.
    public var text: String
    /// What the file is called.
    public var name: String?

    /// A request with every part given.
    public init(session: String, text: String, name: String? = nil) {
        self.session = session
        self.text = text
        self.name = name
    }

    /// See `Verb`.
    public typealias Answer = SessionChange
}

/// Asks the servers of a program's changes about them.
public struct FetchChanges: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/changes", for: .organizer,
        "Ask the servers of a program's changes about them.",
        [
            .program,
            Field(
                "reviews", .list(.id), "The numbers of the reviews, at most 16; all that are open when none is given."
            ).optional,
        ])

    /// The program.
    public var program: Program.Name
    /// The reviews.
    public var reviews: [Identifier<Review>]?

    /// A request with every part given.
    public init(program: Program.Name, reviews: [Identifier<Review>]? = nil) {
        self.program = program
        self.reviews = reviews
    }

    /// See `Verb`.
    public typealias Answer = [FetchedChange]
}
