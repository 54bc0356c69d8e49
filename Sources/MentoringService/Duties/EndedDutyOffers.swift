import CivilTime
import Mentoring

extension TrainingService {
    /// Takes somebody out of a duty's volunteers: the one way out.
    ///
    /// Weeks that they have been given go to others with the next plan, and what leads nowhere without them is offered no more.
    ///
    /// - Returns: the weeks that are offered no more, each with who is told; nil for who is no volunteer.
    func endVolunteering(
        _ person: Person, for duty: Duty, of program: Program.Name, at now: Instant, _ transaction: any StoreWriting
    ) throws -> [(turn: DutyCode, told: [Person])]? {
        guard try transaction.removeVolunteer(person.id, for: duty.name, from: program) else { return nil }
        try transaction.noteDeparture(of: person.id, from: program, at: now)
        return try endIdleOffers(ofWeeksIn: program, at: now, transaction)
    }

    /// Takes back the offers of weeks that lead nowhere: whoever made them takes no turns there any more, or nobody is left who could
    /// take them, since those asked left, or are the same person by now.
    ///
    /// - Returns: each week with who is told, which is whoever is left of the two sides.
    func endIdleOffers(
        ofWeeksIn program: Program.Name, at now: Instant, _ transaction: any StoreWriting
    ) throws -> [(turn: DutyCode, told: [Person])] {
        let (duties, volunteers) = (try transaction.duties(of: program), try transaction.volunteers(of: program))
        return try transaction.dutyTurns(of: program).compactMap { known in
            guard known.isUpcoming(at: now), let offer = known.offer,
                let duty = duties.first(where: { $0.name == known.code.duty })
            else { return nil }
            let people = volunteers.filter { $0.duty == duty.name }.map(\.person)
            let isMade = people.contains { $0.id == known.person.id }
            guard !isMade || !offer.canBeTaken(by: people, from: known.person) else { return nil }
            var turn = known
            turn.offer = nil
            return (known.code, try store(&turn, after: known, of: duty, at: now, in: transaction))
        }
    }

    /// Tells of the offer of a week that ends with a change to it: those who were asked and have not taken it, and whoever asked where
    /// nobody could take it any more.
    ///
    /// - Returns: those who are told.
    func tellOfEndedOffer(
        of turn: DutyTurn, after known: DutyTurn, of duty: Duty, at now: Instant, _ transaction: any StoreWriting
    ) throws -> [Person] {
        guard let offer = known.offer, turn.offer == nil else { return [] }
        let isSame = turn.person.id == known.person.id
        let volunteers = try transaction.volunteers(of: turn.code.program).filter { $0.duty == duty.name }.map(\.person)
        let hasTaker = offer.canBeTaken(by: volunteers, from: known.person)
        let isOff = turn.status == .cancelled
        let isLeft = !isOff && isSame && !volunteers.contains { $0.id == turn.person.id }
        var notices: [(Person, DutyNotice.Occasion, DutyTurn)] = try asked(to: known, among: volunteers, transaction)
            .filter {
                // Who has the week by now is told just that.
                $0.id != turn.person.id
            }.map { ($0, isLeft ? .askerLeft : .withdrawn, turn) }
        // Whoever has asked themself was two people, and is told of becoming one.
        if isSame, !isOff, !isLeft, !hasTaker, offer.to?.id != known.person.id {
            notices.append((turn.person, .unanswered, known))
        }
        let program = try transaction.requireProgram(of: turn.code)
        for (person, occasion, turn) in notices {
            let notice = DutyNotice(
                person: person, turn: turn, duty: duty, program: program, occasion: occasion, date: now)
            try tell(.duty(notice), in: transaction)
        }
        return notices.map(\.0)
    }

    /// Those whom the offer of a week asks: of all who were ever asked, those of the last time.
    private func asked(
        to turn: DutyTurn, among volunteers: [Person], _ transaction: any StoreReading
    ) throws -> [Person] {
        let times = try volunteers.compactMap { person in
            try transaction.lastTold(.askedToTake(turn, person)).map { (person, $0) }
        }
        let last = times.map(\.1).max()
        return times.filter { person, time in
            time == last && person.id != turn.person.id && turn.offer?.to.map { $0.id == person.id } ?? true
        }.map(\.0)
    }
}

extension DutyTurn.Offer {
    /// Whether any volunteer is left who could take it: the one who is asked, or any other than who made it.
    fileprivate func canBeTaken(by volunteers: [Person], from giver: Person) -> Bool {
        volunteers.contains { person in person.id != giver.id && to.map { $0.id == person.id } ?? true }
    }
}
