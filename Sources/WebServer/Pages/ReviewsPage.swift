import CivilTime
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
        /// That sessions are about it, and which, as far as they are of the season; nil where none is.
        let picked: String?
        let isVoted: Bool
        let actions: [Action]
    }

    let frame: PageFrame
    let program: String
    let programHref: String
    /// For which session one is chosen, or why none can be; nil where that is not what they are looked at for.
    let choosing: String?
    let reviews: [Line]
    let propose: Action

    /// - Parameters:
    ///   - reviews: those worth most first.
    ///   - program: whose.
    ///   - sessions: those of the season, some of which are about one.
    ///   - session: the one for which one is chosen, and for which they are ranked.
    ///   - now: when that is.
    ///   - actions: makes the buttons.
    ///   - frame: what is around it.
    init(
        _ reviews: [ReviewView], of program: ProgramView, pickedIn sessions: [SessionView],
        for session: SessionView? = nil, at now: Instant, _ actions: Actions, in frame: PageFrame
    ) {
        self.frame = frame
        self.program = program.title
        programHref = "\(frame.root)/\(program.name)"
        let isOpen = session?.isUpcoming(at: now) == true && program.archived != true
        choosing = session.map {
            isOpen
                ? "For \($0.code): those first that are worth most to the people in it."
                : "\($0.code) \(program.archived == true ? "is of a program that is archived" : "is cancelled or has begun"); its review stays as it is."
        }
        self.reviews = reviews.map { review in
            let isPicked = review.state == .picked
            let codes = sessions.filter { $0.review?.id == review.id }.map(\.code)
            // What another session is about can be read in this one, too.
            let pick = session.flatMap { session in
                isOpen && session.review?.id != review.id ? Self.pick(review, for: session.code, by: actions) : nil
            }
            return Line(
                title: review.title, href: Link.address(review.url), why: review.why,
                facts: session == nil ? nil : Self.facts(of: review),
                picked: isPicked ? "picked" + (codes.isEmpty ? "" : " for \(codes.joined(separator: ", "))") : nil,
                isVoted: review.voted == true,
                actions: [pick].compactMap(\.self)
                    + (isPicked
                        ? []
                        : [Self.vote(review, by: actions)]
                            + (review.yours == true ? [Self.withdraw(review, by: actions)] : [])))
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
