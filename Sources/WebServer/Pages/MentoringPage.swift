import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog

/// What a mentor does in a program, for its template.
struct MentoringPage {
    /// Something of theirs, and what they can do about it.
    struct Line {
        let words: String
        /// What was done to it last, by whom and when, for whoever may know.
        var done: String?
        let actions: [Action]
    }

    /// A session that they lead, or led.
    struct Turn {
        let session: OwnSession
        let actions: [Action]
        /// What was done to it, by whom and when, for whoever may know.
        var deeds: [String] = []
    }

    let frame: PageFrame
    let program: String
    let programHref: String
    let zoneName: String
    let turns: [Turn]
    let led: [Turn]
    let hasLed: Bool
    let answers: [Answers]
    let hasAnswers: Bool
    let slots: [Line]
    let publish: Action
    let takeFromCalendar: Action
    let absences: [Line]
    let beAway: Action
    let offers: [Line]
    let hasOffers: Bool
    let duties: [Line]
    let hasDuties: Bool
    let terms: Action
    let reports: [Way]

    /// What somebody wrote who could not come, until it is signed off.
    struct Answers {
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
                actions: actions.leading(entry.session, asMentor: true, at: own.asOf))
        }
        self.frame = frame
        self.program = program.title
        programHref = "\(frame.root)/\(program.name)"
        zoneName = own.zone.name
        turns = own.next.filter { $0.part == .leads && $0.session.program == program.name }.map(turn)
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
            let words = slot.words
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
        absences = facts.absences.map { away in
            let words = "\(away.from.inShort) to \(away.to.inShort)\(away.program.map { ", in \($0)" } ?? "")"
            let affected = away.affects.isEmpty ? "" : "; you lead \(away.affects.joined(separator: ", ")) then"
            return Line(
                words: words + affected,
                actions: [actions.button(RemoveAway(away: away.id), "Remove it", about: words, isGrave: true)])
        }
        beAway = actions.form(AddAway.self, of: [:], asking: ["from": "", "to": ""], "See what that means", to: .look)
        offers = facts.offers.map { Line($0, by: actions) }
        hasOffers = !offers.isEmpty
        duties = own.duties.filter { $0.program == program.name }.map { turn in
            let words = "\(turn.title), \(turn.from.inShort) to \(turn.to.inShort)"
            return Line(
                words: words + (turn.isOffered ? "; offered to the others" : ""),
                actions: [
                    turn.isOffered
                        ? actions.button(WithdrawDutyTurn(turn: turn.code), "Keep it", about: words)
                        : actions.button(OfferDutyTurn(turn: turn.code), "Offer it to the others", about: words)
                ])
        }
        hasDuties = !duties.isEmpty
        let agreed = own.offices.first { $0.program == program.name }?.terms
        terms = actions.terms(agreed?.maxPerMonth, agreed?.minGapWeeks, of: name)
        reports = [
            Way(href: "\(frame.root)/me/reviews/\(program.name)", label: "Reviews: propose and vote"),
            Way(
                href: "\(frame.root)/me/see/programs/\(program.name)/trainees/progress",
                label: "How far everybody is"),
        ]
    }
}

extension SlotView {
    /// When it is, and from when to when.
    var words: String {
        let days = [from.map { "from \($0.inShort)" }, until.map { "until \($0.inShort)" }]
        let left = except.isEmpty ? nil : "without \(except.count) of its days"
        return ([summary, zone.name] + days + [left]).compactMap(\.self).joined(separator: ", ")
    }
}

extension MentoringPage.Line {
    /// A turn that is offered, to whoever may take it or take it back, or to nobody who can do anything about it.
    fileprivate init(_ offer: SwapOfferView, by actions: Actions) {
        let state =
            offer.acceptedBy.map { "taken by \($0), and can be undone until it is announced" }
            ?? "offered by \(offer.from)"
        words = "\(offer.session), \(state)"
        if offer.isYours == true {
            self.actions = [
                actions.button(WithdrawSwap(offer: offer.id), "Take it back", about: offer.session, to: .look)
            ]
        } else if offer.isForYou == true {
            self.actions = [actions.button(AcceptSwap(offer: offer.id), "Lead it", about: offer.session, to: .look)]
        } else {
            self.actions = []
        }
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
            ], "See what that means", about: subject, to: .look)
    }

    /// What whoever leads a session, or organizes its program, can do about it.
    func leading(_ session: SessionView, asMentor isTheirs: Bool, at now: Instant) -> [Action] {
        guard session.status != .cancelled else {
            let reinstate = ReinstateSession(session: session.code)
            return session.start <= now
                ? [] : [button(reinstate, "Let it take place after all", about: session.code, to: .look)]
        }
        return session.start > now ? beforehand(session, asMentor: isTheirs) : afterwards(session)
    }

    private func beforehand(_ session: SessionView, asMentor isTheirs: Bool) -> [Action] {
        let (code, known) = (session.code, ["session": JSONValue.text(session.code)])
        let offer = isTheirs ? button(OfferSwap(session: code), "Offer it to the others", about: code, to: .look) : nil
        let move =
            session.status == .announced
            ? form(
                MoveSession.self, of: known, asking: ["to": "\(session.localStart)"],
                "Move it, on the clock of \(session.zone)", about: code, to: .look) : nil
        let cancel = form(
            CancelSession.self, of: known, asking: ["reason": ""], "Call it off", about: code, isGrave: true, to: .look)
        let pick = form(
            PickReview.self, of: known, asking: ["url": "", "title": ""], "Review this change in it", about: code,
            to: .look)
        let note = session.review.map { review in
            form(
                NoteQuestions.self, of: known, asking: ["text": review.questions.joined(separator: "\n")],
                "Save the questions", about: code, to: .look)
        }
        return [offer, move, cancel, pick, note].compactMap(\.self)
    }

    private func afterwards(_ session: SessionView) -> [Action] {
        // What was recorded stays: a log may have said it.
        let known: [String: JSONValue] = ["session": .text(session.code), "also": .flag(true)]
        return [
            form(
                RecordAttendance.self, of: known, asking: ["present": "", "absent": "", "log": ""],
                "Add to the record", about: session.code),
            form(RecordCoLeaders.self, of: known, asking: ["people": ""], "Record who led along", about: session.code),
        ]
    }
}
