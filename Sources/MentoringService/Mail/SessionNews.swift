import CivilTime
import Mentoring
import TimeZoneCatalog

/// What a notice says of a session, before it is a mail.
struct SessionNews {
    let session: Session
    let word: SessionMail.Word
    let isUrgent: Bool
    private var knew: Invitation.Method?
    private var knewStart: Instant?
    private var shows: String?
    private var isOwnDeed = false

    /// Nil for a notice that is about no session.
    init?(_ notice: Notice, zones: TimeZoneCatalog) {
        let soon = notice.date.adding(seconds: MailBundle.nearness)
        switch notice {
        case .session(let notice):
            session = notice.session
            word = .invitation(notice.occasion, notice.invitation.method)
            knew = notice.before.map { $0.wasDeclined ? .cancel : $0.method }
            let told = notice.before.flatMap { before in
                (try? zones.rules(for: before.zone))?.resolve(before.localStart).instant
            }
            knewStart = told ?? notice.planned
            shows = notice.session.shown(to: notice.invitation.role)
            isOwnDeed = notice.isOwnDeed
            // Whoever is to confirm a seat has until then only.
            isUrgent =
                notice.occasion.answersTheReader || notice.confirmBy != nil || session.start < soon
                || knewStart.map { $0 < soon } ?? false
        case .letter(let letter):
            session = letter.session
            word = .letter(letter.topic)
            knewStart = letter.was
            isUrgent = letter.asksSoon || session.start < soon || letter.was.map { $0 < soon } ?? false
        case .duty, .token, .joining, .confirmation, .signIn, .asking, .forwarded, .reply, .moving: return nil
        }
    }

    /// What is kept of it with its mail.
    func mail(_ message: OutboxMessage) -> SessionMail {
        SessionMail(
            mail: message.id, recipient: message.recipient, created: message.created, due: message.due,
            session: session.id, word: word, knew: knew, knewStart: knewStart, shows: shows, isOwnDeed: isOwnDeed,
            isUrgent: isUrgent)
    }
}

extension Session {
    /// All that an invitation makes a calendar show, in one line.
    func shown(to role: Invitation.Role) -> String {
        let review = pick.map { "\($0.review.id) \($0.revision ?? "") \($0.questions)" } ?? "no review"
        return "\(start) \(localStart) \(zone) \(minutes) \(mentor.id) \(role.rawValue) \(location) \(review)"
    }
}

extension Letter {
    /// What it is about, as far as another letter may make it needless.
    var topic: Topic {
        switch subject {
        case .calledOff: .calledOff
        case .takesPlace: .takesPlace
        case .changed: .changed
        case .swapOffered: .asked
        case .swapWithdrawn: .settled
        case .handedOver: .handedOver
        case .handedBack: .handedBack
        default: .other
        }
    }

    /// Whether its reader is to do something by a time of its own.
    fileprivate var asksSoon: Bool {
        switch subject {
        case .reminder, .pickDue, .swapOffered: true
        default: false
        }
    }
}
