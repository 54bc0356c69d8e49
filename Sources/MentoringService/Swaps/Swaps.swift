import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog
import Wording

extension OfferSwap: HandledRequest {
    /// Offers a session to another mentor of its region, or to all of them who could lead it within their day.
    ///
    /// Nothing changes until somebody takes it; those who are asked are told by mail.
    ///
    /// - Returns: the offer, and what taking it would mean for each who is asked.
    /// - Throws: `Refusal` not-found for an unknown session or mentor; not-allowed for somebody else's session; conflict when it
    ///   has begun or is off, is offered already, or nobody could take it, with the reasons.
    public func carryOut(for client: Client) async throws -> SwapOfferView {
        let service = client.service
        let code = session
        let email = try client.caller.person()
        let other = try to?.address
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let session = try transaction.requireSession(code, by: service.zones)
            let person = try transaction.requirePerson(email)
            guard session.mentor.id == person.id else {
                throw Refusal(.notAllowed, "\(session.code) is led by somebody else; only its mentor can offer it")
            }
            try service.refuseUnlessSwappable(session, at: now)
            let asked = try other.map { try transaction.requireMentor($0, of: session.code.program).person }
            let heard = try ToldOfSession(session, for: client, before: transaction)
            var view = try service.open(
                session, from: session.mentor, to: asked, at: now, told: client.principal, transaction)
            // Whom an offer is made to, or could be, is in it.
            let mentors = try transaction.mentors(of: session.code.program).map(\.person)
            view.toldNames = try heard.names(knowing: mentors, transaction)
            return view
        }
    }
}

extension ListSwaps: HandledRequest {
    /// A program's offers that can still be taken or undone, oldest first.
    public func carryOut(for client: Client) async throws -> [SwapOfferView] {
        let service = client.service
        let (name, principal) = (program, client.principal)
        let now = service.clock.now()
        let email = client.caller.email
        return try await service.store.read { transaction in
            let reader = try email.flatMap { try transaction.person($0)?.id }
            return try transaction.swapOffers(of: transaction.requireProgram(name).name).filter {
                $0.state != .withdrawn
            }
            .compactMap { offer in
                guard let session = try transaction.session(offer.session)?.timed(by: service.zones),
                    session.isUpcoming(at: now), offer.isCurrent(for: session),
                    offer.state == .open || session.status == .tentative
                else { return nil }
                return try SwapLedger(
                    session, in: transaction, zones: service.zones, at: now, told: principal
                ).view(of: offer, for: reader)
            }
        }
    }
}

extension AcceptSwap: HandledRequest {
    /// Takes an offered session: whoever accepts leads it from now on, and planning leaves it to them.
    /// - Throws: `Refusal` not-found for an unknown offer; not-allowed for who was not asked; conflict when it was taken or
    ///   withdrawn, or cannot be led by them.
    public func carryOut(for client: Client) async throws -> SwapOfferView {
        let service = client.service
        let id = offer
        let email = try client.caller.person()
        let now = service.clock.now()
        return try await service.store.write { transaction in
            var offer = try service.requireOffer(id, transaction)
            let session = try service.requireSession(of: offer, transaction)
            guard offer.state == .open, offer.isCurrent(for: session) else {
                throw Refusal(.conflict, "offer \(id) can no longer be taken: \(offer.whereItStands(session))")
            }
            try service.refuseUnlessSwappable(session, at: now)
            let taker = try transaction.requireMentor(email, of: session.code.program)
            guard offer.to == nil || offer.to?.id == taker.person.id, taker.person.id != offer.from.id else {
                throw Refusal(.notAllowed, "offer \(id) was made to somebody else")
            }
            let ledger = try SwapLedger(
                session, in: transaction, zones: service.zones, at: now, told: client.principal)
            let isOwn = client.caller.speaks(for: email)
            if let obstacle = try ledger.obstacle(for: taker, at: now, isOwn: isOwn) {
                throw Refusal(.conflict, obstacle.text)
            }
            let heard = try ToldOfSession(session, for: client, before: transaction)
            offer.state = .accepted
            offer.acceptedBy = taker.person
            try transaction.update(offer)
            var told = try service.entrust(session, to: taker.person, agreed: true, at: now, transaction)
            told += try service.tellOfTaken(offer, at: now, transaction)
            var view = try ledger.view(of: offer, takenBy: taker, isOwn: isOwn)
            view.told = told
            // The people in it are in a session of theirs from now on.
            let people = try transaction.enrollments(in: session.id).map(\.person)
            let mentors = try transaction.mentors(of: session.code.program).map(\.person)
            view.toldNames = try heard.names(knowing: people + mentors, transaction)
            return view
        }
    }
}

