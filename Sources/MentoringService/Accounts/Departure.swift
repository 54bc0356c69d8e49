import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

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

    private(set) var effects: [DepartureView.Effect] = []
    private(set) var told: Set<Identifier<Person>> = []

    init(
        of person: Person, from program: Program, service: TrainingService, at now: Instant,
        in transaction: any StoreWriting
    ) {
        self.service = service
        self.person = person
        self.program = program
        self.now = now
        self.transaction = transaction
    }

    /// Ends what they are as a mentor: their slots, their offers, and their turns to come.
    mutating func endMentoring() throws {
        let slots = try transaction.slots(of: program.name).count { $0.mentor == person.id }
        let withdrawn = try transaction.endMentoring(of: person.id, in: program.name, at: now)
        note(person, "mentors \(program.name) no more")
        if slots > 0 { note(person, slots == 1 ? "1 slot is withdrawn" : "\(slots) slots are withdrawn") }
        for offer in withdrawn {
            guard let session = try transaction.session(offer.session) else { continue }
            note(offer.from, "offer \(offer.id) is withdrawn", session.code.description)
        }
        for session in try upcoming() where session.mentor.id == person.id {
            note(person, "leads it no more once the season is planned again", session.code.description)
            // A tentative one is told to nobody.
            for enrollment in try transaction.enrollments(in: session.id) where session.status == .announced {
                note(
                    enrollment.person, "hears then who leads it, or that it is cancelled", session.code.description)
            }
        }
    }

    /// Ends what they are as a trainee: seats and places in the queue, now and in sessions to come.
    mutating func endTraining() throws {
        let standing = try transaction.standingEnrollments(of: program.name).filter { $0.person.id == person.id }
        _ = try transaction.removeTrainee(person.id, from: program.name)
        note(person, "is a trainee of \(program.name) no more")
        for standing in standing {
            note(person, "is enrolled in \(program.regionTitles[standing.region]) for the season no more")
        }
        // What is off may be reinstated, and then it is without them.
        for place in try transaction.enrollments(of: person.id) {
            guard let session = try transaction.session(place.session)?.asStored, session.code.program == program.name,
                session.status == .cancelled, session.start > now
            else { continue }
            try transaction.remove(place.id)
        }
        for session in try upcoming() {
            let before = try transaction.enrollments(in: session.id)
            guard let own = before.first(where: { $0.person.id == person.id }) else { continue }
            _ = try service.leave(session, person, about: .unseated, at: now, in: transaction)
            let code = session.code.description
            note(person, own.seat == nil ? "waits for a seat no more" : "has no seat any more", code)
            if own.seat != nil, session.status == .announced { told.insert(person.id) }
            let waited = Set(before.filter { $0.seat == nil }.map(\.id))
            for promoted in try transaction.enrollments(in: session.id) where promoted.seat != nil {
                guard waited.contains(promoted.id) else { continue }
                note(promoted.person, "moves up to a seat", code)
                if session.status == .announced { told.insert(promoted.person.id) }
            }
        }
    }

    /// Ends what is left once they are neither: their turns at duties, nicknames, votes, and proposals that nobody has seen.
    mutating func endTakingPart() throws {
        try endVolunteering()
        for known in try transaction.nicknames(of: program.name) where known.person.id == person.id {
            try transaction.forgetVisits(by: known.nickname, in: program.name)
            _ = try transaction.remove(known.nickname, from: program.name)
            note(person, "the nickname \(known.nickname) is nobody's")
        }
        try transaction.removeNicknameClaims(of: person.id, in: program.name)
        for review in try transaction.reviews(of: program.name)
        where review.proposer == person.id && !review.isPublic(in: program) {
            try transaction.remove(review.id)
            note(person, "proposal \(review.id) is withdrawn")
        }
        let mails = try transaction.removeWrittenMail(of: person.email, in: program.name)
        if mails > 0 {
            note(person, mails == 1 ? "1 mail of theirs is forgotten" : "\(mails) mails of theirs are forgotten")
        }
        let votes = try transaction.removeVotes(of: person.id, in: program.name)
        if votes > 0 { note(person, votes == 1 ? "1 vote is taken back" : "\(votes) votes are taken back") }
    }

    private mutating func endVolunteering() throws {
        let duties = try transaction.duties(of: program.name)
        for duty in duties
        where try transaction.removeVolunteer(person.id, for: duty.name, from: program.name) {
            try transaction.noteDeparture(of: person.id, from: program.name, at: now)
            note(person, "takes turns at \(duty.title) no more")
        }
        for known in try transaction.dutyTurns(of: program.name) where known.isUpcoming(at: now) {
            var turn = known
            if known.person.id == person.id || known.offer?.to?.id == person.id { turn.offer = nil }
            for duty in duties where duty.name == known.code.duty {
                try service.store(&turn, after: known, of: duty, at: now, in: transaction)
            }
            guard known.person.id == person.id else { continue }
            note(person, "has it no more once the season is planned again", known.code.description)
        }
    }

    private func upcoming() throws -> [Session] {
        try transaction.sessionsToCome(of: program.name, by: service.zones, at: now)
    }

    private mutating func note(_ person: Person, _ what: String, _ session: String? = nil) {
        effects.append(.init(person: person.name, program: program.name, session: session, what: what))
    }
}

extension StoreWriting {
    /// Takes somebody out of a program's mentors together with what they offered and were offered: the one way out, so that they
    /// are named no more for what is to come.
    /// - Returns: the offers that were withdrawn.
    @discardableResult
    func endMentoring(of person: Identifier<Person>, in program: Program.Name, at now: Instant) throws -> [SwapOffer] {
        try noteDeparture(of: person, from: program, at: now)
        try removeMentor(person, from: program)
        return try swapOffers(of: program).filter {
            $0.state == .open && [$0.from.id, $0.to?.id].contains(person)
        }.map { offer in
            var withdrawn = offer
            withdrawn.state = .withdrawn
            try update(withdrawn)
            return withdrawn
        }
    }
}
