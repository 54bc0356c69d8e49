import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// Takes somebody out of a program inside one transaction, and notes what that does to each person.
///
/// What has begun stays as it is: sessions, seats, attendance, evidence. A session that they were to lead stands until the next
/// plan gives it to another mentor or cancels it, as every session does whose mentor is not there; those enrolled are told
/// then, once.
struct Departure {
    let service: TrainingService
    let person: Person
    let program: Program
    let now: Instant
    let transaction: any StoreWriting
    private let names: ToldApart

    private(set) var effects: [DepartureView.Effect] = []
    private(set) var told: Set<Identifier<Person>> = []
    /// The offers that ended.
    private(set) var offers: [EndedOffer] = []

    /// Whoever reads of it may see addresses, or is told people apart otherwise.
    init(
        of person: Person, from program: Program, service: TrainingService, showingAddresses: Bool = true,
        at now: Instant, in transaction: any StoreWriting
    ) throws {
        self.service = service
        self.person = person
        self.program = program
        self.now = now
        self.transaction = transaction
        names = try transaction.toldApart(
            in: program.name, showingAddresses: showingAddresses, by: service.secrets)
    }

    /// What stands for who leaves.
    var name: String { names(person) }

    /// Ends what they are as a mentor: their slots, their offers, and their turns to come.
    mutating func endMentoring() throws {
        let slots = try transaction.slots(of: program.name).count { $0.mentor == person.id }
        try transaction.noteDeparture(of: person.id, from: program.name, at: now)
        try transaction.removeMentor(person.id, from: program.name)
        note(person, .mentorsNoMore(program.name))
        if slots > 0 { note(person, .slotsWithdrawn(slots)) }
        for ended in try service.endIdleOffers(in: program.name, at: now, transaction) {
            let code = ended.session.code.description
            note(ended.offer.from, .offerWithdrawn(ended.offer.id), code)
            for reader in ended.told {
                note(reader, .toldOfOffer(ended.offer.id), code)
                told.insert(reader.id)
            }
            offers.append(ended)
        }
        for session in try upcoming() where session.mentor.id == person.id {
            note(person, .leadsUntilPlanned, session.code.description)
            // A tentative one is told to nobody.
            for enrollment in try transaction.enrollments(in: session.id) where session.status == .announced {
                note(enrollment.person, .hearsWhoLeads, session.code.description)
            }
        }
    }

    /// Ends what they are as a trainee: seats and places in the queue, now and in sessions to come.
    mutating func endTraining() throws {
        let standing = try transaction.standingEnrollments(of: program.name).filter { $0.person.id == person.id }
        _ = try transaction.removeTrainee(person.id, from: program.name)
        note(person, .traineeNoMore(program.name))
        try transaction.removeMailMatters(of: person.id, in: program.name)
        for standing in standing {
            note(person, .enrolledNoMore(region: program.regionTitles[standing.region], standing.season))
        }
        // What is off may be reinstated or planned again, and then it is without them.
        for session in try transaction.sessions(of: program.name, by: service.zones)
        where session.status == .cancelled && session.start > now {
            guard let place = try transaction.enrollment(of: person.id, in: session.id) else { continue }
            try transaction.remove(place.id)
        }
        for session in try upcoming() {
            let before = try transaction.enrollments(in: session.id)
            guard let own = before.first(where: { $0.person.id == person.id }) else { continue }
            _ = try service.leave(session, person, about: .unseated, at: now, in: transaction)
            let code = session.code.description
            note(person, own.seat == nil ? .losesPlace : .losesSeat, code)
            if own.seat != nil, session.status == .announced { told.insert(person.id) }
            let waited = Set(before.filter { $0.seat == nil }.map(\.id))
            for promoted in try transaction.enrollments(in: session.id) where promoted.seat != nil {
                guard waited.contains(promoted.id) else { continue }
                note(promoted.person, .movesUp, code)
                if session.status == .announced { told.insert(promoted.person.id) }
            }
        }
    }

    /// Ends what is left once they are neither: their turns at duties, nicknames, votes, and proposals that nobody has seen.
    mutating func endTakingPart() throws {
        try endVolunteering()
        try transaction.removeMailMatters(of: person.id, in: program.name)
        for known in try transaction.nicknames(of: program.name) where known.person.id == person.id {
            try transaction.forgetVisits(by: known.nickname, in: program.name)
            _ = try transaction.remove(known.nickname, from: program.name)
            note(person, .losesNickname("\(known.nickname)"))
        }
        try transaction.removeNicknameClaims(of: person.id, in: program.name)
        for review in try transaction.reviews(of: program.name)
        where review.proposer == person.id && !review.isPublic(in: program) {
            try transaction.remove(review.id)
            note(person, .proposalWithdrawn(review.id))
        }
        let mails = try transaction.removeWrittenMail(of: person.email, in: program.name)
        if mails > 0 { note(person, .mailsForgotten(mails)) }
        let votes = try transaction.removeVotes(of: person.id, in: program.name)
        if votes > 0 { note(person, .votesTakenBack(votes)) }
    }

    private mutating func endVolunteering() throws {
        for duty in try transaction.duties(of: program.name) {
            guard
                let ended = try service.endVolunteering(person, for: duty, of: program.name, at: now, transaction)
            else { continue }
            note(person, .volunteersNoMore(duty.title))
            for (turn, told) in ended.flatMap({ ended in ended.told.map { (ended.turn, $0) } }) {
                note(told, .toldOfWeek, turn.description)
                self.told.insert(told.id)
            }
        }
        for turn in try transaction.dutyTurns(of: program.name)
        where turn.isUpcoming(at: now) && turn.person.id == person.id {
            note(person, .hasWeekUntilPlanned, turn.code.description)
        }
    }

    private func upcoming() throws -> [Session] {
        try transaction.sessionsToCome(of: program.name, by: service.zones, at: now)
    }

    private mutating func note(_ person: Person, _ effect: DepartureEffect, _ session: String? = nil) {
        effects.append(.init(person: names(person), program: program.name, session: session, what: effect.text))
    }
}
