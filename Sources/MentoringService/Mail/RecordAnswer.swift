import CivilTime
import Mentoring
import MentoringAPI

extension TrainingService {
    /// Does what a person's own answer to their invitation says.
    /// - Throws: `Useless` when it cannot be done, so that they are asked.
    func record(
        _ answer: CalendarAnswer, to invitation: Invitation, _ session: Session, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> ReceivedMail {
        let code = session.code.description
        let stamp = answer.stampThatCounts(after: invitation.answered, at: now)
        if answer.method == .counter {
            try transaction.save(
                TimeProposal(
                    session: session.id, person: invitation.person, start: answer.proposedStart,
                    comment: answer.comment, made: stamp))
            try record(invitation.answered(stamp, invitation.participation), at: now, transaction)
            return ReceivedMail(outcome: .noted, session: code)
        }
        switch (answer.participation, invitation.role) {
        case (.declined, .trainee):
            return try giveUp(session, invitation.answered(stamp, .declined), at: now, transaction)
        case (let participation, .mentor):
            let hasSaidNo = try hasSaidNo(invitation.person, to: session, transaction)
            if hasSaidNo, participation == .tentative {
                throw Useless(
                    "they have declined, and a maybe does not take that back",
                    asking: Question(invitation, .answer(.accepted), because: .declined))
            }
            if hasSaidNo, participation == .needsAction {
                return ReceivedMail(outcome: .known, session: code, reason: "they have declined")
            }
            try record(invitation.answered(stamp, participation), at: now, transaction)
            let isNews = try carryOut(
                participation, ofMentorOf: session, invitation.person, hasSaidNo: hasSaidNo,
                comment: answer.comment, at: now, transaction)
            guard participation == .declined else { break }
            return isNews
                ? ReceivedMail(outcome: .offered, session: code, participation: .declined)
                : ReceivedMail(outcome: .known, session: code, reason: "they have declined already")
        case (let participation, .trainee):
            guard let mine = try transaction.enrollment(of: invitation.person.id, in: session.id) else {
                return try returns(participation, invitation, session, stamp: stamp, at: now, transaction)
            }
            guard mine.state == .enrolled else {
                try record(invitation.answered(stamp, invitation.participation), at: now, transaction)
                // Their calendar shows it from this answer on, as if they had a seat.
                if participation == .accepted || participation == .tentative {
                    try tellWhatBecame(of: mine, in: session, at: now, transaction)
                }
                return ReceivedMail(outcome: .known, session: code, reason: "they wait for a seat in \(code)")
            }
            if participation == .accepted { _ = try seat(invitation, in: session, at: now, transaction) }
            try record(invitation.answered(stamp, participation), at: now, transaction)
        }
        return ReceivedMail(outcome: .recorded, session: code, participation: answer.participation)
    }

    /// Does what a mentor's answer says, by mail or behind a link: who cannot lead has the session offered to others, and who can
    /// after all takes that back.
    ///
    /// `hasSaidNo` is how things stand: said again, a no is no news to those who were asked.
    ///
    /// - Returns: whether it is news to anybody.
    /// - Throws: `StorageFailure`.
    func carryOut(
        _ participation: ParticipationStatus, ofMentorOf session: Session, _ mentor: Person,
        hasSaidNo: Bool, comment: String?, at now: Instant, _ transaction: any StoreWriting
    ) throws -> Bool {
        switch (participation, hasSaidNo) {
        case (.declined, true): return false
        case (.declined, false):
            try offerBecauseDeclined(session, by: mentor, comment: comment, at: now, transaction)
        case (.accepted, true): try takeBackDecline(of: session, by: mentor, at: now, transaction)
        case (.accepted, false), (.tentative, _), (.needsAction, _): break
        }
        return true
    }

    /// Whether others believe that a mentor cannot lead a session, since they declined it: until they say yes, or take its offer back.
    ///
    /// A maybe does not change that, nor does a new invitation, as of a session that has moved: what their no offered is still open.
    func hasSaidNo(_ mentor: Person, to session: Session, _ transaction: any StoreReading) throws -> Bool {
        if let invitation = try transaction.invitation(to: mentor.id, for: session.id), invitation.role == .mentor,
            invitation.method == .request, invitation.participation == .declined
        {
            return true
        }
        return try transaction.openOffer(of: session, by: mentor).map {
            try transaction.lastTold(.offeredByNo($0.id)) != nil
        } ?? false
    }

    /// What becomes of the answer of somebody who had declined, or left: a yes takes a seat again, or a place on the list.
    private func returns(
        _ participation: ParticipationStatus, _ invitation: Invitation, _ session: Session, stamp: Instant,
        at now: Instant, _ transaction: any StoreWriting
    ) throws -> ReceivedMail {
        let code = session.code.description
        switch participation {
        case .needsAction, .declined:
            return ReceivedMail(outcome: .known, session: code, reason: "they have no seat in \(code)")
        case .tentative:
            throw Useless(
                "they have no seat in \(code), and a maybe takes none",
                asking: Question(invitation, .enroll, because: .noSeat))
        case .accepted:
            // What they said yes to was another hour, or place.
            guard invitation.sequence == session.sequence + invitation.ownCancels else {
                throw Useless(
                    "the session has changed since the invitation it answers",
                    asking: Question(invitation, .answer(.accepted), because: .outdated))
            }
            let enrollment = try seat(invitation, in: session, at: now, transaction)
            try record(invitation.answered(stamp, invitation.participation), at: now, transaction)
            try tellWhatBecame(of: enrollment, in: session, at: now, transaction)
            return ReceivedMail(
                outcome: enrollment.state == .enrolled ? .enrolled : .waitlisted, session: code,
                participation: .accepted)
        }
    }

    /// Gives them a seat or a place, or confirms the one that they have.
    private func seat(
        _ invitation: Invitation, in session: Session, at now: Instant, _ transaction: any StoreWriting
    ) throws -> Enrollment {
        do {
            return try place(invitation.person, in: session, at: now, transaction)
        } catch let refusal as Refusal {
            throw Useless(refusal.description, asking: Question(invitation, .answer(.accepted), because: .clash))
        }
    }

    /// Frees the seat, or the place on the list, of somebody who says by mail that they do not come.
    ///
    /// Their invitation, as it is now answered, says whether their calendar shows it: who declined in it is sent no CANCEL.
    func giveUp(
        _ session: Session, _ invitation: Invitation, at now: Instant, _ transaction: any StoreWriting
    ) throws -> ReceivedMail {
        let code = session.code.description
        guard try transaction.enrollment(of: invitation.person.id, in: session.id) != nil else {
            return ReceivedMail(outcome: .known, session: code, reason: "they have no seat in \(code)")
        }
        try record(invitation, at: now, transaction)
        _ = try leave(session, invitation.person, at: now, in: transaction)
        return ReceivedMail(outcome: .left, session: code, participation: .declined)
    }
}

extension CalendarAnswer {
    /// The moment that stands for DTSTAMP when answers are put in order.
    ///
    /// A clock that runs ahead makes no answer newer than its receipt; it was made before that, so the next one counts.
    fileprivate func stampThatCounts(after answered: Instant?, at now: Instant) -> Instant {
        guard stamp > now else { return stamp }
        let before = now.adding(seconds: -1)
        return answered.map { max($0, before) } ?? before
    }
}

extension Invitation {
    /// What is known of it once it is answered.
    func answered(_ stamp: Instant, _ participation: ParticipationStatus) -> Invitation {
        var invitation = self
        invitation.answered = stamp
        invitation.participation = participation
        return invitation
    }
}
