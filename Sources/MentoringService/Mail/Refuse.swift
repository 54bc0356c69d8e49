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

    /// How long somebody is not told the same again.
    static let secondsBetween: Int64 = 86_400

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
            case .answer(nil): false
            }
        return isSo ? nil : Refused(person: person, session: session, wish: wish, obstacle: obstacle)
    }

    /// Tells somebody that what they said was not done, and why; of one matter once a day.
    ///
    /// `source` is how they said it.
    /// - Returns: whether they are told.
    func refuse(
        _ refused: Refused, source: MailReply.Source, at now: Instant, _ transaction: any StoreWriting
    ) throws -> Bool {
        let matter = MailMatter(person: refused.person, session: refused.session.id, wish: refused.wish)
        let told = Told.refused(matter, because: refused.obstacle.rawValue)
        if let last = try transaction.lastTold(told), now < last.adding(seconds: Refused.secondsBetween) {
            return false
        }
        let reply = MailReply(
            reader: refused.person, request: "\(refused.wish.said) \(refused.session.code)",
            outcome: .refused(refused.reason), session: refused.session,
            program: try transaction.requireProgram(of: refused.session.code), date: now, source: source)
        return try tell(.reply(reply), once: [told], at: now, in: transaction)
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
        case .enroll: "enroll"
        case .leave: "leave"
        }
    }
}
