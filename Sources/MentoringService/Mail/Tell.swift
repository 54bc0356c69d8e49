import CivilTime
import Mentoring

extension TrainingService {
    /// Tells somebody of something, unless it is what they did themself: the mail is in the outbox with the transaction that it
    /// tells of.
    /// - Returns: whether they are told.
    @discardableResult
    func tell(_ notice: Notice, in transaction: any StoreWriting) throws -> Bool {
        guard !isOwnDeed(notice) else {
            try forgetWhatWaits(before: notice, in: transaction)
            return false
        }
        // Whoever was erased leads, until it is planned again, what was theirs, and is told nothing of it.
        guard !notice.reader.isOfErased else { return false }
        let named = try notice.named(by: transaction)
        let notice = try transaction.mailAddress(of: named.reader).map(named.addressed) ?? named
        var message = try mail(of: notice, in: transaction)
        let news = SessionNews(notice, zones: zones)
        if news?.isUrgent == false { message.due = message.created.adding(seconds: MailBundle.patience) }
        // An account is no program's matter, and its owner is told though the program that writes pauses or is archived.
        if notice.isOfAnAccount { message.program = nil }
        message = try transaction.add(message)
        if let news { try transaction.add(news.mail(message)) }
        return true
    }

    /// Tells somebody of something that they are told once, and records that they were.
    /// - Returns: whether they are told.
    @discardableResult
    func tell(_ notice: Notice, once told: [Told], at now: Instant, in transaction: any StoreWriting) throws -> Bool {
        guard try tell(notice, in: transaction) else { return false }
        for told in told { try transaction.setTold(told, at: now) }
        return true
    }
}

extension Notice {
    /// Whether it is about what somebody acts with, whatever they take part in.
    fileprivate var isOfAnAccount: Bool {
        switch self {
        case .moving, .token, .signIn: true
        case .joining(let letter): letter.occasion == .erased
        case .session, .duty, .letter, .asking, .reply, .forwarded, .confirmation: false
        }
    }
}
