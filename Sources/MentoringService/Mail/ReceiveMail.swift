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
            throw Useless(
                reason,
                asking: try Answerer.invitation(tokenIn: mail.recipients, transaction).map {
                    Question($0, .answer(nil), because: .unreadable)
                })
        case .bounce(let address, let reason):
            guard let invited = try Answerer.invitation(tokenIn: mail.recipients, transaction),
                try transaction.mailAddress(of: invited.person) == address
            else { throw Useless("it reports that a mail to \(address) was not delivered, and nothing proves it") }
            try transaction.writingDown(
                Deed(way: .mail, action: "suppressAddress", subject: [address.description]), at: now
            ) { try transaction.add(SuppressedAddress(address: address, since: now, reason: reason)) }
            return ReceivedMail(outcome: .suppressed, reason: reason)
        case .leave(let code):
            let invitation: Invitation
            do {
                invitation = try Answerer.author(of: mail, transaction)
            } catch let useless as Useless {
                throw Useless(
                    useless.reason,
                    asking: try WrittenCode(code).flatMap { try question(WordsCommand(.leave, $0), mail, transaction) })
            }
            let session = try answerable(invitation.session, invitation.person, at: now, transaction)
            guard WrittenCode(code)?.mayMean(session.code) ?? false else {
                throw Useless(
                    "it asks to leave \(OneLine.shown(code)), and was sent to the address of \(session.code)",
                    asking: try WrittenCode(code).flatMap { try question(WordsCommand(.leave, $0), mail, transaction) })
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
            let invitation = try Answerer.author(of: answer, in: mail, transaction)
            let session = try answerable(invitation.session, invitation.person, at: now, transaction)
            let received =
                try whyKnown(answer, to: invitation, session, at: now, transaction)
                ?? transaction.writingDown(
                    .about(session, "answerInvitation", by: invitation.person.email, way: .mail), at: now
                ) { try record(answer, to: invitation, session, at: now, transaction) }
            try passOnTheRest(of: mail, at: now, transaction)
            return received
        }
    }

    /// Passes on what somebody wrote beside what is done.
    func passOnTheRest(of mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting) throws {
        guard mail.saysMore else { return }
        do { _ = try passOn(mail, at: now, transaction) } catch is Useless {}
    }

    /// The session that a mail is about, as far as it can be answered at all.
    /// - Throws: `Useless`.
    func answerable(
        _ session: Identifier<Session>, _ person: Person, at now: Instant, _ transaction: any StoreReading
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
            throw Useless("\(session.code) \(session.status == .cancelled ? "is cancelled" : "has begun")")
        }
        return session
    }

    /// What becomes of an answer that says nothing new; nil when it does.
    private func whyKnown(
        _ answer: CalendarAnswer, to invitation: Invitation, _ session: Session, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> ReceivedMail? {
        let code = session.code.description
        guard answer.sequence <= invitation.sequence else {
            throw Useless(
                "it answers revision \(answer.sequence), and there are only \(invitation.sequence)",
                asking: Question(invitation, .answer(answer.participation), because: .misfit))
        }
        if let answered = invitation.answered, answer.stamp <= answered {
            return ReceivedMail(outcome: .known, session: code, reason: "a newer answer is known, or this one")
        }
        let ahead = Told.answered(answer, to: invitation)
        if try transaction.lastTold(ahead) != nil {
            return ReceivedMail(outcome: .known, session: code, reason: "it came before")
        }
        let isOutdated = answer.sequence < invitation.sequence
        guard isOutdated || invitation.method == .cancel else {
            if answer.stamp > now { try transaction.setTold(ahead, at: now) }
            return nil
        }
        // Whoever answers after they were told something newer believes that their answer counts.
        let isAsked =
            try answer.stamp > invitation.stamp && contradicts(answer.participation, invitation, session, transaction)
            && ask(Question(invitation, .answer(answer.participation), because: .outdated), at: now, transaction)
                == .them
        return ReceivedMail(
            outcome: .known, session: code,
            reason: isOutdated
                ? "the session has changed since the invitation it answers" : "they take no part any more",
            isAsked: isAsked)
    }

    /// Whether somebody says that they come and has no seat, or that they do not and has one.
    /// - Throws: `Useless` for whoever says that they lead what somebody else does, or come to a program that they have left.
    private func contradicts(
        _ participation: ParticipationStatus, _ invitation: Invitation, _ session: Session,
        _ transaction: any StoreReading
    ) throws -> Bool {
        let person = invitation.person
        let takesPart =
            try session.mentor.id == person.id || transaction.enrollment(of: person.id, in: session.id) != nil
        let isMember = try transaction.role(of: person.email, in: session.code.program) != nil
        guard takesPart || invitation.role == .trainee && isMember else {
            if participation == .declined || participation == .needsAction { return false }
            // No click gives back what is somebody else's by now, or lets anybody in: a person is to read that they would.
            throw Useless(
                invitation.role == .mentor
                    ? "\(person.email) does not lead \(session.code) any more, and says that they would"
                    : "\(person.email) takes no part in \(session.code.program) any more, and says that they come")
        }
        switch participation {
        case .accepted, .tentative: return !takesPart
        case .declined: return takesPart
        case .needsAction: return false
        }
    }
}
