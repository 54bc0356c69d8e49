import CivilTime
import Mentoring
import TimeZoneCatalog

/// What a notice says of a session, before it is a mail.
struct SessionNews {
    let session: Session
    let word: SessionMail.Word
    let before: Invitation?
    let isUrgent: Bool

    /// Nil for a notice that is about no session.
    /// - Throws: `BadInput` when the addressee was told a time in a zone that is not known any more.
    init?(_ notice: Notice, zones: TimeZoneCatalog) throws {
        let soon = notice.date.adding(seconds: MailBundle.nearness)
        switch notice {
        case .session(let notice):
            session = notice.session
            word = .invitation(notice.occasion, notice.invitation.method)
            before = notice.before
            let former = try before.map { try zones.rules(for: $0.zone).resolve($0.localStart).instant }
            // Whoever is to confirm a seat has until then only.
            isUrgent =
                notice.occasion.answersTheReader || notice.confirmBy != nil || session.start < soon
                || former.map { $0 < soon } ?? false
        case .letter(let letter):
            session = letter.session
            word = .letter(letter.topic)
            before = nil
            isUrgent = letter.asksSoon || session.start < soon
        case .duty, .token, .joining, .confirmation, .asking, .forwarded, .reply: return nil
        }
    }

    /// What is kept of it with its mail.
    func mail(_ message: OutboxMessage) -> SessionMail {
        SessionMail(
            mail: message.id, recipient: message.recipient, created: message.created, due: message.due,
            session: session.id, word: word, knew: before.map { $0.wasDeclined ? .cancel : $0.method },
            knewStart: before?.localStart, isUrgent: isUrgent)
    }
}

extension Letter {
    fileprivate var topic: Topic {
        switch subject {
        case .calledOff: .calledOff
        case .takesPlace: .takesPlace
        case .changed: .changed
        default: .other
        }
    }

    /// Whether its reader is to do something by a time of its own.
    fileprivate var asksSoon: Bool {
        switch subject {
        case .reminder, .pickDue: true
        default: false
        }
    }
}
