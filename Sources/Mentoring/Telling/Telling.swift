import CivilTime

/// What must be told to whom after a session changed: the difference between what each person was last told and what is
/// so now.
///
/// Nobody is told what they know already.
struct Telling {
    /// One thing to tell one person: what they will have been told then, and why.
    struct Notice: Equatable {
        let invitation: Invitation
        let occasion: Occasion
    }

    let session: Session
    /// Those with a seat.
    let seated: [Person]
    /// What everybody was last told.
    let told: [Invitation]
    let now: Instant

    /// Finds out what to tell.
    ///
    /// A tentative session is told to nobody. Whoever leads it or has a seat is sent a REQUEST when they have none or theirs
    /// is out of date; whoever was invited and no longer takes part, or whose session is off, is sent a CANCEL.
    func notices(about change: Occasion? = nil) -> [Notice] {
        guard session.status != .tentative else { return [] }
        let concerned = session.status == .cancelled ? [] : participants()
        let requests = concerned.compactMap { request(to: $0.person, as: $0.role, about: change) }
        let leaving = told.filter { invitation in
            invitation.method == .request && !concerned.contains { $0.person.id == invitation.person.id }
        }
        return leaving.map(cancel) + requests
    }

    private func participants() -> [(person: Person, role: Invitation.Role)] {
        [(session.mentor, .mentor)]
            + seated.filter { $0.id != session.mentor.id }.map { ($0, Invitation.Role.trainee) }
    }

    private func request(to person: Person, as role: Invitation.Role, about change: Occasion?) -> Notice? {
        let last = told.first { $0.person.id == person.id }
        let ownCancels = last?.ownCancels ?? 0
        let invitation = Invitation(
            session: session.id, person: person, role: role, method: .request, sequence: session.sequence + ownCancels,
            ownCancels: ownCancels, stamp: stamp(after: last),
            participation: role == .mentor ? mentorsAnswer(last) : .accepted)
        guard let last, last.method == .request, last.role == role else {
            return Notice(invitation: invitation, occasion: welcome(as: role, about: change))
        }
        guard last.sequence != invitation.sequence else { return nil }
        return Notice(invitation: invitation, occasion: change ?? .moved)
    }

    /// What a first invitation is about: whoever takes over from another mentor is entrusted, not told of a change.
    private func welcome(as role: Invitation.Role, about change: Occasion?) -> Occasion {
        switch (role, change) {
        case (_, .announced?): .announced
        case (.mentor, _): .entrusted
        case (.trainee, .promoted?): .promoted
        case (.trainee, _): .enrolled
        }
    }

    /// A mentor who has answered keeps the answer until time or place changes.
    private func mentorsAnswer(_ last: Invitation?) -> ParticipationStatus {
        guard let last, last.role == .mentor, last.method == .request,
            last.sequence == session.sequence + last.ownCancels
        else { return .needsAction }
        return last.participation
    }

    private func cancel(_ last: Invitation) -> Notice {
        let isOver = session.status == .cancelled
        var invitation = last
        invitation.method = .cancel
        invitation.ownCancels += isOver ? 0 : 1
        invitation.sequence = session.sequence + invitation.ownCancels
        invitation.stamp = stamp(after: last)
        invitation.participation = .declined
        let occasion: Occasion = isOver ? .cancelled : last.role == .mentor ? .relieved : .left
        return Notice(invitation: invitation, occasion: occasion)
    }

    /// DTSTAMP: now, or just after the message before (CALENDAR.md rule 11).
    private func stamp(after last: Invitation?) -> Instant {
        last.map { max(now, $0.stamp.adding(seconds: 1)) } ?? now
    }
}

extension TrainingOffice {
    /// Tells everybody concerned of a session's state, in the transaction that changed it.
    /// - Returns: those who are told.
    @discardableResult
    func tell(_ session: Session, about change: Occasion? = nil, in books: any StoreWriting) throws -> [Person] {
        guard session.status != .tentative else { return [] }
        let program = try books.requireProgram(session.code.program)
        let seated = try books.enrollments(in: session.id).filter { $0.state == .enrolled }.map(\.person)
        let telling = Telling(
            session: session, seated: seated, told: try books.invitations(for: session.id), now: clock.now())
        return try telling.notices(about: change).map { notice in
            try books.save(notice.invitation)
            let message = try correspondence.message(
                for: notice.invitation, to: session, of: program, about: notice.occasion)
            _ = try books.add(message)
            return notice.invitation.person
        }
    }
}
