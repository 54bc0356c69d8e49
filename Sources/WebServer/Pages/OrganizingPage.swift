import CivilTime
import Mentoring
import MentoringAPI
import Pictures

/// What an organizer does in a program, for its template.
struct OrganizingPage: Encodable {
    let frame: PageFrame
    let program: String
    let programHref: String
    let ways: [Way]
    /// Whether it pauses or is archived, in words.
    let state: String?
    let sessions: [MentoringPage.Turn]
    let past: [MentoringPage.Turn]
    let hasPast: Bool
    let freezes: [MentoringPage.Line]
    let freeze: Action
    let mentors: [MentoringPage.Line]
    let addMentor: Action
    let trainees: [MentoringPage.Line]
    let addTrainee: Action
    let blocks: [MentoringPage.Line]
    let block: Action
    let organizers: [MentoringPage.Line]
    let addOrganizer: Action
    /// What lets it pause, or go on, and what ends it, or opens it again.
    let pauses: [Action]
    let proposals: [MentoringPage.Line]
    let hasProposals: Bool
    /// Asks the servers of the changes about them.
    let fetch: Action
    /// Moves somebody to another address.
    let move: Action

    /// What the page is about.
    struct Facts {
        let program: ProgramView
        let sessions: [SessionView]
        let freezes: [FreezeView]
        let mentors: [MentorView]
        let trainees: [TraineeView]
        let blocks: [BlockView]
        let organizers: [OrganizerView]
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
            .init(href: "\(api)/trainees/progress", label: "How far everybody is"),
            .init(href: "\(api)/log", label: "Who did what"),
            .init(href: "\(api)/mail", label: "What people wrote"),
            .init(href: "\(root)/me/organizing/\(program.name)/file", label: "The program’s file"),
        ]
        state =
            program.archived == true
            ? "It is archived: it can be read, and nothing is changed in it."
            : program.paused == true ? "It pauses: nobody and nothing is taken in, and no mail leaves." : nil
        let turn = { (session: SessionView) in
            MentoringPage.Turn(
                session: OwnSession(
                    session, in: program.regionTitles[session.region], session.statusInWords, now: facts.now,
                    in: frame, on: rules),
                actions: program.archived == true
                    ? [] : actions.leading(session, asMentor: false, at: facts.now, on: rules),
                whyNot: WhyNot(session, in: frame))
        }
        sessions = facts.sessions.filter { $0.end > facts.now }.map(turn)
        past = facts.sessions.filter { $0.end <= facts.now && $0.status != .cancelled }.reversed().map(turn)
        hasPast = !past.isEmpty
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
                words: [
                    mentor.name, program.regionTitles[mentor.region], mentor.zone.name, "\(mentor.email)",
                    mentor.slots == 0 ? "has published no time yet" : mentor.slots.counted("time"),
                ].joined(separator: ", "),
                actions: [
                    actions.button(
                        RemoveMentor(program: program.name, email: mentor.email), "Remove from the program",
                        about: mentor.name, isGrave: true, to: .look)
                ])
        }
        addMentor = actions.form(
            AddMentor.self, of: name, asking: ["name": "", "email": "", "zone": "", "weight": ""], "Add this mentor")
        trainees = facts.trainees.map { trainee in
            let letIn = JoinProgram(
                program: program.name, name: trainee.name, email: trainee.email, zone: trainee.zone.name)
            let remove = RemoveTrainee(program: program.name, email: trainee.email)
            let words = ["\(trainee.name), \(trainee.zone.name), \(trainee.email)", trainee.state.inWordsBesides]
            return .init(
                words: words.compactMap(\.self).joined(separator: ", "),
                actions: [
                    trainee.state == .asked ? actions.button(letIn, "Let them in", about: trainee.name) : nil,
                    trainee.state == .joined
                        ? actions.button(
                            remove, "Remove from the program", about: trainee.name, isGrave: true, to: .look) : nil,
                ].compactMap(\.self))
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
        organizers = facts.organizers.filter { $0.program == program.name }.map { organizer in
            .init(
                words: [organizer.name, "\(organizer.email)"].compactMap(\.self).joined(separator: ", "),
                actions: [
                    actions.button(
                        RemoveOrganizer(program: program.name, email: organizer.email), "Take their rights",
                        about: "\(organizer.email)", isGrave: true)
                ])
        }
        addOrganizer = actions.form(
            AddOrganizer.self, of: name, asking: ["email": ""], "Make them an organizer")
        pauses = [
            program.paused == true
                ? actions.button(ResumeProgram(program: program.name), "Let it go on", about: program.title)
                : actions.button(
                    PauseProgram(program: program.name), "Let it pause", about: program.title, isGrave: true),
            program.archived == true
                ? actions.button(ReopenProgram(program: program.name), "Open it again", about: program.title)
                : actions.button(
                    ArchiveProgram(program: program.name), "Archive it", about: program.title, isGrave: true, to: .look),
        ]
        proposals = facts.reviews.filter { $0.state == .proposed }.map { review in
            .init(
                words: "\(review.title), \(review.url)",
                actions: [actions.button(AcceptReview(review: review.id), "Accept it", about: review.title)])
        }
        hasProposals = !proposals.isEmpty
        fetch = actions.button(FetchChanges(program: program.name), "Ask the servers about the changes under review")
        move = actions.form(
            MovePerson.self, of: [:], asking: ["old": "", "new": "", "merge": "", "keep": ""],
            "See what moving them would do", to: .look)
    }
}

extension JoinState {
    /// What is said beside somebody's name; nil for whoever is in.
    fileprivate var inWordsBesides: String? {
        switch self {
        case .joined: nil
        case .invited: "invited, and has not come yet"
        case .asked: "asks to join"
        }
    }
}
