import CivilTime
import Mentoring
import TimeZoneCatalog

/// How soon mail about sessions leaves.
public enum MailPace: Sendable {
    /// All that waits, at once; still one mail per session and person.
    case atOnce
    /// What is near at once; the rest after a quarter of an hour without haste, and no more than three a day to one person.
    case gathered
}

extension TrainingService {
    /// Lets the mails go whose time to wait for others about the same session is over, each session's as one mail per person.
    func letMailGo(_ pace: MailPace, at now: Instant) async throws {
        // Most of the time there is none, and nobody is kept from writing to find that out.
        guard try await !store.read({ try ripeMail(pace, at: now, in: $0).isEmpty }) else { return }
        try await store.write { transaction in
            for ripe in try ripeMail(pace, at: now, in: transaction) {
                try letGo(ripe, pace, at: now, in: transaction)
            }
        }
    }

    /// Mails whose time has come, with their session as it is.
    private struct RipeMail {
        let bundle: MailBundle
        let session: Session
        let recipient: EmailAddress
        let isUrgent: Bool
    }

    /// The nearest session's first, since a day may end before all have left.
    private func ripeMail(_ pace: MailPace, at now: Instant, in transaction: any StoreReading) throws -> [RipeMail] {
        let gathering = try transaction.gatheringMail()
        guard !gathering.isEmpty, try transaction.mailHeldSince() == nil else { return [] }
        let silent = try transaction.pausedPrograms().union(transaction.archivedPrograms())
        return try Dictionary(grouping: gathering) { Addressee(session: $0.session, recipient: $0.recipient) }
            .compactMap { addressee, mails -> RipeMail? in
                guard let session = try transaction.session(addressee.session)?.timed(by: zones),
                    !silent.contains(session.code.program)
                else { return nil }
                let bundle = MailBundle(mails: mails)
                let isUrgent = bundle.isUrgent(at: now, about: session)
                guard pace == .atOnce || isUrgent || bundle.isDue(at: now) else { return nil }
                return RipeMail(bundle: bundle, session: session, recipient: addressee.recipient, isUrgent: isUrgent)
            }
            .sorted {
                ($0.bundle.urgency(of: $0.session, at: now), $0.bundle.mails[0].mail.rawValue)
                    < ($1.bundle.urgency(of: $1.session, at: now), $1.bundle.mails[0].mail.rawValue)
            }
    }

    private struct Addressee: Hashable {
        let session: Identifier<Session>
        let recipient: EmailAddress
    }

    private func letGo(_ ripe: RipeMail, _ pace: MailPace, at now: Instant, in transaction: any StoreWriting) throws {
        if pace == .gathered, !ripe.isUrgent,
            let next = MailAllowance(
                releases: try transaction.releasesOfMail(
                    to: ripe.recipient, from: now.adding(seconds: -MailAllowance.day), to: now)
            ).next
        {
            // No further than a day, whatever a clock said that has been put back since.
            let until = min(next, now.adding(seconds: MailAllowance.day))
            for mail in ripe.bundle.mails { try transaction.putOff(mail.mail, until: until) }
            return
        }
        var invitation = try transaction.invitations(for: ripe.session.id).first {
            try transaction.mailAddress(of: $0.person) == ripe.recipient
        }
        invitation?.person.email = ripe.recipient
        let outcome = ripe.bundle.outcome(
            known: try transaction.lastShown(of: ripe.session.id, to: ripe.recipient), start: ripe.session.start)
        for mail in ripe.bundle.mails {
            if outcome.kept.contains(mail.mail) {
                try transaction.release(mail.mail, urgently: ripe.isUrgent, at: now)
            } else {
                try transaction.remove(gathering: mail.mail)
            }
        }
        guard let reason = outcome.rewritten, let invitation, invitation.method == .request else { return }
        let mail = try transaction.add(
            mail(
                of: .session(
                    try notice(
                        invitation, of: ripe.session, reason, knew: ripe.bundle.plannedStart, in: transaction)),
                in: transaction))
        try transaction.add(
            SessionMail(
                mail: mail.id, recipient: mail.recipient, created: mail.created, session: ripe.session.id,
                word: .invitation(reason.occasion, .request),
                shows: ripe.session.shown(to: invitation.role), isOwnDeed: reason.isOwnDeed, isUrgent: ripe.isUrgent))
        try transaction.release(mail.id, urgently: ripe.isUrgent, at: now)
    }

    private func notice(
        _ invitation: Invitation, of session: Session, _ reason: MailBundle.Reason, knew planned: Instant?,
        in transaction: any StoreReading
    ) throws -> SessionNotice {
        let occasion = reason.occasion
        return SessionNotice(
            invitation: invitation, session: session, program: try transaction.requireProgram(of: session.code),
            occasion: occasion,
            confirmBy: try transaction.enrollment(of: invitation.person.id, in: session.id)?.confirmBy,
            clashes: occasion == .enrolled
                ? [] : try transaction.clashes(of: invitation.person, besides: session, by: zones),
            planned: [.announced, .enrolled, .reinstated].contains(occasion) && invitation.role == .trainee
                ? planned : nil,
            isOwnDeed: reason.isOwnDeed)
    }
}
