import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension Leave: HandledRequest {
    /// Gives up a seat or a place on the waiting list.
    ///
    /// A seat goes to whoever waits longest, in the same transaction.
    ///
    /// - Throws: `Refusal` not-found when the person is not enrolled in it; conflict when it has begun.
    public func carryOut(for client: Client) async throws -> LeaveResult {
        let service = client.service
        let email = try client.caller.person()
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let person = try transaction.requirePerson(email)
            let session = try transaction.requireSession(session, by: service.zones)
            guard session.start > now else {
                throw Refusal(.conflict, "\(session.code) has begun; it cannot be left any more")
            }
            guard try transaction.enrollments(in: session.id).contains(where: { $0.person.id == person.id }) else {
                throw Refusal(.notFound, "you are not enrolled in \(session.code)")
            }
            return try service.leave(session, person, at: now, in: transaction)
        }
    }
}

extension LeaveForSeason: HandledRequest {
    /// Ends a standing enrollment and leaves all of the region's sessions to come.
    /// - Throws: `Refusal` not-found when there is none.
    public func carryOut(for client: Client) async throws -> [LeaveResult] {
        let service = client.service
        let email = try client.caller.person()
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let person = try transaction.requirePerson(email)
            let program = try transaction.requireProgram(program, season: season)
            let itsName = program.season.name
            guard try transaction.removeStanding(person.id, in: region, of: program.name, season: itsName) else {
                throw Refusal(
                    .notFound,
                    "you have no standing enrollment in \(program.name), \(region.rawValue), season \(itsName)")
            }
            let mine = Set(try transaction.enrollments(of: person.id).map(\.session))
            return try transaction.currentSessions(of: program, by: service.zones)
                // What is off may be reinstated.
                .filter { $0.code.region == region && $0.start > now && mine.contains($0.id) }
                .map {
                    var left = try service.leave($0, person, at: now, in: transaction)
                    // Nobody enrolls in a region that takes no part any more.
                    if !program.regions.contains(region) { left.until = nil }
                    return left
                }
        }
    }
}

extension TrainingService {
    /// Takes a person out of a session; the seat goes to whoever waits longest.
    func leave(
        _ session: Session, _ person: Person, about change: Occasion? = nil, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> LeaveResult {
        let enrollments = try transaction.enrollments(in: session.id)
        for enrollment in enrollments where enrollment.person.id == person.id { try transaction.remove(enrollment.id) }
        try tell(session, about: change, at: now, in: transaction)
        let promoted = try fillFreeSeats(of: session, at: now, in: transaction).promoted
        try endYielding(
            among: transaction.yieldingEnrollments(of: [person.id]), at: now, in: transaction)
        let capacity = try transaction.session(session.id)?.asStored.capacity ?? session.capacity
        let isFull = try transaction.takenSeats(in: session.id).count >= capacity
        return LeaveResult(
            session: session.code.description, promoted: promoted,
            waits: try isFull || transaction.yielding(of: person, in: session, at: now) != nil,
            until: session.status == .cancelled ? nil : session.start)
    }

    /// Gives every free seat to whoever waits longest, and lets them confirm it.
    ///
    /// Those who yield to others are passed over, and so are those who lead or attend something else at that time, who are
    /// told once. The schema makes sure that this is never forgotten: a transaction after
    /// which somebody waits for a seat that is free does not commit.
    ///
    /// - Returns: how many were promoted, and those who are told.
    func fillFreeSeats(
        of session: Session, at now: Instant, in transaction: any StoreWriting
    ) throws -> (promoted: Int, told: [Person]) {
        // In what is off nobody moves up.
        guard session.status != .cancelled else { return (0, []) }
        let session = try withSeatsInForce(session, at: now, in: transaction)
        let enrollments = try transaction.enrollments(in: session.id)
        let taken = Set(enrollments.compactMap(\.seat))
        let free = (1...session.capacity).filter { !taken.contains($0) }
        let waiting = enrollments.filter { $0.state == .waitlisted && !$0.yields }
        let able = free.isEmpty ? [] : try waiting.filter { try !passOver($0, in: session, at: now, transaction) }
        let promotions = Array(zip(able, free))
        let hours = try transaction.requireProgram(of: session.code).confirmHours
        for (enrollment, seat) in promotions {
            let rules = try zones.rules(for: enrollment.person.zone)
            // There is no invitation to a tentative session, so there is nothing to answer yet.
            let deadline =
                session.status == .announced
                ? ConfirmationDeadline.after(promotion: now, start: session.start, hours: hours, in: rules) : nil
            try transaction.seat(enrollment.id, at: seat, confirmBy: deadline)
        }
        guard !promotions.isEmpty else { return (0, []) }
        guard session.status == .tentative else {
            return (promotions.count, try tell(session, about: .promoted, at: now, in: transaction))
        }
        let people = promotions.map(\.0.person)
        for person in people { try tell(person, of: session, .movedUp, at: now, in: transaction) }
        return (promotions.count, people)
    }
}