extension WithdrawSwap: HandledRequest {
    /// Takes back an offer; one that was taken is undone as long as the session is tentative.
    /// - Throws: `Refusal` not-found for an unknown offer; not-allowed for whom it does not concern; conflict when it is too late.
    public func carryOut(for client: Client) async throws -> SwapOfferView {
        let service = client.service
        let id = offer
        let email = try client.caller.person()
        let now = service.clock.now()
        return try await service.store.write { transaction in
            var offer = try service.requireOffer(id, transaction)
            let session = try service.requireSession(of: offer, transaction)
            let person = try transaction.requirePerson(email)
            guard [offer.from.id, offer.acceptedBy?.id].contains(person.id) else {
                throw Refusal(.notAllowed, "offer \(id) was neither made nor taken by you")
            }
            guard offer.state != .withdrawn else { throw Refusal(.conflict, "offer \(id) is withdrawn already") }
            try service.refuseUnlessSwappable(session, at: now)
            var told = 0
            if offer.state == .accepted {
                guard session.status == .tentative, offer.isCurrent(for: session) else {
                    throw Refusal(
                        .conflict,
                        "\(session.code) is \(session.status.rawValue) with \(session.mentor.name); to change it once more: meridian swap offer \(session.code)"
                    )
                }
                let ledger = try SwapLedger(
                    session, in: transaction, zones: service.zones, at: now, told: client.principal)
                if let obstacle = try ledger.obstacle(toGivingBackTo: offer.from, at: now) {
                    throw Refusal(
                        .conflict,
                        "\(obstacle.text); to give it to somebody else: meridian swap offer \(session.code)")
                }
                told = try service.entrust(session, to: offer.from, agreed: false, at: now, transaction)
            }
            let takesBackNo =
                try offer.state == .open && offer.isCurrent(for: session)
                && transaction.lastTold(.offeredByNo(offer.id)) != nil
                && service.hasSaidNo(offer.from, to: session, transaction)
            told += try service.withdraw(&offer, of: session, at: now, transaction).count
            if takesBackNo {
                try service.note(.accepted, of: offer.from, session, at: now, transaction)
                try service.tellThatTheyReturn(to: session, at: now, transaction)
            }
            var view = try SwapLedger(
                session, in: transaction, zones: service.zones, at: now, told: client.principal
            ).view(of: offer)
            view.told = told
            return view
        }
    }
}

extension TrainingService {
    /// Offers the turn of a mentor who declined its invitation to those who could lead it, and tells the program's contact.
    func offerBecauseDeclined(
        _ session: Session, by mentor: Person, comment: String?, at now: Instant, _ transaction: any StoreWriting
    ) throws {
        let program = try transaction.requireProgram(of: session.code)
        let contact = program.reader(at: program.contact, of: session)
        try tell(
            .letter(
                Letter(
                    reader: contact, role: .mentor, session: session, program: program,
                    subject: .mentorDeclined(comment: comment), date: now)), in: transaction)
        do {
            let offer = try open(session, from: mentor, to: nil, at: now, told: .nobody, transaction)
            try transaction.setTold(.offeredByNo(offer.id), at: now)
        } catch is Refusal {
            // Nobody could take it, or it is offered already: the contact knows.
        }
    }

