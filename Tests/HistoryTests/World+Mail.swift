import CivilTime
import Foundation
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

/// What became of a mail that was sent in.
struct SentIn {
    let received: ReceivedMail
    let sender: String
    let session: String
    let answer: Step.Answer
    let manner: Step.Manner
    /// Whether no such mail came before, to the byte.
    let isNew: Bool
}

extension World {
    /// Sends an answer in to a session or a week of a duty, as the invitation in somebody's own calendar lets it be written; nothing
    /// when they have none.
    func send(
        _ answer: Step.Answer, _ manner: Step.Manner, by name: String, about session: String, _ calendars: Calendars,
        _ deed: inout Deed
    ) async throws {
        guard let entry = calendars.last(of: name, session) else { return }
        let email = try calendars.mailbox(of: name).description
        let program = self.program(of: session)
        let contact = "\(program)@example.org"
        let others = Cast.people.filter { $0 != name }
        var mail = AnswerMail(
            from: email, to: entry.organizer, attendee: email, organizer: entry.organizer, uid: entry.uid,
            sequence: entry.sequence, stamp: clock.now(), answer: answer)
        var bytes: [UInt8]?
        switch manner {
        case .honest: break
        case .comment: mail.comment = "My child is ill"
        case .strangeComment:
            (mail.from, mail.comment) = ("\(others[0])@example.org", "I am somebody else")
        case .ahead: mail.stamp = mail.stamp.adding(seconds: 2 * 86_400)
        case .gateway: bytes = mail.throughGateway
        case .stale: mail.sequence = max(0, mail.sequence - 1)
        case .again:
            guard let last = lastAnswers["\(name) \(session)"] else { return }
            bytes = last
        case .otherSender: mail.from = "\(others[0])@example.org"
        case .otherAddress:
            let other = try Cast.other(than: calendars.mailbox(of: name)).description
            (mail.from, mail.attendee) = (other, other)
        case .otherAttendee: mail.attendee = "\(others[0])@example.org"
        case .otherToken:
            guard let foreign = others.lazy.compactMap({ calendars.last(of: $0, session) }).first else { return }
            (mail.to, mail.organizer) = (foreign.organizer, foreign.organizer)
        case .otherSession: mail.uid = "another-\(entry.uid)"
        case .contact: (mail.to, mail.organizer) = (contact, contact)
        case .damaged: bytes = mail.damaged
        case .words: bytes = AnswerMail.words(from: email, to: contact, subject: "Re: the training", at: clock.now())
        case .unsubscribe:
            bytes = AnswerMail.words(from: email, to: entry.organizer, subject: "leave \(session)", at: clock.now())
        }
        let message = bytes ?? mail.bytes
        let isNew = sentMails.insert(message).inserted
        // All this is so once it is sent, also where the server dies of it.
        if manner == .honest { lastAnswers["\(name) \(session)"] = message }
        if manner.isOwnCalendars, answer == .declined { deed.declined = (name, session) }
        let received = try await service(of: program).receive(message, with: MailReader(zones: zones))
        deed.sentIn = SentIn(
            received: received, sender: name, session: session, answer: answer, manner: manner,
            isNew: isNew)
    }
}
