import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

extension OfferDutyTurn: HandledRequest {
    /// Offers a week of a duty to another volunteer, or to all who are there.
    ///
    /// Nothing changes until somebody takes it; those who are asked are told by mail.
    /// - Throws: `Refusal` not-found for an unknown week; not-allowed for somebody else's; conflict when it has begun or is
    ///   offered already, or nobody could take it, with the reasons.
    public func carryOut(for client: Client) async throws -> DutyOfferView {
        let service = client.service
        let code = turn
        let email = try client.caller.person()
        let other = try to?.address
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let turn = try transaction.requireDutyTurn(code)
            try service.requireOwn(turn, of: email, at: now, transaction)
            guard turn.offer == nil else {
                throw Refusal(
                    .conflict,
                    "\(turn.code) is offered already; take it back first: meridian swap withdraw \(turn.code)")
            }
            return try service.offer(turn, to: other, at: now, transaction)
        }
    }
}

extension AcceptDutyTurn: HandledRequest {
    /// Takes a week of a duty that is offered: it is theirs from now on, and planning leaves it to them.
    /// - Throws: `Refusal` not-found for an unknown week; not-allowed for who was not asked; conflict when it is not offered,
    ///   has begun, or cannot be theirs.
    public func carryOut(for client: Client) async throws -> DutyOfferView {
        let service = client.service
        let code = turn
        let email = try client.caller.person()
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let known = try transaction.requireDutyTurn(code)
            let taker = try transaction.shown(transaction.requirePerson(email), in: known.code.program)
            guard let offer = known.offer else { throw Refusal(.conflict, "\(known.code) is not offered to anybody") }
            guard offer.to == nil || offer.to?.id == taker.id, taker.id != known.person.id else {
                throw Refusal(.notAllowed, "\(known.code) was offered to somebody else")
            }
            try service.refuseOnceBegun(known, at: now)
            let ledger = try DutyLedger(known, in: transaction)
            if let obstacle = ledger.obstacle(for: taker) { throw Refusal(.conflict, obstacle.text) }
            var turn = known
            turn.person = taker
            turn.isAgreed = true
            turn.offer = nil
            var told = try service.store(&turn, after: known, of: ledger.facts.duty, at: now, in: transaction)
            if known.status == .tentative {
                // No calendar says it.
                let notice = DutyNotice(
                    person: known.person, turn: turn, duty: ledger.facts.duty, program: ledger.program,
                    occasion: .handedOver, date: now)
                if try service.tell(.duty(notice), in: transaction) { told.append(known.person) }
            }
            return ledger.view(of: turn, candidates: [], told: told.count, at: now)
        }
    }
}

extension WithdrawDutyTurn: HandledRequest {
    /// Takes back an offer of a week; those who were asked are told.
    /// - Throws: `Refusal` not-found for an unknown week; not-allowed for somebody else's; conflict when it is not offered.
    public func carryOut(for client: Client) async throws -> DutyOfferView {
        let service = client.service
        let code = turn
        let email = try client.caller.person()
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let known = try transaction.requireDutyTurn(code)
            try service.requireOwn(known, of: email, at: now, transaction)
            guard known.offer != nil else { throw Refusal(.conflict, "\(known.code) is not offered to anybody") }
            return try service.withdrawOffer(of: known, at: now, transaction)
        }
    }
}

extension TrainingService {
    /// Offers a week that is not offered yet to one volunteer, or to all who are there, and tells them.
    /// - Throws: `Refusal` conflict when nobody could take it, with the reasons.
    func offer(
        _ known: DutyTurn, to other: EmailAddress?, at now: Instant, _ transaction: any StoreWriting
    ) throws -> DutyOfferView {
        var turn = known
        let ledger = try DutyLedger(turn, in: transaction)
        guard ledger.facts.isVolunteer(known.person.id) else {
            throw Refusal(
                .conflict,
                "\(known.person.name) takes no turns at \(ledger.facts.duty.title) any more; the next plan gives \(known.code) to another"
            )
        }
        let asked = try ledger.takers(asked: other.map(ledger.volunteer))
        turn.offer = DutyTurn.Offer(to: other == nil ? nil : asked.first)
        try store(&turn, after: known, of: ledger.facts.duty, at: now, in: transaction)
        for person in asked {
            let notice = DutyNotice(
                person: person, turn: turn, duty: ledger.facts.duty, program: ledger.program, occasion: .offered,
                date: now)
            try tell(.duty(notice), once: [.askedToTake(turn, person)], at: now, in: transaction)
        }
        return ledger.view(of: turn, candidates: asked, told: asked.count, at: now)
    }

