import CivilTime
import Mentoring
import MentoringAPI
import Pictures

/// What an organizer does in a program, for its template.
struct OrganizingPage {
    let frame: PageFrame
    let program: String
    let programHref: String
    let ways: [MentoringPage.Way]
    let sessions: [MentoringPage.Turn]
    let freezes: [MentoringPage.Line]
    let freeze: Action
    let mentors: [MentoringPage.Line]
    let addMentor: Action
    let trainees: [MentoringPage.Line]
    let addTrainee: Action
    let blocks: [MentoringPage.Line]
    let block: Action
    let proposals: [MentoringPage.Line]
    let hasProposals: Bool

    /// What the page is about.
    struct Facts {
        let program: ProgramView
        let sessions: [SessionView]
        let freezes: [FreezeView]
        let mentors: [MentorView]
        let trainees: [TraineeView]
        let blocks: [BlockView]
        let reviews: [ReviewView]
        let now: Instant
    }

    /// - Parameters:
    ///   - facts: what the page is about.
    ///   - actions: makes the buttons.
    ///   - frame: what is around it.
    ///   - rules: the organizer's clock.
    init(_ facts: Facts, _ actions: Actions, in frame: PageFrame, on rules: ZoneRules) {
        let program = facts.program
        let (name, root) = (["program": JSONValue.text(program.name)], frame.root)
        self.frame = frame
        self.program = program.title
        programHref = "\(root)/\(program.name)"
        let api = "\(root)/me/see/programs/\(program.name)"
        ways = [
            .init(href: "\(root)/me/plan/\(program.name)", label: "Plan the season"),
            .init(href: "\(api)/report", label: "The season's report"),
            .init(href: "\(api)/forecast", label: "What is ahead"),
            .init(href: "\(api)/health", label: "How it fares"),
            .init(href: "\(api)/log", label: "Who did what"),
        ]
        sessions = facts.sessions.map { session in
            .init(
                session: OwnSession(
                    session, in: program.regionTitles[session.region], session.statusInWords, now: facts.now,
                    in: frame, on: rules),
                actions: actions.leading(session, asMentor: false, at: facts.now))
        }
        freezes = facts.freezes.map { freeze in
            let regions = freeze.regions.isEmpty ? "" : ", \(program.regionTitles.words(freeze.regions))"
            let words = "\(freeze.from.inShort) to \(freeze.to.inShort)\(regions): \(freeze.reason)"
            return .init(
                words: words,
                actions: [actions.button(RemoveFreeze(freeze: freeze.id), "Remove it", about: words, isGrave: true)])
        }
        freeze = actions.form(
            AddFreeze.self, of: name, asking: ["from": "", "to": "", "reason": "", "regions": ""],
            "See what that means", to: .look)
        mentors = facts.mentors.map { mentor in
            .init(
                words: "\(mentor.name), \(program.regionTitles[mentor.region]), \(mentor.zone.name), \(mentor.email)",
                actions: [
                    actions.button(
                        RemoveMentor(program: program.name, email: mentor.email), "Remove from the program",
                        about: mentor.name, isGrave: true, to: .look)
                ])
        }
        addMentor = actions.form(
            AddMentor.self, of: name, asking: ["name": "", "email": "", "zone": "", "weight": ""], "Add this mentor")
        trainees = facts.trainees.map { trainee in
            .init(
                words: "\(trainee.name), \(trainee.zone.name), \(trainee.email)",
                actions: [
                    actions.button(
                        RemoveTrainee(program: program.name, email: trainee.email), "Remove from the program",
                        about: trainee.name, isGrave: true, to: .look)
                ])
        }
        addTrainee = actions.form(
            JoinProgram.self, of: name, asking: ["name": "", "email": "", "zone": ""], "Let them in")
        blocks = facts.blocks.map { blocked in
            .init(
                words: "\(blocked.email)",
                actions: [
                    actions.button(
                        UnblockPerson(program: program.name, email: blocked.email), "Let them take part again",
                        about: "\(blocked.email)")
                ])
        }
        block = actions.form(
            BlockPerson.self, of: name, asking: ["email": ""], "See what blocking would do", isGrave: true, to: .look)
        proposals = facts.reviews.filter { $0.state == .proposed }.map { review in
            .init(
                words: "\(review.title), \(review.url)",
                actions: [actions.button(AcceptReview(review: review.id), "Accept it", about: review.title)])
        }
        hasProposals = !proposals.isEmpty
    }
}