    /// Tells those who were told that a mentor cannot lead a session that they lead it after all, and takes back their offer.
    func takeBackDecline(
        of session: Session, by mentor: Person, at now: Instant, _ transaction: any StoreWriting
    ) throws {
        if var open = try transaction.openOffer(of: session, by: mentor) {
            _ = try withdraw(&open, of: session, at: now, transaction)
        }
        try tellThatTheyReturn(to: session, at: now, transaction)
    }

    /// Tells the program's contact, who was told that a mentor cannot lead a session, that they do.
    fileprivate func tellThatTheyReturn(
        to session: Session, at now: Instant, _ transaction: any StoreWriting
    ) throws {
        let program = try transaction.requireProgram(of: session.code)
        let contact = program.reader(at: program.contact, of: session)
        try tell(
            .letter(
                Letter(
                    reader: contact, role: .mentor, session: session, program: program, subject: .mentorReturned,
                    date: now)), in: transaction)
    }

    fileprivate func open(
        _ session: Session, from mentor: Person, to asked: Person?, at now: Instant,
        told principal: Principal, _ transaction: any StoreWriting
    ) throws -> SwapOfferView {
        for var earlier in try transaction.swapOffers(of: session.code.program)
        where earlier.session == session.id && earlier.state == .open {
            guard !earlier.isCurrent(for: session) else {
                throw Refusal(
                    .conflict,
                    "\(session.code) is offered already, as number \(earlier.id); take it back first: meridian swap withdraw \(earlier.id)"
                )
            }
            earlier.state = .withdrawn
            try transaction.update(earlier)
        }
        let ledger = try SwapLedger(session, in: transaction, zones: zones, at: now, told: principal)
        // What they had to lead is the next plan's to give to another.
        guard ledger.isMentor(mentor) else {
            throw Refusal(
                .conflict,
                "\(mentor.name) mentors in \(ledger.program.title) no more; the next plan gives \(session.code) to another"
            )
        }
        let takers = try ledger.takers(asked: asked, at: now)
        let offer = try transaction.add(SwapOffer(session: session.id, from: mentor, to: asked, made: now))
        for taker in takers {
            try tell(
                .letter(
                    Letter(
                        reader: taker.person, role: .mentor, session: session, program: ledger.program,
                        subject: .swapOffered(offer, effect: ledger.effect(on: taker)), date: now)),
                once: [.askedToLead(offer, taker.person)], at: now, in: transaction)
        }
        var view = try ledger.view(of: offer)
        view.told = takers.count
        return view
    }

    fileprivate func entrust(
        _ known: Session, to mentor: Person, agreed: Bool, at now: Instant, _ transaction: any StoreWriting
    ) throws -> Int {
        var session = known
        session.mentor = mentor
        session.isAgreed = agreed
        session.slot = nil
        var told = Set(try store(&session, at: now, in: transaction).map(\.id))
        told.formUnion(
            try tellOfHandover(of: session, from: known.mentor, agreed: agreed, at: now, transaction).map(\.id))
        return told.count
    }

    fileprivate func requireOffer(_ id: Identifier<SwapOffer>, _ transaction: any StoreReading) throws -> SwapOffer {
        guard let offer = try transaction.swapOffer(id) else { throw Refusal.noOffer(id) }
        return offer
    }

    fileprivate func requireSession(of offer: SwapOffer, _ transaction: any StoreReading) throws -> Session {
        guard let session = try transaction.session(offer.session) else { throw Refusal.noOffer(offer.id) }
        return session.timed(by: zones)
    }

    fileprivate func refuseUnlessSwappable(_ session: Session, at now: Instant) throws {
        guard session.isUpcoming(at: now) else {
            throw Refusal(
                .conflict,
                "\(session.code) \(session.status == .cancelled ? "is cancelled" : "has begun"); it stays as it is"
            )
        }
    }
}

extension SwapOffer {
    fileprivate func whereItStands(_ session: Session) -> String {
        switch state {
        case .withdrawn: "it was withdrawn"
        case .accepted: "\(acceptedBy?.name ?? "somebody else") took it"
        case .open: "\(session.mentor.name) leads \(session.code) by now"
        }
    }
}
