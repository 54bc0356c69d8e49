import CivilTime
public import Mentoring
import TimeZoneCatalog

/// Something of which somebody is told once: what, and of which state of things.
public struct Told: Hashable, Sendable {
    /// What is told; the raw value is kept.
    public enum Matter: String, Sendable, CaseIterable {
        case dayBefore = "day-before"
        case hourBefore = "hour-before"
        case pickDue = "pick-due"
        case answersWait = "answers-wait"
        case askedToJoin = "asked-to-join"
        case passedOver = "passed-over"
        case askedByMail = "asked-by-mail"
        case refusedByMail = "refused-by-mail"
        case answerCame = "answer-ahead"
        case askedToLead = "asked-to-lead"
        case didByMail = "did-by-mail"
        case askedWithoutProof = "asked-without-proof"
        case goOn = "go-on"
        case invitedToDuty = "invited-to-duty"
        case answeredDuty = "answered-duty"
        case answeredByMail = "answered-by-mail"
        case declinedDuty = "declined-duty"
        case askedForDuty = "asked-for-duty"
        case offeredDuty = "offered-duty"
        case notHeld = "not-held"
        case calledOffByMentor = "called-off-by-mentor"
        case offeredByNo = "offered-by-no"
        case askedForTimes = "asked-for-times"
    }

    /// What is told.
    public let matter: Matter
    /// Of what, as far as it is worth telling again once that is another.
    public let about: String
    /// Who is told, where others may be told of the same.
    public let reader: Identifier<Person>?

    private init(_ matter: Matter, about: String, reader: Person? = nil) {
        self.matter = matter
        self.about = about
        self.reader = reader?.id
    }

    /// That a session is near; one that moves is worth another reminder.
    public static func reminder(_ kind: Reminder, of session: Session, to reader: Person) -> Told {
        let matter: Matter =
            switch kind {
            case .day: .dayBefore
            case .hour: .hourBefore
            }
        return Told(matter, about: "\(session.id) \(session.start.secondsSinceEpoch)", reader: reader)
    }

    /// That its mentor is to pick a review for a session.
    public static func pickDue(for session: Session) -> Told {
        Told(.pickDue, about: "\(session.id)", reader: session.mentor)
    }

    /// That somebody's written answers wait to be signed off.
    public static func answersWait(_ answers: WrittenAnswers) -> Told {
        Told(.answersWait, about: "\(answers.session) \(answers.person.id)")
    }

    /// That a free seat passed by somebody who is elsewhere at that time.
    public static func passedOver(in session: Session, for other: Session, _ reader: Person) -> Told {
        Told(.passedOver, about: "\(session.id) \(other.id)", reader: reader)
    }

    /// That a session was not held, since nobody announced it before its hour.
    static func notHeld(_ session: Session, _ reader: Person) -> Told {
        Told(.notHeld, about: "\(session.id)", reader: reader)
    }

    /// That the one who leads a session has called it off; when it is off once more, that is told again.
    static func calledOffByMentor(_ session: Session) -> Told {
        Told(.calledOffByMentor, about: "\(session.id) \(session.sequence)", reader: session.mentor)
    }

    /// That somebody asks to be let into a program.
    public static func askedToJoin(_ program: Program) -> Told { Told(.askedToJoin, about: program.name) }

    /// That a mentor was asked to publish their times in a program.
    static func askedForTimes(_ mentor: Person, in program: Program) -> Told {
        Told(.askedForTimes, about: program.name, reader: mentor)
    }

    /// That an answer was taken, so that it is known when it comes again.
    ///
    /// A clock that stands still gives another answer the same DTSTAMP: of those the one received last counts.
    static func answered(_ answer: CalendarAnswer, to invitation: Invitation) -> Told {
        let time = answer.proposedStart.map { " \($0.secondsSinceEpoch)" } ?? ""
        return Told(
            .answerCame,
            about: "\(invitation.session) \(answer.stamp.secondsSinceEpoch) "
                + "\(answer.method.rawValue) \(answer.participation.rawValue)\(time)",
            reader: invitation.person)
    }

