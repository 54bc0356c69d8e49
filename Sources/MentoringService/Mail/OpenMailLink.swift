import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog
import Wording

extension TrainingService {
    /// What the link with that secret is about, and how things stand; nothing is changed, since programs that look for bad links
    /// open it too.
    /// - Returns: nil when there is no such link, or it has ended.
    public func mailLink(_ secret: String) async throws -> MailLinkShown? {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.read { try open(linkWith: digest, at: now, $0) }
    }

    /// A link that has not ended: what it is about is to come, and its person takes part in the program, not blocked.
    func open(linkWith digest: [UInt8], at now: Instant, _ transaction: any StoreReading) throws -> MailLinkShown? {
        guard let link = try transaction.mailLink(digest: digest) else { return nil }
        switch link.matter {
        case .attend(let id), .lead(let id), .pick(let id):
            guard let session = try transaction.session(id)?.timed(by: zones) else { return nil }
            return try open(link, about: session, at: now, transaction) { person in
                switch link.matter {
                case .attend: try standing(of: person, in: session, at: now, transaction)
                case .lead: try standing(ofMentor: person, of: session, transaction)
                default: try standing(of: person, picking: session, at: now, transaction)
                }
            }
        case .takeSession(let id):
            guard let offer = try transaction.swapOffer(id),
                let session = try transaction.session(offer.session)?.timed(by: zones)
            else { return nil }
            return try open(link, about: session, at: now, transaction) { person in
                try standing(of: person, asked: offer, of: session, at: now, transaction)
            }
        case .keepWeek(let id), .takeWeek(let id):
            guard let turn = try transaction.dutyTurn(id), turn.isUpcoming(at: now),
                let duty = try transaction.duties(of: turn.code.program).first(where: { $0.name == turn.code.duty })
            else { return nil }
            return try open(
                link, about: .week(turn, of: duty.title), in: turn.code.program, until: turn.start, transaction
            ) { person in
                standing(of: person, in: turn, isAsked: link.matter == .takeWeek(id))
            }
        case .reminders:
            guard link.endOfReminders > now, try !transaction.isBlocked(link.person.email, in: nil) else { return nil }
            return MailLinkShown(
                person: link.person, about: .reminders, program: nil,
                standing: .reminded(try transaction.wantsReminders(link.person.id)), end: link.endOfReminders,
                role: .trainee, actor: link.person.email, matter: link.matter)
        }
    }

    private func open(
        _ link: MailLink, about session: Session, at now: Instant, _ transaction: any StoreReading,
        standing: (Person) throws -> MailLinkShown.Standing
    ) throws -> MailLinkShown? {
        guard session.isUpcoming(at: now) else { return nil }
        return try open(
            link, about: .session(session), in: session.code.program, until: session.start, transaction,
            standing: standing)
    }

    private func open(
        _ link: MailLink, about: MailLinkShown.About, in name: Program.Name, until end: Instant,
        _ transaction: any StoreReading, standing: (Person) throws -> MailLinkShown.Standing
    ) throws -> MailLinkShown? {
        guard let role = try transaction.role(of: link.person.email, in: name),
            try transaction.archive(of: name) == nil
        else { return nil }
        let program = try transaction.requireProgram(name)
        let person = try transaction.shown(link.person, in: name)
        return MailLinkShown(
            person: person, about: about, program: program, standing: try standing(person), end: end,
            // What a link does is its person's own to do, so that an organizer's does no more.
            role: min(role, .mentor), actor: link.person.email, matter: link.matter)
    }

    private func standing(
        of person: Person, in session: Session, at now: Instant, _ transaction: any StoreReading
    ) throws -> MailLinkShown.Standing {
        guard session.mentor.id != person.id else {
            return .settled(.leads)
        }
        let counts = try transaction.enrollmentCounts(in: session.id)
        guard let enrollment = try transaction.enrollment(of: person.id, in: session.id) else {
            return .apart(
                free: max(0, session.capacity - counts.enrolled), waiting: counts.waitlisted,
                yields: try transaction.yielding(of: person, in: session, at: now) != nil)
        }
        return enrollment.state == .enrolled
            ? .seated(confirmBy: enrollment.confirmBy, waiting: counts.waitlisted)
            : .waits(try transaction.position(of: enrollment) ?? 1)
    }

    private func standing(
        ofMentor person: Person, of session: Session, _ transaction: any StoreReading
    ) throws -> MailLinkShown.Standing {
        guard session.mentor.id == person.id else { return .settled(.ledBy(session.mentor.name)) }
        let isOffered = try transaction.openOffer(of: session, by: person) != nil
        let hasDeclined = try transaction.invitation(to: person.id, for: session.id)?.participation == .declined
        return .leads(
            isOffered: isOffered || hasDeclined, enrolled: try transaction.enrollmentCounts(in: session.id).enrolled)
    }

    private func standing(
        of person: Person, picking session: Session, at now: Instant, _ transaction: any StoreReading
    ) throws -> MailLinkShown.Standing {
        guard session.mentor.id == person.id else { return .settled(.ledBy(session.mentor.name)) }
        // What not everybody may see yet is shown to who is signed in.
        let ranked = try rankedReviews(of: session.code.program, for: session, at: now, in: transaction)
        return .picks(
            session.pick?.review.title,
            ranked.filter(\.isAvailable).prefix(Self.mostProposals).map {
                MailLinkShown.Proposal(id: $0.review.id, title: $0.review.title, why: $0.standing.why)
            })
    }

    private static var mostProposals: Int { 10 }

    private func standing(
        of person: Person, asked offer: SwapOffer, of session: Session, at now: Instant,
        _ transaction: any StoreReading
    ) throws -> MailLinkShown.Standing {
        guard offer.state == .open else {
            guard session.mentor.id == person.id else { return .settled(.ledBy(session.mentor.name)) }
            return .took(
                canGiveBack: offer.acceptedBy?.id == person.id && session.status == .tentative)
        }
        guard offer.isCurrent(for: session), offer.from.id != person.id,
            offer.to.map({ $0.id == person.id }) ?? true
        else { return .settled(.ledBy(session.mentor.name)) }
        let ledger = try SwapLedger(session, in: transaction, zones: zones, at: now, told: .nobody)
        guard let mentor = ledger.mentor(person) else {
            return .settled(.leadsNoMore)
        }
        if let obstacle = try ledger.obstacle(for: mentor, at: now, isOwn: true) {
            return .settled(.kept(by: obstacle.text))
        }
        return .isAsked(by: offer.from.name, effect: ledger.effect(on: mentor))
    }

    private func standing(of person: Person, in turn: DutyTurn, isAsked: Bool) -> MailLinkShown.Standing {
        guard turn.person.id != person.id else {
            return isAsked ? .took(canGiveBack: false) : .hasWeek(isOffered: turn.offer != nil)
        }
        guard isAsked, let offer = turn.offer, offer.to.map({ $0.id == person.id }) ?? true else {
            return .settled(.hadBy(turn.person.name))
        }
        return .isAsked(by: turn.person.name, effect: [])
    }
}

extension StoreReading {
    /// What a mentor offers of a session of theirs, while it can be taken.
    func openOffer(of session: Session, by mentor: Person) throws -> SwapOffer? {
        try swapOffers(of: session.code.program).first {
            $0.session == session.id && $0.state == .open && $0.from.id == mentor.id
        }
    }
}