    /// Takes back the offer of a week, and tells those who were asked that nothing is wanted of them any more.
    @discardableResult
    func withdrawOffer(
        of known: DutyTurn, at now: Instant, _ transaction: any StoreWriting
    ) throws -> DutyOfferView {
        var turn = known
        turn.offer = nil
        let ledger = try DutyLedger(known, in: transaction)
        let told = try store(&turn, after: known, of: ledger.facts.duty, at: now, in: transaction)
        return ledger.view(of: turn, candidates: [], told: told.count, at: now)
    }
}

extension TrainingService {
    fileprivate func requireOwn(
        _ turn: DutyTurn, of email: EmailAddress, at now: Instant, _ transaction: any StoreReading
    ) throws {
        guard try transaction.requirePerson(email).id == turn.person.id else {
            throw Refusal(.notAllowed, "\(turn.code) is somebody else's; only they can offer it")
        }
        try refuseOnceBegun(turn, at: now)
    }

    fileprivate func refuseOnceBegun(_ turn: DutyTurn, at now: Instant) throws(Refusal) {
        guard turn.isUpcoming(at: now) else {
            throw Refusal(
                .conflict, "\(turn.code) \(turn.status == .cancelled ? "is cancelled" : "has begun"); it stays as it is"
            )
        }
    }
}

/// What it would mean to the volunteers for a duty if another of them had a week.
private struct DutyLedger {
    let turn: DutyTurn
    let program: Program
    let facts: DutyFacts
    /// Of the program's other duties, in that week.
    let others: [DutyTurn]

    init(_ turn: DutyTurn, in transaction: any StoreReading) throws {
        self.turn = turn
        program = try transaction.requireProgram(of: turn.code)
        let duty = try transaction.requireDuty(turn.code.duty, of: program)
        let all = try DutyFacts.all(of: program, in: transaction)
        others = all.filter { $0.duty != duty }.compactMap { $0.turns[turn.code.week] }.filter {
            $0.status != .cancelled
        }
        guard let facts = all.first(where: { $0.duty == duty }) else {
            throw Refusal.notFound("duty of \(program.name)", duty.name)
        }
        self.facts = facts
    }

    /// Those to ask: the one who is asked, or all who are there, those with the fewest weeks first.
    /// - Throws: `Refusal` conflict when there is nobody, with everybody's reason.
    func takers(asked: Person?) throws(Refusal) -> [Person] {
        if let asked {
            if let obstacle = obstacle(for: asked) { throw Refusal(.conflict, obstacle.text) }
            return [asked]
        }
        let others = facts.volunteers.map(\.person).filter { $0.id != turn.person.id }
        let takers = others.filter { obstacle(for: $0) == nil }
        guard !takers.isEmpty else {
            let why = others.compactMap { obstacle(for: $0)?.text }.joined(separator: "; ")
            throw Refusal(.conflict, "nobody else could take \(turn.code)\(why.isEmpty ? "" : ": \(why)")")
        }
        return takers.sorted { (weeks(of: $0), $0.email) < (weeks(of: $1), $1.email) }
    }

    /// The volunteer with an address; of anybody else not even the name is told.
    func volunteer(_ email: EmailAddress) throws(Refusal) -> Person {
        if let known = facts.volunteers.first(where: { $0.person.email == email }) { return known.person }
        throw Refusal(.conflict, "nobody who takes turns at \(facts.duty.title) has the address \(email)")
    }

    /// Why somebody cannot have the week; nil when they can.
    func obstacle(for person: Person) -> DutyObstacle? {
        if person.id == turn.person.id { return .hasIt(person.name, turn.code) }
        if !facts.isVolunteer(person.id) { return .takesNoTurns(person.name, at: facts.duty.title) }
        if facts.seemsAway(person, inWeekOf: turn.monday) { return .away(person.name) }
        let isOnDuty =
            facts.isOnDutyElsewhere(person.id, inWeekOf: turn.monday) || others.contains { $0.person.id == person.id }
        return isOnDuty ? .otherDuty(person.name) : nil
    }

    func view(of turn: DutyTurn, candidates: [Person], told: Int, at now: Instant) -> DutyOfferView {
        DutyOfferView(
            turn: DutyTurnView(turn, of: facts.duty, at: now),
            candidates: candidates.map { .init(volunteer: $0.name, turns: weeks(of: $0)) }, told: told)
    }

    private func weeks(of person: Person) -> Int {
        facts.turns.values.count { $0.person.id == person.id && $0.status != .cancelled }
    }
}
