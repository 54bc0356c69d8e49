import CivilTime
import Mentoring
public import MentoringAPI

extension ListMailSetAside: HandledRequest {
    /// The mails that were of no use, oldest first.
    public func carryOut(for client: Client) async throws -> [SetAsideMailView] {
        let service = client.service
        return try await service.store.read { transaction in
            try transaction.mailSetAside().map {
                SetAsideMailView(
                    id: $0.id, received: $0.received, sender: $0.sender, subject: $0.subject, reason: $0.reason)
            }
        }
    }
}

extension TrainingService {
    /// Takes in one mail: an answer to an invitation, a wish to leave, or a report that a mail of ours was not delivered.
    ///
    /// Only what its sender proves to be allowed to say is acted on (see `Answerer`); everything else is set aside with the
    /// reason, and changes nothing.
    public func receive(_ message: [UInt8], with reader: any MailReading) async throws -> ReceivedMail {
        let now = clock.now()
        let mail = reader.read(message)
        return try await store.write { transaction in
            do {
                return try act(on: mail, at: now, transaction)
            } catch let useless as Useless {
                let aside = try transaction.add(
                    SetAsideMail(
                        received: now, sender: mail.sender?.description ?? "", subject: mail.subject,
                        reason: useless.reason, bytes: Array(message.prefix(65_536))))
                return ReceivedMail(outcome: .setAside, reason: useless.reason, number: aside.id)
            }
        }
    }

    private func act(on mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting) throws -> ReceivedMail {
        switch mail.content {
        case .unusable(let reason):
            throw Useless(reason)
        case .bounce(let address, let reason):
            guard let invited = try Answerer.invitation(tokenIn: mail.recipients, transaction),
                invited.person.email == address
            else { throw Useless("it reports that a mail to \(address) was not delivered, and nothing proves it") }
            try transaction.writingDown(
                Deed(way: .mail, action: "suppressAddress", subject: [address.description]), at: now
            ) { try transaction.add(SuppressedAddress(address: address, since: now, reason: reason)) }
            return ReceivedMail(outcome: .suppressed, reason: reason)
        case .leave(let code):
            let invitation = try Answerer.author(of: mail, transaction)
            let session = try answerable(invitation, at: now, transaction)
            guard session.code.description == code else {
                throw Useless("it asks to leave \(OneLine.shown(code)), and was sent to the address of \(session.code)")
            }
            return try transaction.writingDown(
                .about(session, "leave", by: invitation.person.email, way: .mail), at: now
            ) { try decline(session, invitation, stamp: now, at: now, transaction) }
        case .answer(let answer):
            let invitation = try Answerer.author(of: answer, in: mail, transaction)
            let session = try answerable(invitation, at: now, transaction)
            if let news = try Self.notNews(answer, to: invitation) {
                return ReceivedMail(outcome: .known, session: session.code.description, reason: news)
            }
            return try transaction.writingDown(
                .about(session, "answerInvitation", by: invitation.person.email, way: .mail), at: now
            ) { try record(answer, to: invitation, session, at: now, transaction) }
        }
    }

    private func answerable(
        _ invitation: Invitation, at now: Instant, _ transaction: any StoreReading
    ) throws -> Session {
        guard let session = try transaction.session(invitation.session)?.timed(by: zones) else {
            throw Useless("the session that it is about is gone")
        }
        guard try !transaction.isBlocked(invitation.person.email, in: session.code.program) else {
            throw Useless("\(invitation.person.email) is blocked in \(session.code.program)")
        }
        guard session.isUpcoming(at: now) else {
            throw Useless("\(session.code) \(session.status == .cancelled ? "is cancelled" : "has begun")")
        }
        return session
    }

    /// Why an answer says nothing new; nil when it does.
    private static func notNews(_ answer: CalendarAnswer, to invitation: Invitation) throws -> String? {
        guard answer.sequence <= invitation.sequence else {
            throw Useless("it answers revision \(answer.sequence), and there are only \(invitation.sequence)")
        }
        if answer.sequence < invitation.sequence { return "the session has changed since the invitation it answers" }
        if let answered = invitation.answered, answer.stamp <= answered {
            return "a newer answer is known, or this one"
        }
        return invitation.method == .cancel ? "they take no part any more" : nil
    }

    private func record(
        _ answer: CalendarAnswer, to invitation: Invitation, _ session: Session, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> ReceivedMail {
        let code = session.code.description
        if answer.method == .counter {
            try transaction.save(
                TimeProposal(
                    session: session.id, person: invitation.person, start: answer.proposedStart,
                    comment: answer.comment, made: answer.stamp))
            try transaction.save(invitation.answered(answer.stamp, invitation.participation))
            return ReceivedMail(outcome: .noted, session: code)
        }
        switch (answer.participation, invitation.role) {
        case (.declined, .trainee):
            return try decline(session, invitation, stamp: answer.stamp, at: now, transaction)
        case (.declined, .mentor) where invitation.participation == .declined:
            // Said again, it is no news to those who were asked.
            try transaction.save(invitation.answered(answer.stamp, .declined))
            return ReceivedMail(outcome: .known, session: code, reason: "they have declined already")
        case (.declined, .mentor):
            try transaction.save(invitation.answered(answer.stamp, .declined))
            try offerBecauseDeclined(session, by: invitation.person, comment: answer.comment, at: now, transaction)
            return ReceivedMail(outcome: .offered, session: code, participation: .declined)
        case (.accepted, .trainee):
            let mine = try transaction.enrollments(in: session.id).first { $0.person.id == invitation.person.id }
            guard let mine, mine.state == .enrolled else { throw Useless("they have no seat in \(code)") }
            try transaction.save(invitation.answered(answer.stamp, .accepted))
            _ = try confirm(mine, transaction)
        case (let participation, _):
            try transaction.save(invitation.answered(answer.stamp, participation))
        }
        return ReceivedMail(outcome: .recorded, session: code, participation: answer.participation)
    }

    private func decline(
        _ session: Session, _ invitation: Invitation, stamp: Instant, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> ReceivedMail {
        let code = session.code.description
        guard try transaction.enrollments(in: session.id).contains(where: { $0.person.id == invitation.person.id })
        else {
            return ReceivedMail(outcome: .known, session: code, reason: "they have no seat in \(code)")
        }
        // Their calendar shows it already, so no mail tells them.
        try transaction.save(invitation.answered(stamp, .declined))
        _ = try leave(session, invitation.person, at: now, in: transaction)
        return ReceivedMail(outcome: .left, session: code, participation: .declined)
    }
}

/// Why a mail cannot be acted on.
struct Useless: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

extension Invitation {
    fileprivate func answered(_ stamp: Instant, _ participation: ParticipationStatus) -> Invitation {
        var invitation = self
        invitation.answered = stamp
        invitation.participation = participation
        return invitation
    }
}
