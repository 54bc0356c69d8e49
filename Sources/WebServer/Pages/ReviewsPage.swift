import Mentoring
import MentoringAPI

/// A program's reviews, to propose and to vote for, for its template.
struct ReviewsPage: Encodable {
    /// A review.
    struct Line: Encodable {
        let title: String
        let href: String?
        let why: String
        /// What else helps to choose: where in the project it is, how hard, and that others do not see it yet.
        let facts: String?
        let isPicked: Bool
        let isVoted: Bool
        let actions: [Action]
    }

    let frame: PageFrame
    let program: String
    let programHref: String
    /// For which session one is chosen; nil where that is not what they are looked at for.
    let choosing: String?
    let reviews: [Line]
    let propose: Action

    /// - Parameters:
    ///   - reviews: those worth most first.
    ///   - program: whose.
    ///   - session: the code of the session for which one is chosen, and for which they are ranked.
    ///   - actions: makes the buttons.
    ///   - frame: what is around it.
    init(
        _ reviews: [ReviewView], of program: ProgramView, for session: String? = nil, _ actions: Actions,
        in frame: PageFrame
    ) {
        self.frame = frame
        self.program = program.title
        programHref = "\(frame.root)/\(program.name)"
        choosing = session.map { "For \($0): those first that are worth most to the people in it." }
        self.reviews = reviews.map { review in
            let isPicked = review.state == .picked
            return Line(
                title: review.title, href: Link.address(review.url), why: review.why,
                facts: session == nil ? nil : Self.facts(of: review), isPicked: isPicked,
                isVoted: review.voted == true,
                actions: isPicked
                    ? []
                    : (session.map { [Self.pick(review, for: $0, by: actions)] } ?? [])
                        + [Self.vote(review, by: actions)]
                        + (review.yours == true ? [Self.withdraw(review, by: actions)] : []))
        }
        propose = actions.form(
            ProposeReview.self, of: ["program": .text(program.name)],
            asking: ["url": "", "title": "", "area": "", "difficulty": ""], "Propose it")
    }

    private static func pick(_ review: ReviewView, for session: String, by actions: Actions) -> Action {
        actions.button(
            PickReview(session: session, choice: .number(review.id)), "Review it in \(session)", about: review.title,
            to: .look)
    }

    private static func facts(of review: ReviewView) -> String? {
        let facts = [
            review.area, review.difficulty.map { "difficulty \($0)" }, review.seen ? nil : "others do not see it yet",
        ].compactMap(\.self)
        return facts.isEmpty ? nil : facts.joined(separator: ", ")
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
