import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// Does what the first line of a mail asks for, when it is proved who wrote it, and tells them what became of it.
    ///
    /// - Returns: what was done; nil for the mail of a stranger, which a person is to read.
    /// - Throws: `Useless`, asking whom it speaks for, when nothing proves that they wrote it.
    func obey(
        _ command: WordsCommand, _ mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting
    ) throws -> ReceivedMail? {
        guard let (writer, proof) = try Answerer.writer(of: mail, wanting: command, transaction),
            let program = try transaction.program(meantBy: command.code)
                ?? programs(addressedBy: mail, transaction).first
        else { return nil }
        guard proof == .proved else {
            throw Useless(
                proof == .ownAddress
                    ? "nothing proves that \(writer.email) wrote it: no address with our token, no host that vouches"
                    : "it was sent to the address made for somebody else",
                asking: try question(command, mail, transaction))
        }
        guard try !transaction.isBlocked(writer.email, in: program.name) else {
            throw Useless("\(writer.email) is blocked in \(program.name)")
        }
        guard try transaction.archive(of: program.name) == nil else {
            throw Useless("\(program.name) is archived, so nothing changes in it")
        }
        let told = Told.done(byMail: digest(of: mail), of: writer)
        guard try transaction.lastTold(told) == nil else {
            return ReceivedMail(
                outcome: .known, session: try transaction.fullCode("\(command.code)"), reason: "it came before")
        }
        try transaction.setTold(told, at: now)
        var reply = MailReply(
            reader: writer, request: "\(command)", outcome: .left, session: nil, program: program, date: now)
        var received = ReceivedMail(outcome: .refused, session: command.code.description)
        do {
            let session = try transaction.requireSession("\(command.code)", by: zones)
            reply.session = session
            // However it was typed.
            reply.request = "\(command.wish) \(session.code)"
            received.session = session.code.description
            let before = try transaction.changeOfInvitation(of: writer, in: session)
            reply.outcome = try transaction.writingDown(
                .about(session, "\(command.wish)", by: writer.email, way: .mail), at: now
            ) { try carryOut(command.wish, session, writer, at: now, transaction) }
            received.outcome = reply.outcome.outcome
            // An invitation, or its end, says it already.
            if try transaction.changeOfInvitation(of: writer, in: session) == before {
                try tell(.reply(reply), in: transaction)
            }
        } catch let refusal as Refusal {
            reply.outcome = .refused(refusal.description)
            received.reason = refusal.description
            try tell(.reply(reply), in: transaction)
        }
        try passOnTheRest(of: mail, at: now, transaction)
        return received
    }

    /// What to ask of whom it seems to speak for; nil where there is no such session, or nobody whom it could be.
    func question(
        _ command: WordsCommand, _ mail: IncomingMail, _ transaction: any StoreReading
    ) throws -> Question? {
        guard let (person, proof) = try Answerer.writer(of: mail, wanting: command, transaction),
            let session = try transaction.session(meantBy: command.code, by: zones)
        else { return nil }
        return Question(person, session.id, command.wish, because: proof == .otherSender ? .sender : .unproven)
    }

    /// SHA-256 of what tells a mail from every other.
    func digest(of mail: IncomingMail) -> [UInt8] {
        secrets.digest(of: "mail \(mail.sender?.description ?? "")\n\(mail.identity)")
    }

    private func carryOut(
        _ wish: MailMatter.Wish, _ session: Session, _ person: Person, at now: Instant, _ transaction: any StoreWriting
    ) throws -> MailReply.Outcome {
        if wish == .enroll {
            let enrollment = try place(person, in: session, at: now, transaction)
            try tellWhatBecame(of: enrollment, in: session, at: now, transaction)
            return enrollment.state == .enrolled ? .seated : .waiting(try transaction.position(of: enrollment) ?? 1)
        }
        guard session.start > now else {
            throw Refusal(.conflict, "\(session.code) has begun; it cannot be left any more")
        }
        guard try transaction.enrollment(of: person.id, in: session.id) != nil else {
            throw Refusal(.notFound, "you are not enrolled in \(session.code)")
        }
        // An answer of their calendar's that is older does not count any more.
        if let invitation = try transaction.invitation(to: person.id, for: session.id) {
            try record(invitation.answered(now, invitation.participation), at: now, transaction)
        }
        _ = try leave(session, person, at: now, in: transaction)
        return .left
    }
}

extension StoreReading {
    /// What changes with each mail that puts a session into somebody's calendar or takes it out.
    fileprivate func changeOfInvitation(of person: Person, in session: Session) throws -> [Instant] {
        [try invitation(to: person.id, for: session.id)?.stamp].compactMap(\.self)
    }
}

extension MailReply.Outcome {
    fileprivate var outcome: ReceivedMail.Outcome {
        switch self {
        case .seated: .enrolled
        case .waiting: .waitlisted
        case .left: .left
        case .offered: .offered
        case .refused: .refused
        }
    }
}
