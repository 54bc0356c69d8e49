import CivilTime
import Mentoring
import TimeZoneCatalog

/// What must be told to whom after a session changed: the difference between what each person was last told and what is
/// so now.
///
/// Nobody is told what they know already.
struct SessionNotices {
    /// One thing to tell one person: what they will have been told then, and why.
    struct Draft: Equatable {
        let invitation: Invitation
        /// Nil for what is only recorded.
        var occasion: Occasion?
        /// Until when the person is to say whether they come.
        var confirmBy: Instant?
    }

    let session: Session
    /// The enrollments with a seat.
    let seated: [Enrollment]
    /// What everybody was last told.
    let told: [Invitation]
    let now: Instant
    let zones: TimeZoneCatalog
    /// Makes the token of who is invited for the first time.
    var newToken: () -> String = ReplyAddress.newToken

    /// Finds out what to tell.
    ///
    /// A tentative session is told to nobody. Whoever leads it or has a seat is sent a REQUEST when they have none or theirs
    /// is out of date; whoever was invited and no longer takes part, or whose session is off, is sent a CANCEL, unless they
    /// declined and so know.
    func notices(about change: Occasion? = nil) throws -> [Draft] {
        guard session.status != .tentative else { return [] }
        let concerned = session.status == .cancelled ? [] : participants()
        let requests = try concerned.compactMap { try request(to: $0.person, as: $0.role, about: change) }
        let leaving = told.filter { invitation in
            invitation.method == .request && !invitation.wasDeclined
                && !concerned.contains { $0.person.id == invitation.person.id }
        }
        return leaving.map { cancel($0, about: change) } + requests
    }

    private func participants() -> [(person: Person, role: Invitation.Role)] {
        [(session.mentor, .mentor)]
            + seated.map(\.person).filter { $0.id != session.mentor.id }.map { ($0, Invitation.Role.trainee) }
    }

    /// Finds out what new tz data change for those who were told of an announced session.
    ///
    /// A message goes to just those on whose own wall it moves; for the others only the number of the revision is kept, so
    /// that no later message brings them old news.
    func noticesOfNewClocks() throws -> [Draft] {
        guard session.status == .announced else { return [] }
        return try participants().compactMap { person, role in
            guard let last = lastWord(to: person, as: role) else { return nil }
            var current = try invitation(to: person, as: role)
            if last.zone == current.zone, last.localStart != current.localStart {
                return Draft(invitation: current, occasion: .clocksChanged)
            }
            guard last.sequence != current.sequence else { return nil }
            current.stamp = last.stamp
            current.participation = last.participation
            return Draft(invitation: current, occasion: nil)
        }
    }

    private func request(to person: Person, as role: Invitation.Role, about change: Occasion?) throws -> Draft? {
        let invitation = try invitation(to: person, as: role)
        guard let last = lastWord(to: person, as: role) else {
            return Draft(
                invitation: invitation, occasion: welcome(person, as: role, about: change),
                confirmBy: deadline(for: person))
        }
        guard last.sequence != invitation.sequence else { return nil }
        return Draft(invitation: invitation, occasion: change ?? .changed, confirmBy: deadline(for: person))
    }

    /// The REQUEST that is true now.
    private func invitation(to person: Person, as role: Invitation.Role) throws -> Invitation {
        let last = told.first { $0.person.id == person.id }
        let ownCancels = last?.ownCancels ?? 0
        return Invitation(
            session: session.id, person: person, role: role, method: .request, sequence: session.sequence + ownCancels,
            ownCancels: ownCancels, stamp: stamp(after: last),
            participation: role == .mentor
                ? mentorsAnswer(last) : deadline(for: person) != nil ? .needsAction : .accepted,
            localStart: try zones.rules(for: person.zone).local(at: session.start), zone: person.zone,
            // Whoever was invited without a token keeps the organizer that their calendar knows.
            token: last == nil ? newToken() : last?.token, contact: last?.contact, answered: last?.answered)
    }

    private func deadline(for person: Person) -> Instant? {
        seated.first { $0.person.id == person.id }?.confirmBy
    }

    /// The REQUEST that a person was last sent in that role; nil when there is none, or it was taken back or declined.
    private func lastWord(to person: Person, as role: Invitation.Role) -> Invitation? {
        told.first {
            $0.person.id == person.id && $0.method == .request && $0.role == role && !$0.wasDeclined
        }
    }

