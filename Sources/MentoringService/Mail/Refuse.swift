import CivilTime
import Mentoring
import MentoringAPI

/// What somebody said by mail that cannot be done any more, to be told to them.
struct Refused {
    let person: Person
    let session: Session
    let wish: MailMatter.Wish
    let obstacle: Obstacle

    /// Why it cannot be done.
    enum Obstacle: String {
        case begun
        case cancelled
        case handedOver = "handed-over"
        case leads
    }

    var reason: String {
        switch obstacle {
        case .begun: "\(session.code) has begun"
        case .cancelled: "\(session.code) is cancelled"
        case .handedOver: "\(session.mentor.name) leads \(session.code) by now"
        case .leads:
            "you lead \(session.code), and have no seat in it; to hand it over, decline it in your calendar, or: "
                + "meridian swap offer \(session.code)"
        }
    }
}

extension TrainingService {
    /// What to tell somebody of what they said of a session that cannot be answered any more; nil where it is so anyhow, or
    /// where they have left the program.
    func refusal(
        of wish: MailMatter.Wish, by person: Person, about session: Session, because obstacle: Refused.Obstacle,
        _ transaction: any StoreReading
    ) throws -> Refused? {
        guard try transaction.role(of: person.email, in: session.code.program) != nil else { return nil }
        let takesPart =
            try session.mentor.id == person.id || transaction.enrollment(of: person.id, in: session.id) != nil
        let isOff = session.status == .cancelled
        let isSo =
            switch wish {
            case .answer(.accepted), .answer(.tentative), .enroll: takesPart && !isOff
            case .answer(.declined), .leave: !takesPart || isOff
            case .answer(.needsAction): true
            case .answer(nil), .anotherTime: false
            }
        return isSo ? nil : Refused(person: person, session: session, wish: wish, obstacle: obstacle)
    }

    /// Tells somebody that what they said was not done, and why.
    ///
    /// `source` is how they said it.
    /// - Returns: whether they are told.
    func refuse(
        _ refused: Refused, source: MailReply.Source, at now: Instant, _ transaction: any StoreWriting
    ) throws -> Bool {
        let (person, session) = (refused.person, refused.session)
        let matter = MailMatter(person: person, session: session.id, wish: refused.wish)
        let reply = MailReply(
            reader: person, request: "\(refused.wish.said) \(session.code)", outcome: .refused(refused.reason),
            session: session, program: try transaction.requireProgram(of: session.code), date: now, source: source)
        return try refuse(
            reply, once: .refused(matter, because: refused.obstacle.rawValue), unlessTaken: .taken(session.id, person),
            transaction)
    }

    /// Tells somebody that what they said of a session or a week of a duty was not done: of one matter and reason once a day, and
    /// again when another answer of theirs was taken since.
    /// - Returns: whether they are told.
    func refuse(
        _ reply: MailReply, once told: Told, unlessTaken taken: Told, _ transaction: any StoreWriting
    ) throws -> Bool {
        if let last = try transaction.lastTold(told), reply.date < last.adding(seconds: Self.secondsBetweenRefusals),
            try transaction.lastTold(taken).map({ $0 < last }) ?? true
        {
            return false
        }
        return try tell(.reply(reply), once: [told], at: reply.date, in: transaction)
    }

    private static var secondsBetweenRefusals: Int64 { 86_400 }

    /// Records what somebody said of a session, so that an older answer that is still on its way does not count.
    func record(_ answered: Invitation, at now: Instant, _ transaction: any StoreWriting) throws {
        try transaction.save(answered)
        try transaction.setTold(.taken(answered.session, answered.person), at: now)
    }
}

extension ReceivedMail {
    /// What became of what cannot be done, and of which its sender is told now, or knows.
    static func refused(_ reason: String, isTold: Bool, session: String) -> ReceivedMail {
        isTold
            ? ReceivedMail(outcome: .refused, session: session, reason: reason)
            : ReceivedMail(outcome: .known, session: session, reason: "\(reason), as they were told within a day")
    }
}

extension MailMatter.Wish {
    /// In a word before the session's code.
    fileprivate var said: String {
        switch self {
        case .answer(let participation?): participation.rawValue.lowercased()
        case .answer(nil): "an answer to"
        case .anotherTime: "another time for"
        case .enroll: "enroll"
        case .leave: "leave"
        }
    }
}
