import CivilTime
import Mentoring
import MentoringAPI

extension TrainingService {
    /// What becomes of an answer that says nothing new; nil when it does.
    func whyKnown(
        _ answer: CalendarAnswer, to invitation: Invitation, _ session: Session, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> ReceivedMail? {
        let code = session.code.description
        guard answer.sequence <= invitation.sequence else {
            throw Useless(
                "it answers revision \(answer.sequence), and there are only \(invitation.sequence)",
                asking: Question(invitation, answer.wish, because: .misfit))
        }
        if try transaction.lastTold(.answered(answer, to: invitation)) != nil {
            return ReceivedMail(outcome: .known, session: code, reason: "it came before")
        }
        // Of two answers of one moment that which is received last counts, unless it says nothing else.
        if let answered = invitation.answered,
            answer.stamp < answered || answer.stamp == answered && answer.wish == .answer(invitation.participation)
        {
            return ReceivedMail(
                outcome: .known, session: code, reason: "a newer answer is known, or this one",
                isAsked: try isAsked(answer, invitation, session, because: .superseded, at: now, transaction))
        }
        let isOutdated = answer.sequence < invitation.sequence
        guard isOutdated || invitation.method == .cancel else { return nil }
        return ReceivedMail(
            outcome: .known, session: code,
            reason: isOutdated
                ? "the session has changed since the invitation it answers" : "they take no part any more",
            // Whoever answers after they were told something newer believes that their answer counts.
            isAsked: try answer.stamp > invitation.stamp
                && isAsked(answer, invitation, session, because: .outdated, at: now, transaction))
    }

    /// Asks whoever believes that an answer counts that does not: a clock that is slow, or a mail that was long on its way, makes
    /// somebody's last word look like an old one.
    private func isAsked(
        _ answer: CalendarAnswer, _ invitation: Invitation, _ session: Session, because reason: AskingLetter.Reason,
        at now: Instant, _ transaction: any StoreWriting
    ) throws -> Bool {
        guard try contradicts(answer, invitation, session, transaction) else { return false }
        return try ask(Question(invitation, answer.wish, because: reason), at: now, transaction) == .them
    }

    /// Whether somebody says that they come and has no seat, or that they do not and has one; of a mentor, whether they say that they lead what
    /// others believe that they do not, or the other way round.
    /// - Throws: `Useless` for whoever says that they lead what somebody else does, or come to a program that they have left;
    ///   the former with what to tell them.
    private func contradicts(
        _ answer: CalendarAnswer, _ invitation: Invitation, _ session: Session, _ transaction: any StoreReading
    ) throws -> Bool {
        let (person, participation) = (invitation.person, answer.participation)
        let takesPart =
            try session.mentor.id == person.id || transaction.enrollment(of: person.id, in: session.id) != nil
        let isMember = try transaction.role(of: person.email, in: session.code.program) != nil
        guard takesPart || invitation.role == .trainee && isMember else {
            if participation == .declined || participation == .needsAction { return false }
            // No click gives back what is somebody else's by now, or lets anybody in: they are told, and a person reads it.
            throw Useless(
                invitation.role == .mentor
                    ? "\(person.email) does not lead \(session.code) any more, and says that they would"
                    : "\(person.email) takes no part in \(session.code.program) any more, and says that they come",
                refusing: try refusal(
                    of: answer.wish, by: person, about: session, because: .handedOver, transaction))
        }
        // What is only noted is wanted of whatever they take part in.
        if answer.method == .counter { return takesPart }
        if session.mentor.id == person.id {
            let hasSaidNo = try hasSaidNo(person, to: session, transaction)
            return participation == .accepted && hasSaidNo || participation == .declined && !hasSaidNo
        }
        switch participation {
        case .accepted, .tentative: return !takesPart
        case .declined: return takesPart
        case .needsAction: return false
        }
    }
}
