import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Mustache
import TimeZoneCatalog

/// What a mail says, for its templates: nothing but what the addressee may know.
///
/// None of its texts holds a line break.
struct MailText {
    /// Something that the addressee can do, and the command that does it.
    struct Advice {
        let text: String
        var command: String?

        init(text: String, command: String? = nil) {
            self.text = text
            self.command = command
        }

        /// What somebody can do, with the command as it is in their name.
        init(_ step: (text: String, command: String?), by reader: Person) {
            self.init(text: step.text, command: step.command.map { "\($0) \(MailText.identity(reader))" })
        }
    }

    let subject: String
    let reader: String
    let lead: String
    let title: String
    let when: String
    /// Nil for what has no hour.
    let zone: String?
    /// Nil for what nobody leads.
    let mentor: String?
    let location: String
    /// What the session is about, and where that is.
    let review: String?
    let reviewAddress: String?
    /// Which revision of it everybody reads.
    let edition: String?
    /// What the mentor asks about it, line by line.
    let questions: [String]
    let reason: String?
    /// Further sentences about the facts.
    let notes: [String]
    let calendar: String?
    let advice: [Advice]
    let program: String
    let contact: String

    /// The text of a notice, with every time as the addressee's clock shows it.
    init(_ notice: SessionNotice, in rules: ZoneRules) {
        let invitation = notice.invitation
        let words = NoticeWords(notice)
        var notes: [String] = []
        var advice: [Advice] = []
        if let confirmBy = notice.confirmBy {
            let local = rules.local(at: confirmBy)
            notes.append(
                "Please say by \(local.date.inShort) \(local.time), your time, whether you come; after that it goes to"
                    + " whoever waits next.")
            advice.append(
                Advice(
                    text: "To keep the seat, accept the invitation in your calendar, or",
                    command: Self.command(.enroll, notice.session, invitation.person)))
        }
        if invitation.role == .mentor, invitation.method == .request, notice.session.pick == nil,
            let due = notice.program.pickDue(for: notice.session)
        {
            let local = rules.local(at: due)
            notes.append(
                "Please pick its review by \(local.date.inShort) \(local.time), your time, with: meridian review pick \(notice.session.code) …"
            )
        }
        if let planned = notice.planned, planned != notice.session.start {
            let local = rules.local(at: planned)
            notes.append(
                "It has moved: as long as it was only planned, it was to begin on \(local.date.inShort) at \(local.time), your"
                    + " time.")
        }
        let clash = ClashWords(notice)
        if let clash { notes.append(clash.note) }
        if let text = words.advice {
            advice.append(
                Advice(
                    text: text, command: words.command.map { Self.command($0, notice.session, invitation.person) }))
        }
        advice += (clash?.steps ?? []).map { Advice($0, by: invitation.person) }
        self.init(
            heading: words.heading, lead: words.lead, reader: invitation.person, session: notice.session,
            program: notice.program, in: rules,
            reason: notice.occasion == .cancelled ? notice.session.cancellation : nil, notes: notes,
            calendar: invitation.method == .cancel
                ? "The attached message takes it out of your calendar."
                : "The attached invitation puts it into your calendar. Should anything change, we write to you.",
            advice: advice)
    }

    /// The text of a letter, with every time as the addressee's clock shows it.
    init(_ letter: Letter, in rules: ZoneRules) {
        let words = LetterWords(letter, in: rules)
        self.init(
            heading: words.heading, lead: words.lead, reader: letter.reader, session: letter.session,
            program: letter.program, in: rules, notes: words.notes,
            advice: words.advice.map { Advice($0, by: letter.reader) })
    }

    private init(
        heading: String, lead: String, reader: Person, session: Session, program: Program, in rules: ZoneRules,
        reason: String? = nil, notes: [String], calendar: String? = nil, advice: [Advice]
    ) {
        let start = rules.local(at: session.start)
        let end = rules.local(at: session.end)
        let region = program.regionTitles[session.code.region]
        title = OneLine.shown("\(program.title) · \(region), week \(session.code.week)")
        subject = "\(heading): \(title) · \(start.date.inShort) \(start.time) \(rules.id)"
        self.reader = OneLine.shown(reader.name)
        self.lead = lead
        when = "\(start.date.inWords), \(start.time)–\(end.time)\(start.date == end.date ? "" : " the next day")"
        zone = "\(rules.id) time\(Self.which(session.start, of: start, in: rules))"
        mentor = OneLine.shown(session.mentor.name)
        location = OneLine.shown(session.location)
        review = session.pick.map { OneLine.shown($0.review.title) }
        reviewAddress = session.pick?.url
        edition = session.pick?.edition
        questions = session.pick?.questions.map(OneLine.shown) ?? []
        self.reason = reason.map(OneLine.shown)
        self.notes = notes.map(OneLine.shown)
        self.calendar = calendar
        self.advice = advice
        self.program = OneLine.shown(program.title)
        contact = program.contact.description
    }

    /// Which of two, where clocks go back and show the hour twice.
    private static func which(_ instant: Instant, of local: LocalDateTime, in rules: ZoneRules) -> String {
        guard case .overlap(let overlap) = rules.resolve(local) else { return "" }
        return ", the \(instant == overlap.earlier ? "first" : "second") \(local.time) of that day"
    }

    private static func command(_ command: NoticeWords.Command, _ session: Session, _ person: Person) -> String {
        "meridian \(command.rawValue) \(session.code) \(identity(person))"
    }

    static func identity(_ person: Person) -> String { "--as \(ShellWord.quoted(person.email.description))" }
}

/// The names that the templates know; asked for one by one, since finding them by reflection takes most of a mail's time.
extension MailText: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "subject": subject
        case "reader": reader
        case "lead": lead
        case "title": title
        case "when": when
        case "zone": zone
        case "mentor": mentor
        case "location": location
        case "review": review
        case "reviewAddress": reviewAddress
        case "edition": edition
        case "questions": questions
        case "hasQuestions": !questions.isEmpty
        case "reason": reason
        case "notes": notes
        case "calendar": calendar
        case "advice": advice
        case "program": program
        case "contact": contact
        default: nil
        }
    }
}

extension MailText.Advice: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "command": command
        default: nil
        }
    }
}
