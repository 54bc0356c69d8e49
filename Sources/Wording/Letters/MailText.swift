package import CivilTime
package import Mentoring
import TimeZoneCatalog

/// What a mail says, for its templates: nothing but what the addressee may know.
///
/// None of its texts holds a line break.
package struct MailText: Encodable {
    /// Something that the addressee can do, and the command or the link that does it.
    package struct Advice: Encodable {
        package let text: String
        package var command: String?
        package var link: String?

        init(text: String, command: String? = nil, link: String? = nil) {
            self.text = text
            self.command = command
            self.link = link
        }

        /// What somebody can do, by its link if it has one, else by the command as it is in their name.
        init(_ step: Step, by reader: Person, of program: Program, with links: MailLinks) throws {
            let link = try links.address(of: step.link, in: program)
            self.init(
                text: step.text, command: link == nil ? step.command.map { "\($0) \(MailText.identity(reader))" } : nil,
                link: link)
        }
    }

    package let subject: String
    package let reader: String
    package let lead: String
    package let title: String
    /// The full code of the session or the week, by which it is known everywhere.
    package let code: String
    package let when: String
    /// Nil for what has no hour.
    package let zone: String?
    /// Nil for what nobody leads.
    package let mentor: String?
    /// Nil for what is nowhere.
    package let location: String?
    /// What the session is about, and where that is.
    package let review: String?
    package let reviewAddress: String?
    /// Which revision of it everybody reads.
    package let edition: String?
    /// What the mentor asks about it, line by line.
    package let questions: [String]
    package let hasQuestions: Bool
    package let reason: String?
    /// Further sentences about the facts.
    package let notes: [String]
    package let calendar: String?
    package let advice: [Advice]
    /// Until what its links work that are the addressee's alone; nil where it holds none.
    package let linksEnd: String?
    package let program: String
    package let contact: String

    /// The text of a notice, with every time as the addressee's clock shows it.
    package init(_ notice: SessionNotice, in rules: ZoneRules, with links: MailLinks) throws {
        let (invitation, program) = (notice.invitation, notice.program)
        let words = NoticeWords(notice)
        // Every invitation has the link by which its reader says whether they come, or lead; of what ends, only what could go on.
        let isTheirsToSay = invitation.method == .request || words.command != nil
        let link =
            isTheirsToSay
            ? try links.link(to: invitation.role == .mentor ? .lead(notice.session.id) : .attend(notice.session.id))
            : nil
        var notes: [String] = []
        var advice: [Advice] = []
        if let confirmBy = notice.confirmBy {
            let local = rules.local(at: confirmBy)
            notes.append(
                "Please say by \(local.date.inShort) \(local.time), your time, whether you come; after that it goes to"
                    + " whoever waits next.")
            advice.append(
                link == nil
                    ? Advice(
                        text: "To keep the seat, accept the invitation in your calendar, or",
                        command: Self.command(.enroll, notice.session, invitation.person))
                    : Advice(
                        text:
                            "To keep the seat, or to leave it to somebody else, answer the invitation in your calendar, or",
                        link: link))
        }
        if invitation.role == .mentor, invitation.method == .request, notice.session.pick == nil,
            let due = program.pickDue(for: notice.session)
        {
            let local = rules.local(at: due)
            let pick = try links.link(to: .pick(notice.session.id))
            let way = pick == nil ? ", with: meridian review pick \(notice.session.code) …" : "."
            notes.append("Please pick its review by \(local.date.inShort) \(local.time), your time\(way)")
            if pick != nil { advice.append(Advice(text: "To see what is proposed, and to pick one:", link: pick)) }
        }
        if let planned = notice.planned, planned != notice.session.start {
            let local = rules.local(at: planned)
            let since = notice.occasion == .announced ? "as long as it was only planned, " : ""
            notes.append(
                "It has moved: \(since)it was to begin on \(local.date.inShort) at \(local.time), your time.")
        }
        let clash = ClashWords(notice)
        if let clash { notes.append(clash.note) }
        if let text = words.advice, link == nil || notice.confirmBy == nil {
            let isByLink = link != nil && (words.command != nil || words.adviceWithLink != nil)
            advice.append(
                Advice(
                    text: link.flatMap { _ in words.adviceWithLink } ?? text,
                    command: isByLink ? nil : words.command.map { Self.command($0, notice.session, invitation.person) },
                    link: isByLink ? link : nil))
        }
        if let link, !advice.contains(where: { $0.link == link }) {
            let part = invitation.role == .mentor ? "lead it" : "come"
            advice.append(Advice(text: "To say whether you \(part):", link: link))
        }
        advice += try (clash?.steps ?? []).map {
            try Advice($0, by: invitation.person, of: program, with: links)
        }
        self.init(
            heading: words.heading, lead: words.lead, reader: invitation.person, session: notice.session,
            program: program, in: rules,
            reason: notice.occasion == .cancelled ? notice.session.cancellation : nil, notes: notes,
            calendar: invitation.method == .cancel
                ? "The attached message takes it out of your calendar."
                : "The attached invitation puts it into your calendar. Should anything change, we write to you.",
            advice: advice, hasOwnLinks: link != nil)
    }

    /// The text of a letter, with every time as the addressee's clock shows it.
    package init(_ letter: Letter, in rules: ZoneRules, with links: MailLinks) throws {
        let words = LetterWords(letter, in: rules, withLinks: links.areKnown)
        self.init(
            heading: words.heading, lead: words.lead, reader: letter.reader, session: letter.session,
            program: letter.program, in: rules, notes: words.notes,
            advice: try words.advice.map { try Advice($0, by: letter.reader, of: letter.program, with: links) },
            hasOwnLinks: links.areKnown && words.advice.contains { $0.link?.isOwn == true })
    }

    private init(
        heading: String, lead: String, reader: Person, session: Session, program: Program, in rules: ZoneRules,
        reason: String? = nil, notes: [String], calendar: String? = nil, advice: [Advice],
        hasOwnLinks: Bool
    ) {
        let start = rules.local(at: session.start)
        let end = rules.local(at: session.end)
        let region = program.regionTitles[session.code.region]
        title = OneLine.shown("\(program.title) · \(region), week \(session.code.week)")
        code = "\(session.code)"
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
        hasQuestions = !questions.isEmpty
        self.reason = reason.map(OneLine.shown)
        self.notes = notes.map(OneLine.shown)
        self.calendar = calendar
        self.advice = advice
        linksEnd = hasOwnLinks ? "\(session.code) begins" : nil
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
