import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

/// Brings the stored sessions of a season in line with a plan, inside one transaction.
struct SeasonRevision {
    let service: TrainingService
    let facts: SeasonFacts
    let transaction: any StoreWriting
    /// How many weeks ahead sessions are announced.
    let announceWeeks: Int
    /// Makes the UID of what is new, by its code.
    let makeUID: @Sendable (String) -> String

    private(set) var changes: [PlanView.Change] = []
    private(set) var announced = 0
    /// What was called off here because its turn has no session any more, and the turn in which its meeting is held instead.
    private(set) var dropped: [Turn: (session: Session, successor: Turn?)] = [:]

    init(
        service: TrainingService, facts: SeasonFacts, transaction: any StoreWriting, announceWeeks: Int,
        makeUID: @escaping @Sendable (String) -> String
    ) {
        // Who plans wishes for a plan, and not for what it holds for themself: of that they are told as everybody is.
        self.service = service.acting(for: nil)
        self.facts = facts
        self.transaction = transaction
        self.announceWeeks = announceWeeks
        self.makeUID = makeUID
    }

    private var program: Program { facts.program }

    /// Stores what the plan says of every turn of the season, and tells those concerned.
    mutating func carryOut(_ plan: SeasonPlan) throws {
        let turns = Set(plan.offers.keys).union(facts.sessions.keys).sorted()
        for turn in turns {
            switch (facts.sessions[turn], plan.offers[turn]) {
            case (nil, let offer?):
                try dropOthers(ofMeetingOf: turn, in: plan)
                try create(turn, from: offer)
            case (let session?, _) where hasBegun(session): try settle(session)
            case (let session?, let offer?):
                try dropOthers(ofMeetingOf: turn, in: plan)
                try revise(session, to: offer)
            case (_?, nil): try drop(turn, in: plan)
            case (nil, nil): break
            }
        }
    }

    private func hasBegun(_ session: Session) -> Bool { session.start <= facts.now && session.status != .cancelled }

    /// Calls off what a turn's meeting is held instead of, so that its seats can go over.
    private mutating func dropOthers(ofMeetingOf turn: Turn, in plan: SeasonPlan) throws {
        for other in facts.otherTurns(ofMeetingOf: turn) where plan.offers[other] == nil { try drop(other, in: plan) }
    }

    private mutating func create(_ turn: Turn, from offer: Offer) throws {
        let code = SessionCode(program: program.name, season: program.season.name, week: turn.week, region: turn.region)
        let draft = Session(
            code: code, season: program.season.start, uid: makeUID("\(code)"),
            status: isWithinReach(offer) ? .announced : .tentative, mentor: try mentor(offer.mentor), slot: offer.slot,
            zone: offer.local.zone, localStart: offer.local.local, start: offer.local.instant, minutes: offer.minutes,
            capacity: program.capacity, location: program.location, revised: facts.now)
        var session = try transaction.add(draft)
        if session.status == .announced { announced += 1 }
        changes.append(.init(session: "\(code)", kind: .new, from: nil, to: session.summary))
        _ = try service.giveUpSeats(ofMentorOf: session, at: facts.now, in: transaction)
        let takesOver = try takeOver(into: &session)
        if takesOver { try transaction.update(session) }
        try service.seatStanding(in: session, at: facts.now, transaction)
        let told = try service.tell(session, at: facts.now, in: transaction)
        // Whoever heard that nobody can lead their meeting hears that somebody does; who hears now that it is postponed has read it.
        if takesOver, !facts.otherTurns(ofMeetingOf: turn).contains(where: { dropped[$0] != nil }) {
            _ = try service.tellEnrolled(of: session, .takesPlace, besides: told, at: facts.now, in: transaction)
        }
    }

    /// What has begun stays as it is, whoever leads sessions by now; what nobody was told of in time was not held.
    private mutating func settle(_ known: Session) throws {
        guard known.status == .announced, known.end <= facts.now else { return }
        var session = known
        session.status = .held
        try service.store(&session, at: facts.now, in: transaction)
    }

    private mutating func revise(_ known: Session, to offer: Offer) throws {
        var session = known
        if facts.stands(known) {
            if known.status == .tentative, isWithinReach(offer) { session.status = .announced }
            session.location = program.location
            session.capacity = max(known.capacity, program.capacity)
        } else {
            session.mentor = try mentor(offer.mentor)
            session.slot = offer.slot
            session.zone = offer.local.zone
            session.localStart = offer.local.local
            session.start = offer.local.instant
            session.minutes = offer.minutes
            session.location = program.location
            session.capacity = max(
                program.capacity, try transaction.enrollments(in: known.id).compactMap(\.seat).max() ?? 0)
            session.cancellation = nil
            session.isAgreed = false
            if known.status != .announced { session.status = .tentative }
            if session.status == .tentative, isWithinReach(offer) { session.status = .announced }
        }
        let takesOver = try takeOver(into: &session)
        if session != known {
            if session.status == .announced, known.status != .announced { announced += 1 }
            noteChange(from: known, to: session)
            try service.store(&session, at: facts.now, in: transaction)
        }
        if takesOver { try service.tell(session, at: facts.now, in: transaction) }
    }

    /// Calls off the session of a turn that is to have none, if it is to come and not off yet.
    private mutating func drop(_ turn: Turn, in plan: SeasonPlan) throws {
        guard let known = facts.sessions[turn], !hasBegun(known), dropped[turn] == nil,
            known.status == .tentative || known.status == .announced
        else { return }
        let successor = successor(of: turn, in: plan)
        var session = known
        session.status = .cancelled
        session.cancellation = cancellation(of: turn, for: successor, in: plan).text
        dropped[turn] = (session, successor)
        changes.append(
            .init(
                session: "\(known.code)", kind: .dropped, from: known.summary,
                to: successor.map { "\(facts.code(of: $0))" }))
        try service.store(&session, at: facts.now, in: transaction)
    }

    private mutating func noteChange(from known: Session, to session: Session) {
        func note(_ kind: PlanView.Change.Kind, _ from: String?, _ to: String) {
            changes.append(.init(session: "\(session.code)", kind: kind, from: from, to: to))
        }
        // What is new is told of as it is.
        guard known.status != .cancelled else { return note(.new, nil, session.summary) }
        if known.mentor.id != session.mentor.id {
            note(.mentor, known.summary, session.summary)
        } else if known.start != session.start {
            note(.moved, known.summary, session.summary)
        }
        if known.capacity != session.capacity { note(.capacity, "\(known.capacity)", "\(session.capacity)") }
        if known.minutes != session.minutes { note(.minutes, "\(known.minutes)", "\(session.minutes)") }
        if known.location != session.location { note(.location, known.location, session.location) }
    }

    private func mentor(_ id: Identifier<Person>) throws -> Person {
        guard let mentor = facts.mentors.first(where: { $0.person.id == id }) else {
            throw StorageFailure("the plan names a mentor, number \(id), whom \(program.name) does not have")
        }
        return mentor.person
    }

    private func isWithinReach(_ offer: Offer) -> Bool {
        facts.isWithinReach(offer.local.local.date, announceWeeks: announceWeeks)
    }
}

extension Session {
    /// `Tue 2027-01-19 17:00 Asia/Tokyo, Akira Sato`.
    fileprivate var summary: String { "\(localStart.dayAndTime) \(zone), \(mentor.name)" }
}