    /// That somebody was asked to lead a session.
    static func askedToLead(_ offer: SwapOffer, _ mentor: Person) -> Told {
        Told(.askedToLead, about: "\(offer.id)", reader: mentor)
    }

    /// That an offer was made because its mentor declined, so that a yes of theirs takes it back.
    static func offeredByNo(_ offer: Identifier<SwapOffer>) -> Told { Told(.offeredByNo, about: "\(offer)") }

    /// What became of what a mail asked for in words, so that it is done once however often that mail is delivered.
    static func done(byMail digest: [UInt8], of writer: Person) -> Told {
        Told(.didByMail, about: digest.prefix(16).hexadecimal, reader: writer)
    }

    /// The nth time in a day that they were asked about a mail that only names their address, as anybody can.
    static func askedWithoutProof(_ reader: Person, on day: LocalDate, time: Int) -> Told {
        Told(.askedWithoutProof, about: "\(day) \(time)", reader: reader)
    }

    /// That somebody was given a week of a duty in a calendar that answers to the address with a token.
    static func invited(to turn: DutyTurn, token: String) -> Told { Told(.invitedToDuty, about: "\(turn.id) \(token)") }

    /// What their calendar answered to a week of a duty last, and when; of a known answer, that it came.
    static func answered(_ turn: DutyTurn, _ reader: Person, with answer: CalendarAnswer? = nil) -> Told {
        let which = answer.map { " \($0.stamp.secondsSinceEpoch) \($0.participation.rawValue)" } ?? ""
        return Told(.answeredDuty, about: "\(turn.id)\(which)", reader: reader)
    }

    /// That an answer of their calendar's to a week of a duty was taken.
    static func taken(_ turn: DutyTurn, _ reader: Person) -> Told {
        Told(.answeredDuty, about: "\(turn.id) taken", reader: reader)
    }

    /// That something that they said of a session, by mail or behind a link, was taken.
    static func taken(_ session: Identifier<Session>, _ reader: Person) -> Told {
        Told(.answeredByMail, about: "\(session)", reader: reader)
    }

    /// That their calendar has declined a week of a duty.
    static func declined(_ turn: DutyTurn, _ reader: Person) -> Told {
        Told(.declinedDuty, about: "\(turn.id)", reader: reader)
    }

    /// That somebody was asked to take a week of a duty.
    static func askedToTake(_ turn: DutyTurn, _ reader: Person) -> Told {
        Told(.askedForDuty, about: "\(turn.id)", reader: reader)
    }

    /// The nth time in a day that a week of a duty was offered because their calendar declined it.
    static func offered(_ turn: DutyTurn, by reader: Person, on day: LocalDate, time: Int) -> Told {
        Told(.offeredDuty, about: "\(turn.id) \(day) \(time)", reader: reader)
    }

    /// That what they answered to a week of a duty was not done, and why.
    static func refused(_ turn: DutyTurn, _ reader: Person, because reason: String) -> Told {
        Told(.refusedByMail, about: "duty \(turn.id) \(reason)", reader: reader)
    }

    /// That their place in every session of a region ends, and whether they go on in the next season.
    static func goOn(_ standing: StandingEnrollment, in next: Season) -> Told {
        Told(.goOn, about: "\(standing.program) \(standing.region.rawValue) \(next.name)", reader: standing.person)
    }

    /// That what they said by mail was not done, and why.
    static func refused(_ matter: MailMatter, because reason: String) -> Told {
        Told(.refusedByMail, about: "\(matter.session) \(matter.wish) \(reason)", reader: matter.person)
    }

    /// That a mail seems to want something of them that could not be taken on its word; whatever else other mails want of the same
    /// session is one matter with it.
    public static func asked(about matter: MailMatter) -> Told {
        Told(.askedByMail, about: "\(matter.session)", reader: matter.person)
    }
}
