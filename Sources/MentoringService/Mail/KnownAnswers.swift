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
    /// - Throws: `Useless` for whoever says that they lead what somebody else does, or come to a program that they have left;
    ///   the former with what to tell them.
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
            // No click gives back what is somebody else's by now, or lets anybody in: they are told, and a person reads it.
            throw Useless(
                invitation.role == .mentor
                    ? "\(person.email) does not lead \(session.code) any more, and says that they would"
                    : "\(person.email) takes no part in \(session.code.program) any more, and says that they come",
                refusing: try refusal(
                    of: .answer(participation), by: person, about: session, because: .handedOver, transaction))
        }
        switch participation {
        case .accepted, .tentative: return !takesPart
        case .declined: return takesPart
        case .needsAction: return false
        }
    }
}
