import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// What the link with that secret asks; nothing is changed, since programs that look for bad links open it too.
    /// - Returns: nil when there is no such link, or its matter is over.
    public func mailMatter(_ secret: String) async throws -> MailMatterShown? {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.read { transaction in try open(digest, at: now, transaction)?.shown }
    }

    /// Does what the link with that secret asks, in the name of whom it was mailed to; the link ends with it.
    ///
    /// - Parameters:
    ///   - secret: what stands in the link.
    ///   - choice: their answer, as the page on which they gave it had it; since then another mail may want something else.
    /// - Returns: nil when there is no such link, or its matter is over.
    /// - Throws: `Refusal` as enrolling and leaving do; `BadInput` without a choice where one is needed.
    public func settle(_ secret: String, choosing choice: ParticipationStatus?) async throws -> MailMatterOutcome? {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.write { transaction in
            guard let (matter, shown) = try open(digest, at: now, transaction) else { return nil }
            if choice == nil, case .anotherTime(let start) = matter.wish {
                return try propose(start, by: shown.person, shown.session, at: now, transaction)
            }
            guard let participation = choice ?? matter.wish.participation else {
                throw BadInput("press one of the buttons, so that it is known what your answer is")
            }
            return try transaction.writingDown(
                .about(shown.session, matter.wish.action, by: shown.person.email, way: .web), at: now
            ) {
                try transaction.removeMailMatters(of: shown.person.id, about: shown.session.id)
                return try settle(participation, by: shown.person, shown.session, at: now, transaction)
            }
        }
    }

    /// Notes another time for the mentor to see, as a calendar proposes it.
    private func propose(
        _ start: Instant, by person: Person, _ session: Session, at now: Instant, _ transaction: any StoreWriting
    ) throws -> MailMatterOutcome {
        guard try session.mentor.id == person.id || transaction.enrollment(of: person.id, in: session.id) != nil else {
            throw Refusal(.conflict, "you take no part in \(session.code) any more")
        }
        return try transaction.writingDown(
            .about(session, "answerInvitation", by: person.email, way: .web), at: now
        ) {
            try transaction.removeMailMatters(of: person.id, about: session.id)
            try transaction.save(
                TimeProposal(session: session.id, person: person, start: start, comment: nil, made: now))
            return .noted
        }
    }

    /// A matter that is not over: its session is to come, and its person takes part in the program, not blocked.
    private func open(
        _ digest: [UInt8], at now: Instant, _ transaction: any StoreReading
    ) throws -> (matter: MailMatter, shown: MailMatterShown)? {
        guard let matter = try transaction.mailMatter(digest: digest),
            let session = try transaction.session(matter.session)?.timed(by: zones), session.isUpcoming(at: now),
            try transaction.role(of: matter.person.email, in: session.code.program) != nil,
            try transaction.archive(of: session.code.program) == nil
        else { return nil }
        let shown = MailMatterShown(
            wish: matter.wish, leads: session.mentor.id == matter.person.id, session: session,
            program: try transaction.requireProgram(of: session.code).title, person: matter.person)
        return (matter, shown)
    }

    /// Does what somebody says of their part in a session, as if they had answered their invitation so.
    func settle(
        _ participation: ParticipationStatus, by person: Person, _ session: Session, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> MailMatterOutcome {
        if session.mentor.id == person.id {
            let hasSaidNo = try hasSaidNo(person, to: session, transaction)
            guard !hasSaidNo || participation == .accepted || participation == .declined else {
                throw Refusal(
                    .conflict, "you have declined \(session.code), and a maybe does not take that back: say yes or no")
            }
            try note(participation, of: person, session, at: now, transaction)
            _ = try carryOut(
                participation, ofMentorOf: session, person, hasSaidNo: hasSaidNo, comment: nil, at: now,
                transaction)
            switch participation {
            case .accepted: return .leads
            case .declined: return .offered
            case .tentative, .needsAction: return .noted
            }
        }
        // Whoever was asked to lead it was not offered a seat.
        if try transaction.invitation(to: person.id, for: session.id)?.role == .mentor {
            guard participation == .declined else {
                throw Refusal(.conflict, "\(session.mentor.name) leads \(session.code) by now")
            }
            return .out
        }
        switch participation {
        case .accepted:
            let enrollment = try place(person, in: session, at: now, transaction)
            try tellWhatBecame(of: enrollment, in: session, at: now, transaction)
            guard enrollment.state == .enrolled else {
                return .waiting(try transaction.position(of: enrollment) ?? 1)
            }
            try note(.accepted, of: person, session, at: now, transaction)
            return .seated
        case .declined:
            if try transaction.enrollment(of: person.id, in: session.id) != nil {
                _ = try leave(session, person, at: now, in: transaction)
            }
            try note(.declined, of: person, session, at: now, transaction)
            return .out
        case .tentative, .needsAction:
            guard try transaction.enrollment(of: person.id, in: session.id)?.state == .enrolled else {
                throw Refusal(.conflict, "you have no seat in \(session.code), and a maybe takes none")
            }
            try note(participation, of: person, session, at: now, transaction)
            return .noted
        }
    }

    /// Records an answer that was given here, where they have an invitation that it answers.
    func note(
        _ participation: ParticipationStatus, of person: Person, _ session: Session, at now: Instant,
        _ transaction: any StoreWriting
    ) throws {
        guard let invitation = try transaction.invitation(to: person.id, for: session.id) else { return }
        try record(invitation.answered(now, participation), at: now, transaction)
    }
}

extension MailMatter.Wish {
    /// The answer that it comes to; nil for one that nobody could read, and for another time.
    var participation: ParticipationStatus? {
        switch self {
        case .answer(let participation): participation
        case .enroll: .accepted
        case .leave: .declined
        case .anotherTime: nil
        }
    }

    /// What is written down when it is done.
    fileprivate var action: String {
        switch self {
        case .answer, .anotherTime: "answerInvitation"
        case .enroll: "enroll"
        case .leave: "leave"
        }
    }
}
