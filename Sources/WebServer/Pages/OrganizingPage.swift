import CivilTime
import Hummingbird
import Mentoring
import MentoringAPI
import Pictures
import Wording

/// What an organizer does in a program, for its template.
struct OrganizingPage: Encodable {
    let frame: PageFrame
    let program: String
    let programHref: String
    let ways: [Way]
    /// Whether it pauses or is archived, in words.
    let state: String?
    /// What is to be done first, while nothing is planned.
    let firstSteps: FirstSteps?
    let sessions: [MentoringPage.Turn]
    let past: [MentoringPage.Turn]
    let hasPast: Bool
    let freezes: [MentoringPage.Line]
    let freeze: Action
    let freezeHolidays: Action
    let mentors: [MentoringPage.Line]
    let addMentor: Action
    /// The times that they have published.
    let slots: [MentoringPage.Line]
    let hasSlots: Bool
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

    /// How far a program is that has no plan yet, and what comes next.
    struct FirstSteps: Encodable {
        let lines: [String]
        /// What asks the mentors for their times; nil where nobody is to be asked.
        let invite: Action?
        /// Where it is planned; nil while there is nothing to plan.
        let plan: String?
    }

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
        /// Everybody's times.
        let slots: [SlotView]
        /// What was done last in the program.
        let deeds: Deeds
        /// Whether a season can be planned of which nothing is, or why that is not known now.
        let readiness: Result<ReadinessView, HTTPError>?
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
        let api = "programs/\(program.name)"
        ways = [
            .init(href: "\(root)/me/plan/\(program.name)", label: "Plan the season"),
            .init(href: frame.seeing("\(api)/report"), label: ReportSeason.title),
            .init(href: frame.seeing("\(api)/forecast"), label: ForecastSeason.title),
            .init(href: frame.seeing("\(api)/health"), label: ShowHealth.title),
            .init(href: frame.seeing("\(api)/trainees/progress"), label: ListProgress.title),
            .init(href: "\(root)/me/log/\(program.name)", label: "Who did what"),
            .init(href: frame.seeing("\(api)/mail"), label: ListWrittenMail.title),
            .init(href: frame.seeing("\(api)/outbox"), label: ListProgramOutbox.title),
            .init(href: "\(root)/me/organizing/\(program.name)/file", label: "The program’s file"),
        ]
        state = program.restNote
        let plan = "\(root)/me/plan/\(program.name)"
        firstSteps = facts.readiness.map { readiness in
            switch readiness {
            case .success(let ready):
                FirstSteps(
                    lines: AnswerPart.of(ready, below: "First steps", on: rules).flatMap(\.lines),
                    invite: ready.missing.isEmpty || !ready.isAnyLeft || program.paused == true
                        ? nil
                        : actions.button(
                            InviteMentors(program: program.name), "Ask the mentors for their times", to: .look),
                    plan: ready.isAny ? plan : nil)
            case .failure(let error):
                FirstSteps(
                    lines: [ReadinessView.unknown] + Problem(error).sentences,
                    invite: nil, plan: plan)
            }
        }
        let turn = { (session: SessionView) in
            MentoringPage.Turn(
                session: OwnSession(
                    session, in: program.regionTitles[session.region], session.statusInWords, now: facts.now,
                    in: frame, on: rules),
                actions: actions.leading(session, asMentor: false, at: facts.now, on: rules),
                whyNot: WhyNot(session, in: frame),
                choice: MentoringPage.choice(of: session, in: program, at: facts.now, in: frame),
                deeds: facts.deeds.lines(session.code))
        }
        sessions = facts.sessions.filter { $0.end > facts.now }.map(turn)
        past = facts.sessions.filter { $0.end <= facts.now && $0.status != .cancelled }.reversed().map(turn)
        hasPast = !past.isEmpty
        freezes = facts.freezes.map { freeze in
            let words = freeze.line(calling: program.regionTitles)
            return .init(
                words: words, done: facts.deeds.last("\(freeze.id)", by: ["addFreeze", "importFreezes"]),
                actions: [
                    actions.button(
                        RemoveFreeze(freeze: freeze.id), "Remove it", about: words, isGrave: true, to: .look)
                ])
        }
        freeze = actions.form(
            AddFreeze.self, of: name, asking: ["from": "", "to": "", "reason": "", "regions": ""],
            "See what freezing them would mean", to: .look)
        freezeHolidays = actions.form(
            ImportFreezes.self, of: name, asking: ["calendar": "", "regions": ""], "See what that would freeze",
            to: .look)
        mentors = facts.mentors.map { mentor in
            .init(
                words: mentor.line(calling: program.regionTitles), done: facts.deeds.last("\(mentor.email)"),
                actions: [
                    actions.terms(
                        mentor.maxPerMonth, mentor.minGapWeeks,
                        of: name.merging(["email": .text("\(mentor.email)")]) { first, _ in first },
                        about: mentor.name),
                    actions.button(
                        RemoveMentor(program: program.name, email: mentor.email), "Remove from the program",
                        about: mentor.name, isGrave: true, to: .look),
                ])
        }
        addMentor = actions.form(
            AddMentor.self, of: name, asking: ["name": "", "email": "", "zone": "", "weight": "1"], "Add this mentor",
            to: .look)
        slots = facts.slots.map { slot in
            let words = "\(slot.mentor): \(slot.line)"
            return .init(
                words: words,
                done: facts.deeds.last(
                    "\(slot.id)", by: ["publishSlot", "importSlots", "restoreSlotDates"]),
                actions: [
                    actions.button(WithdrawSlot(slot: slot.id), "Withdraw it", about: words, isGrave: true, to: .look)
                ])
        }
        hasSlots = !slots.isEmpty
        trainees = facts.trainees.map { trainee in
            let letIn = JoinProgram(
                program: program.name, name: trainee.name, email: trainee.email, zone: trainee.zone.name)
            let remove = RemoveTrainee(program: program.name, email: trainee.email)
            return .init(
                words: trainee.line, done: facts.deeds.last("\(trainee.email)"),
                actions: [
                    trainee.state == .asked
                        ? actions.button(letIn, "Let them in", about: trainee.name, to: .look) : nil,
                    trainee.state == .joined
                        ? actions.button(
                            remove, "Remove from the program", about: trainee.name, isGrave: true, to: .look) : nil,
                ].compactMap(\.self), ways: trainee.state == .joined ? Self.ways(to: trainee, in: program, frame) : [])
        }
        addTrainee = actions.form(
            JoinProgram.self, of: name, asking: ["name": "", "email": "", "zone": ""], "Let them in", to: .look)
        blocks = facts.blocks.map { blocked in
            .init(
                words: "\(blocked.email)", done: facts.deeds.last("\(blocked.email)", by: ["blockPerson"]),
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
                done: facts.deeds.last("\(organizer.email)"),
                actions: [
                    // Whoever gives up their own comes back to a page that is still theirs.
                    (organizer.email == actions.visitor.person.email
                        ? Actions(for: actions.visitor, root: root, page: "/me", isInArchive: program.archived == true)
                        : actions).button(
                            RemoveOrganizer(program: program.name, email: organizer.email), "Take their rights",
                            about: "\(organizer.email)", isGrave: true, to: .look)
                ])
        }
        addOrganizer = actions.form(
            AddOrganizer.self, of: name, asking: ["email": ""], "Make them an organizer", to: .look)
        pauses = [
            program.paused == true
                ? actions.button(ResumeProgram(program: program.name), "Let it go on", about: program.title, to: .look)
                : actions.button(
                    PauseProgram(program: program.name), "Let it pause", about: program.title, isGrave: true, to: .look),
            program.archived == true
                ? actions.button(ReopenProgram(program: program.name), "Open it again", about: program.title, to: .look)
                : actions.button(
                    ArchiveProgram(program: program.name), "Archive it", about: program.title, isGrave: true, to: .look),
        ]
        // What everybody sees needs no word any more.
        proposals = facts.reviews.filter { $0.state == .proposed && !$0.seen }.map { review in
            .init(
                words: "\(review.title), \(review.url)",
                done: facts.deeds.last("\(review.id)", by: ["proposeReview"]),
                actions: [actions.button(AcceptReview(review: review.id), "Accept it", about: review.title, to: .look)])
        }
        hasProposals = !proposals.isEmpty
        fetch = actions.button(FetchChanges(program: program.name), "Ask the servers about the changes under review")
        move = actions.form(
            MovePerson.self, of: [:], asking: ["old": "", "new": "", "merge": "", "keep": ""],
            "See what moving them would do", to: .look)
    }
}

extension OrganizingPage {
    /// Where it is said how far a trainee has come.
    private static func ways(to trainee: TraineeView, in program: ProgramView, _ frame: PageFrame) -> [Way] {
        let person = "person=\("\(trainee.email)".percentEncoded(keeping: ""))"
        return [
            Way(href: frame.seeing("programs/\(program.name)/progress?\(person)"), label: ShowProgress.title),
            Way(href: "\(frame.root)/me/evidence/\(program.name)?\(person)", label: "Evidence"),
        ]
    }
}