    /// What a first invitation is about: whoever takes over from another mentor is entrusted, not told of a change.
    private func welcome(_ person: Person, as role: Invitation.Role, about change: Occasion?) -> Occasion {
        let wasTold = told.contains { $0.person.id == person.id && $0.role == role }
        return switch (role, change) {
        case (_, .announced?): .announced
        case (_, .reinstated?) where wasTold: .reinstated
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

    /// What tells somebody who believes that they have a seat that they wait for one.
    func noticeOfWaiting(after last: Invitation) -> Draft {
        var draft = cancel(last, about: nil)
        draft.occasion = .waiting
        return draft
    }

    private func cancel(_ last: Invitation, about change: Occasion?) -> Draft {
        let isOver = session.status == .cancelled
        var invitation = last
        invitation.method = .cancel
        invitation.ownCancels += isOver ? 0 : 1
        invitation.sequence = session.sequence + invitation.ownCancels
        invitation.stamp = stamp(after: last)
        invitation.participation = .declined
        let leaving: Occasion = [.lapsed, .unseated, .clashed].contains(change) ? change ?? .left : .left
        let occasion: Occasion = isOver ? .cancelled : last.role == .mentor ? .relieved : leaving
        return Draft(invitation: invitation, occasion: occasion)
    }

    /// DTSTAMP: now, or just after the message before (CALENDAR.md rule 11).
    private func stamp(after last: Invitation?) -> Instant {
        last.map { max(now, $0.stamp.adding(seconds: 1)) } ?? now
    }
}

extension TrainingService {
    /// Tells everybody concerned of a session's state, in the transaction that changed it; of new tz data only those on whose
    /// own wall they move it.
    ///
    /// `planned` is when it was to begin as long as it was only planned, which whoever took a seat in it then believes.
    ///
    /// - Returns: those who are told.
    @discardableResult
    func tell(
        _ session: Session, about change: Occasion? = nil, planned: Instant? = nil, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> [Person] {
        guard session.status != .tentative else { return [] }
        let news = SessionNotices(
            session: session,
            seated: try transaction.enrollments(in: session.id).filter { $0.state == .enrolled },
            told: try transaction.invitations(for: session.id), now: now, zones: zones)
        let notices =
            change == .clocksChanged ? try news.noticesOfNewClocks() : try news.notices(about: change)
        return try send(notices, of: news, planned: planned, in: transaction)
    }

    /// Tells one person of a session's state, when nothing changed for anybody else.
    func tell(
        _ person: Person, of session: Session, about change: Occasion? = nil, at now: Instant,
        in transaction: any StoreWriting
    ) throws {
        guard session.status != .tentative else { return }
        let enrollment = try transaction.enrollment(of: person.id, in: session.id)
        let news = SessionNotices(
            session: session, seated: [enrollment].compactMap(\.self).filter { $0.state == .enrolled },
            told: [try transaction.invitation(to: person.id, for: session.id)].compactMap(\.self), now: now,
            zones: zones)
        let notices = try news.notices(about: change).filter { $0.invitation.person.id == person.id }
        _ = try send(notices, of: news, in: transaction)
    }

    /// Tells somebody who said that they come whether they have a seat, or wait for one.
    func tellWhatBecame(
        of enrollment: Enrollment, in session: Session, at now: Instant, _ transaction: any StoreWriting
    ) throws {
        guard enrollment.state == .waitlisted else {
            return try tell(enrollment.person, of: session, at: now, in: transaction)
        }
        guard session.status != .tentative,
            let last = try transaction.invitation(to: enrollment.person.id, for: session.id), last.method == .request
        else { return }
        let news = SessionNotices(session: session, seated: [], told: [last], now: now, zones: zones)
        _ = try send([news.noticeOfWaiting(after: last)], of: news, in: transaction)
    }

    private func send(
        _ notices: [SessionNotices.Draft], of news: SessionNotices, planned: Instant? = nil,
        in transaction: any StoreWriting
    ) throws -> [Person] {
        guard !notices.isEmpty else { return [] }
        let session = news.session
        let program = try transaction.requireProgram(of: session.code)
        return try notices.compactMap { notice in
            var invitation = notice.invitation
            // What a calendar holds is changed and called off by no other ORGANIZER.
            invitation.contact = invitation.contact ?? program.contact
            try transaction.save(invitation)
            guard let occasion = notice.occasion else { return nil }
            let told = SessionNotice(
                invitation: invitation, session: session, program: program, occasion: occasion,
                confirmBy: notice.confirmBy,
                clashes: invitation.method == .request && occasion != .enrolled || occasion == .clashed
                    ? try transaction.clashes(of: invitation.person, besides: session, by: zones) : [],
                before: news.told.first { $0.person.id == invitation.person.id },
                planned: occasion == .announced && invitation.role == .trainee ? planned : nil,
                isOwnDeed: invitation.person.email == actor)
            try tell(.session(told), in: transaction)
            return invitation.person
        }
    }
}

extension Invitation {
    /// Whether a trainee answered that they do not come; a mentor who declines leads until somebody else does.
    var wasDeclined: Bool { role == .trainee && participation == .declined && method == .request }

    /// Whether it stands in a trainee's calendar, on the clock that they still read.
    var isOnTraineesOwnWall: Bool {
        role == .trainee && method == .request && !wasDeclined && zone == person.zone
    }
}
