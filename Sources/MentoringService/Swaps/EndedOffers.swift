import CivilTime
import Mentoring
import TimeZoneCatalog
import Wording

/// An offer that has ended without being taken.
struct EndedOffer {
    let offer: SwapOffer
    let session: Session
    /// Those who believed otherwise, and hear of it.
    let told: [Person]
}

extension TrainingService {
    /// Stores a mentor who was changed: the one way to change one, so that what they were asked for elsewhere ends with their region.
    ///
    /// - Parameters:
    ///   - mentor: the mentor as they are to be.
    ///   - known: as they are stored; nil for a new one.
    ///   - now: the moment of the change.
    ///   - transaction: the transaction.
    /// - Returns: the offers that lead nowhere any more.
    /// - Throws: `StorageFailure`.
    @discardableResult
    func store(
        _ mentor: Mentor, after known: Mentor?, at now: Instant, in transaction: any StoreWriting
    ) throws -> [EndedOffer] {
        try transaction.save(mentor)
        guard let known, known.region != mentor.region else { return [] }
        return try endIdleOffers(in: mentor.program, at: now, transaction)
    }

    /// Takes back the offers of a program that lead nowhere: whoever made them mentors there no more, or nobody is left who could take
    /// them, since those asked left, lead for another region, or are the same person by now.
    ///
    /// - Returns: each with who is told of it, which is whoever is left of the two sides.
    func endIdleOffers(
        in name: Program.Name, at now: Instant, _ transaction: any StoreWriting
    ) throws -> [EndedOffer] {
        let mentors = try transaction.mentors(of: name)
        return try transaction.swapOffers(of: name).filter { $0.state == .open }.compactMap { open in
            guard let session = try transaction.session(open.session)?.timed(by: zones) else { return nil }
            let isMade = mentors.contains { $0.person.id == open.from.id }
            guard !isMade || !open.canBeTaken(by: mentors, of: session.code.region) else { return nil }
            var offer = open
            let isCurrent = open.isCurrent(for: session) && session.isUpcoming(at: now)
            guard isMade else {
                let told = try withdraw(&offer, of: session, isLed: false, tells: isCurrent, at: now, transaction)
                return EndedOffer(offer: offer, session: session, told: told)
            }
            offer.state = .withdrawn
            try transaction.update(offer)
            // Whoever has asked themself was two people, and is told of becoming one.
            guard isCurrent, open.to?.id != open.from.id else {
                return EndedOffer(offer: offer, session: session, told: [])
            }
            try tell(
                .letter(
                    Letter(
                        reader: open.from, role: .mentor, session: session,
                        program: transaction.requireProgram(of: session.code), subject: .swapUnanswered(open.to),
                        date: now)), in: transaction)
            return EndedOffer(offer: offer, session: session, told: [open.from])
        }
    }

    /// Makes two people one, and takes back what they asked of each other.
    ///
    /// - Returns: what it does besides.
    func unite(
        _ going: Person, into staying: Person, at now: Instant, in transaction: any StoreWriting
    ) throws -> [MergeEffect] {
        try transaction.unite(going.id, into: staying.id)
        return try transaction.programs().flatMap { program in
            try endIdleOffers(in: program.name, at: now, transaction).map { ($0.session.code.description, $0.told) }
                + endIdleOffers(ofWeeksIn: program.name, at: now, transaction).map { ($0.turn.description, $0.told) }
        }.map { code, told in .offeredNoMore(code, told: told.called()) }
    }

    /// Takes back what is offered of a session that is off, or has a mentor who did not take it by the offer.
    /// - Returns: those who were asked and are told.
    func endOffers(
        of session: Session, after known: Session, at now: Instant, _ transaction: any StoreWriting
    ) throws -> [Person] {
        try transaction.swapOffers(of: session.code.program).filter {
            $0.session == session.id && $0.state == .open
        }.flatMap { open in
            var offer = open
            return try withdraw(
                &offer, of: session, isLed: session.status != .cancelled, tells: open.isCurrent(for: known), at: now,
                transaction)
        }
    }

    /// Takes back an offer, and tells those who had been asked where that is news.
    ///
    /// They are told whether the session has a mentor who leads it.
    /// - Returns: those who are told.
    func withdraw(
        _ offer: inout SwapOffer, of session: Session, isLed: Bool = true, tells: Bool = true, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> [Person] {
        let wasOpen = offer.state == .open
        offer.state = .withdrawn
        try transaction.update(offer)
        guard wasOpen, tells else { return [] }
        // Who leads it by now is told just that.
        let asked = try asked(by: offer, in: session.code.program, transaction).filter { $0.id != session.mentor.id }
        try tellThatItIsSettled(asked, of: session, isLed: isLed, at: now, transaction)
        return asked
    }

    /// The mentors of a program whom an offer has asked.
    func asked(
        by offer: SwapOffer, in program: Program.Name, _ transaction: any StoreReading
    ) throws -> [Person] {
        try transaction.mentors(of: program).map(\.person).filter {
            try transaction.lastTold(.askedToLead(offer, $0)) != nil
        }
    }

    /// Tells mentors who were asked to lead a session that nothing is wanted of them any more, and whether somebody leads it.
    /// - Returns: those who are told: whoever did not settle it themself.
    @discardableResult
    func tellThatItIsSettled(
        _ asked: [Person], of session: Session, isLed: Bool, at now: Instant, _ transaction: any StoreWriting
    ) throws -> [Person] {
        let program = try transaction.requireProgram(of: session.code)
        return try asked.filter { reader in
            try tell(
                .letter(
                    Letter(
                        reader: reader, role: .mentor, session: session, program: program,
                        subject: .swapWithdrawn(isLed: isLed), date: now)), in: transaction)
        }
    }
}

extension SwapOffer {
    /// Whether the session is still led by whom the offer says.
    func isCurrent(for session: Session) -> Bool {
        session.mentor.id == (state == .accepted ? acceptedBy?.id : from.id)
    }

    /// Whether any mentor of a region is left who could take it: the one who is asked, or any other than who made it.
    fileprivate func canBeTaken(by mentors: [Mentor], of region: Region) -> Bool {
        mentors.contains { mentor in
            mentor.region == region && mentor.person.id != from.id && to.map { $0.id == mentor.person.id } ?? true
        }
    }
}
