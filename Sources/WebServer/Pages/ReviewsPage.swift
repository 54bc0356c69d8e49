import Mentoring
import MentoringAPI

/// A program's reviews, to propose and to vote for, for its template.
struct ReviewsPage: Encodable {
    /// A review.
    struct Line: Encodable {
        let title: String
        let href: String?
        let why: String
        let isPicked: Bool
        let isVoted: Bool
        let actions: [Action]
    }

    let frame: PageFrame
    let program: String
    let programHref: String
    let reviews: [Line]
    let propose: Action

    /// - Parameters:
    ///   - reviews: those worth most first.
    ///   - program: whose.
    ///   - actions: makes the buttons.
    ///   - frame: what is around it.
    init(_ reviews: [ReviewView], of program: ProgramView, _ actions: Actions, in frame: PageFrame) {
        self.frame = frame
        self.program = program.title
        programHref = "\(frame.root)/\(program.name)"
        self.reviews = reviews.map { review in
            let isPicked = review.state == .picked
            return Line(
                title: review.title, href: Link.address(review.url), why: review.why, isPicked: isPicked,
                isVoted: review.voted == true,
                actions: isPicked
                    ? []
                    : [Self.vote(review, by: actions)]
                        + (review.yours == true ? [Self.withdraw(review, by: actions)] : []))
        }
        propose = actions.form(
            ProposeReview.self, of: ["program": .text(program.name)],
            asking: ["url": "", "title": "", "area": "", "difficulty": ""], "Propose it")
    }

    private static func withdraw(_ review: ReviewView, by actions: Actions) -> Action {
        actions.button(
            WithdrawReview(review: review.id), "Take my proposal back", about: review.title, isGrave: true)
    }

    private static func vote(_ review: ReviewView, by actions: Actions) -> Action {
        review.voted == true
            ? actions.button(TakeBackVote(review: review.id), "Take my vote back", about: review.title, isGrave: true)
            : actions.button(VoteForReview(review: review.id), "Vote for it", about: review.title)
    }
}
