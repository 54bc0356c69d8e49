import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension Enroll: HandledRequest {
    /// Gives a person a seat in a session, or a place on its waiting list when it is full.
    ///
    /// Enrolling again confirms a seat that came by promotion; else it answers the same and changes nothing. Whoever was no
    /// trainee of the program becomes one. Who missed their last two seats in the program lets others go first until two
    /// days before the session.
    ///
    /// - Returns: seat or place in the queue, and what else the person wants to know.
    /// - Throws: `Refusal`: not-found for an unknown person or session; not-allowed for who would join by another's word; full where
    ///   only a seat will do and none is free; conflict when the session has begun, is cancelled, is the person's own to lead, or
    ///   overlaps another that they are enrolled in.
    public func carryOut(for client: Client) async throws -> EnrollmentResult {
        let service = client.service
        let email = try client.caller.person()
        let isTheirOwnWord = client.caller.onlyProgram == nil
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let person = try transaction.requirePerson(email)
            let session = try transaction.requireSession(session, by: service.zones)
            if !isTheirOwnWord { try transaction.requireMembership(of: person, in: session.code.program) }
            let enrollment = try service.place(
                person, in: session, orNothing: seatOnly ?? false, at: now, isTheirOwnWord: isTheirOwnWord, transaction)
            try service.tell(person, of: session, at: now, in: transaction)
            return try client.result(of: enrollment, in: session, at: now, transaction)
        }
    }
}

extension EnrollForSeason: HandledRequest {
    /// Enrolls a person in all of a region's sessions of the season, those to come later included.
    ///
    /// Sessions that cannot be had (overlapping, the person's own) are left out.
    /// - Returns: one result for each session to come, and why those are left out that are.
    /// - Throws: `Refusal` not-found for an unknown person or program, or a region that takes no part in it; not-allowed as for
    ///   one session.
    public func carryOut(for client: Client) async throws -> SeasonEnrollment {
        let service = client.service
        let email = try client.caller.person()
        let isTheirOwnWord = client.caller.onlyProgram == nil
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let person = try transaction.requirePerson(email)
            let program = try transaction.requireProgram(program, season: season)
            guard !program.season.isOver(at: now) else {
                throw Refusal(
                    .conflict, "the season \(program.season.name) of \(program.name) ended on \(program.season.end)")
            }
            guard program.regions.contains(region) else {
                throw Refusal.notFound(
                    "region of \(program.name)", region.rawValue, nearest: program.regions.map(\.rawValue))
            }
            if !isTheirOwnWord { try transaction.requireMembership(of: person, in: program.name) }
            let all = try service.enroll(
                person, inAllOf: region, of: program, at: now, isTheirOwnWord: isTheirOwnWord, transaction)
            return SeasonEnrollment(
                sessions: try all.seats.map { try client.result(of: $1, in: $0, at: now, transaction) },
                leftOut: all.leftOut.map { .init(session: "\($0.code)", reason: "\($1)") })
        }
    }
}

extension Client {
    /// The answer as the caller may see it: a token for one program does not reach the calendar with those of all.
    fileprivate func result(
        of enrollment: Enrollment, in session: Session, at now: Instant, _ transaction: any StoreWriting
    ) throws -> EnrollmentResult {
        var result = try service.result(of: enrollment, in: session, at: now, addresses: addresses, transaction)
        guard let only = principal.onlyProgram else { return result }
        result.feed = addresses.feed(of: only)
        return result
    }
}

extension TrainingService {
    /// Enrolls somebody in all of a region's sessions of the season in focus, and tells them of each.
    /// - Returns: what they have in each session to come that can be had, and what speaks against the others.
    func enroll(
        _ person: Person, inAllOf region: Region, of program: Program, at now: Instant, isTheirOwnWord: Bool = true,
        _ transaction: any StoreWriting
    ) throws -> (seats: [(Session, Enrollment)], leftOut: [(Session, Refusal)]) {
        try transaction.admit(person, to: program.name, at: now)
        try transaction.add(
            StandingEnrollment(
                program: program.name, season: program.season.name, region: region, person: person, since: now))
        let sessions = try transaction.currentSessions(of: program, by: zones)
            .filter { $0.code.region == region && $0.isUpcoming(at: now) }
        var all: (seats: [(Session, Enrollment)], leftOut: [(Session, Refusal)]) = ([], [])
        for session in sessions {
            let placed = try placeIfPossible(
                person, in: session, at: now, isTheirOwnWord: isTheirOwnWord, transaction)
            switch placed {
            case .success(let enrollment):
                try tell(person, of: session, at: now, in: transaction)
                all.seats.append((session, enrollment))
            case .failure(let refusal): all.leftOut.append((session, refusal))
            }
        }
        return all
    }

    /// Enrolls a person unless something speaks against it: a standing enrollment never fails because of one session.
    ///
    /// Telling them is the caller's.
    func placeIfPossible(
        _ person: Person, in session: Session, at now: Instant, isTheirOwnWord: Bool = true,
        _ transaction: any StoreWriting
    ) throws -> Result<Enrollment, Refusal> {
        do {
            return .success(
                try place(person, in: session, at: now, isTheirOwnWord: isTheirOwnWord, transaction))
        } catch let refusal as Refusal where refusal.reason == .conflict {
            return .failure(refusal)
        }
    }

