import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

/// What a mentor does in a program, for its template.
struct MentoringPage: Encodable {
    /// Something of theirs, and what they can do about it.
    struct Line: Encodable {
        let words: String
        /// What was done to it last, by whom and when, for whoever may know.
        var done: String?
        let actions: [Action]
        /// What more there is to be read of it.
        var ways: [Way] = []
    }

    /// A session that they lead, or led.
    struct Turn: Encodable {
        let session: OwnSession
        let actions: [Action]
        let whyNot: WhyNot
        /// Where its review is chosen, while that can be.
        let choice: String?
        /// What was done to it, by whom and when, for whoever may know.
        var deeds: [String] = []
    }

    let frame: PageFrame
    let program: String
    let programHref: String
    let zoneName: String
    let turns: [Turn]
    /// Theirs that are called off, and could take place after all.
    let calledOff: [Turn]
    let hasCalledOff: Bool
    let led: [Turn]
    let hasLed: Bool
    let answers: [Answers]
    let hasAnswers: Bool
    let slots: [Line]
    let publish: Action
    let takeFromCalendar: Action
    let leaveOutBusy: Action
    let absences: [Line]
    let beAway: Action
    let offers: [Line]
    let hasOffers: Bool
    let duties: [Line]
    let hasDuties: Bool
    let volunteering: [Line]
    let hasVolunteering: Bool
    /// Where it is asked why they do not lead in a week.
    let whyNot: WhyNot
    let terms: Action
    let reports: [Way]

    /// What somebody wrote who could not come, until it is signed off.
    struct Answers: Encodable {
        let person: String
        let session: String
        let text: String
        let signOff: Action
    }

    /// What the page is about.
    struct Facts {
        let program: ProgramView
        let own: OwnPage
        let slots: [SlotView]
        let absences: [AwayView]
        let offers: [SwapOfferView]
        /// What waits to be signed off.
        let answers: [AnswersView]
        let volunteering: [Volunteering]
        /// Theirs, which nobody else is shown.
        let email: EmailAddress
    }

    /// - Parameters:
    ///   - facts: what the page is about.
    ///   - actions: makes the buttons.
    ///   - frame: what is around it.
    ///   - rules: the mentor's clock.
    init(_ facts: Facts, _ actions: Actions, in frame: PageFrame, on rules: ZoneRules) {
        let (program, own) = (facts.program, facts.own)
        let name: [String: JSONValue] = ["program": .text(program.name)]
        let turn = { (entry: OwnPage.Entry) in
            Turn(
                session: OwnSession(
                    entry.session, in: entry.regionTitle,
                    SessionPart(entry.part, entry.standing, in: entry.session, at: own.asOf).words,
                    now: own.asOf, in: frame, on: rules),
                actions: actions.leading(entry.session, asMentor: true, at: own.asOf, on: rules),
                whyNot: WhyNot(entry.session, in: frame),
                choice: Self.choice(of: entry.session, in: program, at: own.asOf, in: frame))
        }
        self.frame = frame
        self.program = program.title
        programHref = "\(frame.root)/\(program.name)"
        zoneName = own.zone.name
        turns = own.next.filter { $0.part == .leads && $0.session.program == program.name }.map(turn)
        calledOff = own.calledOff.filter { $0.session.program == program.name }.map(turn)
        hasCalledOff = !calledOff.isEmpty
        led = own.led.filter { $0.session.program == program.name }.reversed().map(turn)
        hasLed = !led.isEmpty
        answers = facts.answers.map { answers in
            Answers(
                person: answers.name, session: answers.session, text: answers.text,
                signOff: actions.button(
                    SignOffAnswers(session: answers.session, person: WrittenPerson(answers.name)), "Sign them off",
                    about: "\(answers.name), \(answers.session)"))
        }
        hasAnswers = !answers.isEmpty
        slots = facts.slots.map { slot in
            let words = slot.line
            return Line(
                words: words,
                actions: (slot.except.isEmpty
                    ? []
                    : [actions.button(RestoreSlotDates(slot: slot.id), "Take its days back in", about: words)]) + [
                        actions.button(
                            WithdrawSlot(slot: slot.id), "Withdraw it", about: words, isGrave: true, to: .look)
                    ])
        }
        publish = actions.form(
            PublishSlot.self, of: name, asking: ["when": "", "from": "", "until": "", "prefer": ""],
            "See its next dates", to: .look)
        takeFromCalendar = actions.form(
            ImportSlots.self, of: name, asking: ["calendar": ""], "See what it would take", to: .look)
        leaveOutBusy = actions.form(
            ImportBusyTimes.self, of: name, asking: ["calendar": ""], "See which dates it would leave out", to: .look)
        absences = facts.absences.map { away in
            let remove = actions.button(RemoveAway(away: away.id), "Remove it", about: away.days, isGrave: true)
            return Line(words: away.line, actions: [remove])
        }
        beAway = actions.form(
            AddAway.self, of: [:], asking: ["from": "", "to": ""], "See what being away would mean",
            to: .look)
        offers = facts.offers.map { Line($0, by: actions) }
        hasOffers = !offers.isEmpty
        duties = own.duties.filter { $0.program == program.name }.map { turn in
            Line(words: turn.line, actions: [actions.handingOn(turn)])
        }
        volunteering = facts.volunteering.filter { $0.program == program.name }.map { Line($0, by: actions) }
        hasVolunteering = !volunteering.isEmpty
        whyNot = WhyNot(of: facts.email, in: program.name, in: frame)
        hasDuties = !duties.isEmpty
        let agreed = own.offices.first { $0.program == program.name }?.terms
        terms = actions.terms(agreed?.maxPerMonth, agreed?.minGapWeeks, of: name)
        reports = [
            Way(href: "\(frame.root)/me/reviews/\(program.name)", label: "Reviews: propose and vote"),
            Way(
                href: frame.seeing("programs/\(program.name)/trainees/progress"), label: ListProgress.title),
        ]
    }
}

extension MentoringPage {
    /// Where the review of a session is chosen; nil where it stays as it is.
    static func choice(
        of session: SessionView, in program: ProgramView, at now: Instant, in frame: PageFrame
    ) -> String? {
        session.isUpcoming(at: now) && program.archived != true
            ? "\(frame.root)/me/reviews/\(session.program)/\(session.code)" : nil
    }
}

extension Actions {
    /// How often a mentor leads, with what is in force.
    ///
    /// - Parameters:
    ///   - maxPerMonth: the most sessions in a calendar month; nil where it is not known.
    ///   - minGapWeeks: the least number of weeks between turns.
    ///   - known: in which program, and whose, if they are another's.
    ///   - subject: whose, for people.
    /// - Returns: the form, which shows first what another number would do.
    func terms(
        _ maxPerMonth: Int?, _ minGapWeeks: Int?, of known: [String: JSONValue], about subject: String = ""
    ) -> Action {
        form(
            SetMentor.self, of: known,
            asking: [
                "maxPerMonth": maxPerMonth.map { "\($0)" } ?? "", "minGapWeeks": minGapWeeks.map { "\($0)" } ?? "",
            ], "See what these terms would change", about: subject, to: .look)
    }
}
