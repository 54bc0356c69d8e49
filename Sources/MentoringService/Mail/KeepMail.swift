import CivilTime
import Mentoring
import MentoringAPI

extension TrainingService {
    /// What becomes of a mail that nobody acts on: the one it speaks for is asked, or it is passed on, or set aside; what it says
    /// beside what is asked about is passed on, too.
    func keep(
        _ mail: IncomingMail, _ useless: Useless, _ message: [UInt8], at now: Instant, _ transaction: any StoreWriting
    ) throws -> ReceivedMail {
        if let refused = useless.refused {
            let source: MailReply.Source = if case .leave = mail.content { .words } else { .calendar }
            let isTold = try refuse(refused, source: source, at: now, transaction)
            try passOnTheRest(of: mail, at: now, transaction)
            return .refused(refused.reason, isTold: isTold, session: "\(refused.session.code)")
        }
        var reason = useless.reason
        let asked = try useless.question.map { try ask($0, at: now, transaction) } ?? .nobody
        let isWrittenTo = asked == .them || useless.isTold
        if asked == .nobody || mail.saysMore {
            do {
                if var passedOn = try passOn(mail, at: now, transaction) {
                    if isWrittenTo { passedOn.isAsked = true }
                    return passedOn
                }
            } catch let useless as Useless {
                reason = useless.reason
            }
        }
        let aside = try transaction.add(
            SetAsideMail(
                received: now, sender: mail.sender?.description ?? "", subject: mail.subject, reason: reason,
                bytes: Array(message.prefix(65_536)), text: mail.words?.text))
        return ReceivedMail(outcome: .setAside, reason: reason, number: aside.id, isAsked: isWrittenTo)
    }

    /// Puts a question to whom it concerns, unless nothing can be answered any more, or they have left the program.
    func ask(_ question: Question, at now: Instant, _ transaction: any StoreWriting) throws -> Asked {
        let session: Session
        do {
            session = try answerable(question.session, question.person, wanting: question.wish, at: now, transaction)
        } catch let useless as Useless {
            // Whoever has the address made for them may be they, from another of theirs.
            if let refused = useless.refused, question.reason != .unproven {
                _ = try refuse(refused, source: .unproven, at: now, transaction)
            }
            return .nobody
        }
        guard try transaction.role(of: question.person.email, in: session.code.program) != nil else { return .nobody }
        // Who leads has no seat to take or to give up.
        let isAboutSeat = question.wish == .enroll || question.wish == .leave
        if isAboutSeat, session.mentor.id == question.person.id { return .nobody }
        // Anybody can write such mails about each session in turn, and fill somebody's mailbox with questions.
        let day = LocalDate(containing: now)
        let times = (1...Self.mostAskedWithoutProof).map { Told.askedWithoutProof(question.person, on: day, time: $0) }
        let next = try times.first { try transaction.lastTold($0) == nil }
        if question.reason == .unproven, next == nil { return .nobody }
        let isAsked = try ask(
            question.person, whether: question.wish, of: session, because: question.reason, at: now, in: transaction)
        if isAsked, question.reason == .unproven, let next { try transaction.setTold(next, at: now) }
        return isAsked ? .them : .before
    }

    /// How often a day somebody is asked about mails that only name their address; others are for people to read.
    private static var mostAskedWithoutProof: Int { 5 }

    /// Whether anybody is asked what a mail seems to want of them.
    enum Asked {
        case them
        /// They were within the day.
        case before
        case nobody
    }
}

extension IncomingMail {
    /// Whether more was written than what to do, for a person to read.
    var saysMore: Bool {
        guard let text = words?.text else { return false }
        return switch content {
        case .leave: WordsCommand.saysSomething(text)
        case .unusable: WordsCommand(in: text, by: sender)?.hasMore ?? false
        // What their calendar program writes by itself is in no answer's words.
        case .answer, .damagedAnswer: true
        case .bounce: false
        }
    }
}

/// Why a mail cannot be acted on.
struct Useless: Error {
    let reason: String
    /// What to ask the person for whom it seems to speak, if that is known.
    let question: Question?
    /// What to tell whoever proved that they wrote it, of what cannot be done any more.
    let refused: Refused?
    /// Whether the one for whom it seems to speak is told of it already.
    let isTold: Bool

    init(
        _ reason: String, asking question: Question? = nil, refusing refused: Refused? = nil, isTold: Bool = false
    ) {
        self.reason = reason
        self.question = question
        self.refused = refused
        self.isTold = isTold
    }
}

/// What to ask of whom, instead of doing what a mail says.
struct Question {
    let person: Person
    let session: Identifier<Session>
    let wish: MailMatter.Wish
    let reason: AskingLetter.Reason

    init(_ invitation: Invitation, _ wish: MailMatter.Wish, because reason: AskingLetter.Reason) {
        self.init(invitation.person, invitation.session, wish, because: reason)
    }

    init(
        _ person: Person, _ session: Identifier<Session>, _ wish: MailMatter.Wish, because reason: AskingLetter.Reason
    ) {
        self.person = person
        self.session = session
        self.wish = wish
        self.reason = reason
    }
}