    /// Gives a person a seat or a place on the waiting list, or confirms the one that they have; telling them is the caller's.
    ///
    /// Where it may be somebody else who asks, what they do in another program is not told.
    func place(
        _ person: Person, in session: Session, orNothing: Bool = false, at now: Instant, isTheirOwnWord: Bool = true,
        _ transaction: any StoreWriting
    ) throws -> Enrollment {
        func refuseClash() throws { try self.refuseClash(person, session, isTold: isTheirOwnWord, transaction) }
        try refuseUnlessUpcoming(session, at: now)
        // Whoever waits goes before whoever comes, also where the clock has ended why a seat passed by them.
        try endYielding(
            among: transaction.yieldingEnrollments(in: session.id), at: now, in: transaction)
        if let enrollment = try transaction.enrollment(of: person.id, in: session.id) {
            if enrollment.confirmBy != nil { try refuseClash() }
            return try confirm(enrollment, transaction)
        }
        guard session.mentor.id != person.id else {
            throw Refusal(.conflict, "you lead \(session.code); you need no seat in it")
        }
        try refuseClash()
        try transaction.admit(person, to: session.code.program, at: now)
        let yields = try transaction.yielding(of: person, in: session, at: now) != nil
        let session = try withSeatsInForce(session, at: now, in: transaction)
        let taken = try transaction.takenSeats(in: session.id)
        let free = (1...session.capacity).first { !taken.contains($0) }
        // Who lets others go first waits though a seat is free, which no other page would change.
        if orNothing, free == nil {
            throw Refusal(
                .full,
                "all seats of \(session.code) are taken by now; you can take a place in its queue: whoever leaves frees a seat for the first in it"
            )
        }
        let seat = yields ? nil : free
        return try transaction.add(
            Enrollment(session: session.id, person: person, seat: seat, since: now, yields: yields))
    }

    /// Records that a person comes; the same enrollment when they had said so.
    func confirm(_ enrollment: Enrollment, _ transaction: any StoreWriting) throws -> Enrollment {
        guard enrollment.confirmBy != nil else { return enrollment }
        try transaction.confirm(enrollment.id)
        if var invitation = try transaction.invitation(to: enrollment.person.id, for: enrollment.session) {
            invitation.participation = .accepted
            try transaction.save(invitation)
        }
        var confirmed = enrollment
        confirmed.confirmBy = nil
        return confirmed
    }

    private func refuseUnlessUpcoming(_ session: Session, at now: Instant) throws {
        if session.status == .cancelled {
            let why = session.cancellation.map { " (\($0))" } ?? ""
            throw Refusal(.conflict, "\(session.code) is cancelled\(why)")
        }
        guard session.isUpcoming(at: now) else {
            throw Refusal(
                .conflict,
                "\(session.code) began on \(session.localStart.date); see what is to come: meridian session list \(session.code.program) --upcoming"
            )
        }
    }

    /// Two sessions of one person never overlap.
    private func refuseClash(
        _ person: Person, _ session: Session, isTold: Bool, _ transaction: any StoreReading
    ) throws {
        if let other = try transaction.clashes(of: person.id, with: session, by: zones).first {
            guard isTold || other.code.program == session.code.program else {
                throw Refusal(
                    .conflict,
                    "\(session.code) overlaps a session of another program; a token that is good there, too, tells which"
                )
            }
            let step =
                other.mentor.id == person.id
                ? "which you lead; offer that to somebody first: meridian swap offer \(other.code)"
                : "in which you take part; leave that first: meridian leave \(other.code)"
            throw Refusal(.conflict, "\(session.code) overlaps \(other.code), \(step)")
        }
    }

    fileprivate func result(
        of enrollment: Enrollment, in session: Session, at now: Instant, addresses: FeedAddresses,
        _ transaction: any StoreWriting
    ) throws -> EnrollmentResult {
        let rules = try zones.rules(for: enrollment.person.zone)
        return EnrollmentResult(
            session: session.code.description, state: enrollment.state,
            position: try transaction.position(of: enrollment),
            localStart: rules.local(at: session.start), zone: rules.id,
            hours: Hours(of: session.start, minutes: session.minutes, in: rules),
            minutes: session.minutes, mentor: session.mentor.name, location: session.location,
            next: try reachable(for: enrollment.person, rules, session, now, transaction),
            feed: try personalFeedAddress(of: enrollment.person, addresses, transaction),
            confirmBy: enrollment.confirmBy,
            yielding: enrollment.yields ? try transaction.yielding(of: enrollment.person, in: session, at: now) : nil)
    }

    /// The next three sessions within a person's day to which they could come, and in which they take no part yet.
    private func reachable(
        for person: Person, _ rules: ZoneRules, _ session: Session, _ now: Instant,
        _ transaction: any StoreReading
    ) throws -> [EnrollmentResult.Reachable] {
        var found: [EnrollmentResult.Reachable] = []
        var page = Page.first(6)
        while found.count < 3 {
            let sessions = try transaction.sessions(
                of: session.code.program, after: now, without: person.id, page: page)
            found += try sessions.map { $0.timed(by: zones) }.filter {
                try $0.isUpcoming(at: now) && Hours(of: $0.start, minutes: $0.minutes, in: rules) == .humane
                    && transaction.isOpen($0, to: person, by: zones)
            }
            .map { .init(session: $0.code.description, localStart: rules.local(at: $0.start)) }
            guard sessions.count == page.limit else { break }
            page = page.next
        }
        return Array(found.prefix(3))
    }
}

extension StoreReading {
    /// Whether somebody lets others go first in a session, and until when.
    func yielding(of person: Person, in session: Session, at now: Instant) throws -> Yielding? {
        try Yielding(after: attendance(of: person.id, in: session.code.program), of: session, at: now) {
            try self.session($0)?.code.description
        }
    }
}
