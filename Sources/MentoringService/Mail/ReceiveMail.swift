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
    /// Takes in one mail: an answer to an invitation, a wish to enroll or to leave, a report that a mail of ours was not
    /// delivered, or anything that somebody writes to a program in words.
    ///
    /// Only what its sender proves to be allowed to say is acted on (see `Answerer`). What a person wrote is passed on to people;
    /// everything else is set aside with the reason, and changes nothing.
    public func receive(_ message: [UInt8], with reader: any MailReading) async throws -> ReceivedMail {
        let now = clock.now()
        let mail = reader.read(message)
        return try await store.write { transaction in
            try tellOfUnlistedMail(at: now, in: transaction)
            do {
                return try act(on: mail, at: now, transaction)
            } catch let useless as Useless {
                return try keep(mail, useless, message, at: now, transaction)
            }
        }
    }

    private func act(on mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting) throws -> ReceivedMail {
        switch mail.content {
        case .unusable(let reason):
            if let words = mail.words, let command = WordsCommand(in: words.text, by: mail.sender),
                let received = try obey(command, mail, at: now, transaction)
            {
                return received
            }
            throw Useless(reason)
        case .damagedAnswer(let reason):
            let invitation = try Answerer.invitation(tokenIn: mail.recipients, transaction)
            let isTold = try invitation == nil && tellOfDamage(to: mail, at: now, transaction)
            throw Useless(
                reason, asking: invitation.map { Question($0, .answer(nil), because: .unreadable) }, isTold: isTold)
        case .bounce(let address, let reason):
            guard let invited = try Answerer.invitation(tokenIn: mail.recipients, transaction),
                try transaction.mailAddress(of: invited.person) == address
            else { throw Useless("it reports that a mail to \(address) was not delivered, and nothing proves it") }
            try transaction.writingDown(
                Deed(way: .mail, action: "suppressAddress", subject: [address.description]), at: now
            ) { try transaction.add(SuppressedAddress(address: address, since: now, reason: reason)) }
            return ReceivedMail(outcome: .suppressed, reason: reason)
        case .leave(let code):
            // One that may mean two that are not over is answered with both, as in the text.
            if let written = WrittenCode(code),
                try transaction.sessions(meantBy: written, by: zones).filter({ $0.end > now }).count > 1,
                let received = try obey(WordsCommand(.leave, written), mail, at: now, transaction)
            {
                return received
            }
            let invitation: Invitation
            do {
                invitation = try Answerer.author(of: mail, transaction)
            } catch let useless as Useless {
                throw Useless(
                    useless.reason,
                    asking: try WrittenCode(code).flatMap { try question(WordsCommand(.leave, $0), mail, transaction) })
            }
            let session = try answerable(
                invitation.session, invitation.person, wanting: .leave, at: now, transaction)
            guard WrittenCode(code)?.mayMean(session.code) ?? false else {
                throw Useless(
                    "it asks to leave \(OneLine.shown(code)), and was sent to the address of \(session.code)",
                    asking: try WrittenCode(code).flatMap { try question(WordsCommand(.leave, $0), mail, transaction) })
            }
            guard session.mentor.id != invitation.person.id else {
                throw Useless(
                    "\(invitation.person.email) leads \(session.code)",
                    refusing: Refused(
                        person: invitation.person, session: session, wish: .leave, obstacle: .leads))
            }
            let received = try transaction.writingDown(
                .about(session, "leave", by: invitation.person.email, way: .mail), at: now
            ) {
                // Written in words, it is nothing that their calendar knows of.
                try giveUp(session, invitation.answered(now, invitation.participation), at: now, transaction)
            }
            try passOnTheRest(of: mail, at: now, transaction)
            return received
        case .answer(let answer):
            if let received = try answerForDuty(answer, mail, at: now, transaction) {
                try passOnTheRest(of: mail, at: now, transaction)
                return received
            }
            let invitation = try Answerer.author(of: answer, in: mail, transaction)
            let session = try answerable(
                invitation.session, invitation.person,
                wanting: answer.wish, at: now, transaction)
            let received =
                try whyKnown(answer, to: invitation, session, at: now, transaction)
                ?? transaction.writingDown(
                    .about(session, "answerInvitation", by: invitation.person.email, way: .mail), at: now
                ) {
                    let received = try record(answer, to: invitation, session, at: now, transaction)
                    try transaction.setTold(.answered(answer, to: invitation), at: now)
                    return received
                }
            try passOnTheRest(of: mail, at: now, transaction)
            return received
        }
    }

    /// Passes on what its sender, who is known by then, wrote beside what is done; what cannot go to people is set aside with the reason.
    func passOnTheRest(of mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting) throws {
        guard mail.saysMore, let words = mail.words else { return }
        let reason: String
        do {
            guard try passOn(mail, isProved: true, at: now, transaction) == nil else { return }
            reason = "what its sender wrote beside it is to no program"
        } catch let useless as Useless {
            reason = useless.reason
        }
        _ = try transaction.add(
            SetAsideMail(
                received: now, sender: mail.sender?.description ?? "", subject: mail.subject, reason: reason,
                bytes: Array(words.text.utf8.prefix(65_536)), text: words.text))
    }

    /// The session that a mail is about, as far as it can be answered at all.
    /// - Throws: `Useless`; of one that has begun or is off with what to tell them, unless what they want of it is so.
    func answerable(
        _ session: Identifier<Session>, _ person: Person, wanting wish: MailMatter.Wish, at now: Instant,
        _ transaction: any StoreReading
    ) throws -> Session {
        guard let session = try transaction.session(session)?.timed(by: zones) else {
            throw Useless("the session that it is about is gone")
        }
        guard try !transaction.isBlocked(person.email, in: session.code.program) else {
            throw Useless("\(person.email) is blocked in \(session.code.program)")
        }
        guard try transaction.archive(of: session.code.program) == nil else {
            throw Useless("\(session.code.program) is archived, so nothing changes in it")
        }
        guard session.isUpcoming(at: now) else {
            let isOff = session.status == .cancelled
            throw Useless(
                "\(session.code) \(isOff ? "is cancelled" : "has begun")",
                refusing: try refusal(
                    of: wish, by: person, about: session, because: isOff ? .cancelled : .begun, transaction))
        }
        return session
    }
}
