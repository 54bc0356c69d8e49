public import CivilTime
public import TimeZoneCatalog

/// The answer to somebody who enrolled.
public struct EnrollmentResult: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// Seat or waiting list.
    public var state: Enrollment.State
    /// The place on the waiting list, from 1; nil for a seat.
    public var position: Int?
    /// When it begins on the person's wall.
    public var localStart: LocalDateTime
    /// The person's zone.
    public var zone: TimeZoneID
    /// How humane it is there.
    public var hours: Hours
    /// The codes of the next sessions that lie within the person's day, at most three.
    public var nextReachable: [String]
    /// The address of the calendar to subscribe to.
    public var feed: String

    /// Writes `position` as null when there is none, as the contract has it.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(session, forKey: .session)
        try values.encode(state, forKey: .state)
        try values.encode(position, forKey: .position)
        try values.encode(localStart, forKey: .localStart)
        try values.encode(zone, forKey: .zone)
        try values.encode(hours, forKey: .hours)
        try values.encode(nextReachable, forKey: .nextReachable)
        try values.encode(feed, forKey: .feed)
    }
}

extension TrainingOffice {
    /// Gives a person a seat in a session, or a place on its waiting list when it is full.
    ///
    /// Enrolling again answers the same and changes nothing. Whoever was no trainee of the program becomes one.
    ///
    /// - Parameters:
    ///   - email: who enrolls.
    ///   - code: the session.
    ///   - addresses: where feeds can be subscribed to.
    /// - Returns: seat or place in the queue, and what else the person wants to know.
    /// - Throws: `Refusal`: not-found for an unknown person or session; conflict when the session has begun, is cancelled,
    ///   is the person's own to lead, or overlaps another that they are enrolled in.
    public func enroll(
        _ email: EmailAddress, in code: String, addresses: FeedAddresses
    ) async throws -> EnrollmentResult {
        let now = clock.now()
        return try await store.write { books in
            let person = try books.requirePerson(email)
            let session = try books.requireSession(code, by: zones)
            let enrollment = try place(person, in: session, at: now, books)
            try tell(session, in: books)
            return try result(of: enrollment, in: session, at: now, addresses: addresses, books)
        }
    }

    /// Enrolls a person in all of a region's sessions of the season, those to come later included.
    ///
    /// Sessions that cannot be had (begun, overlapping, the person's own) are passed over.
    /// - Returns: one result for each session to come.
    /// - Throws: `Refusal` not-found for an unknown person or program, or a region that takes no part in it.
    public func enroll(
        _ email: EmailAddress, inAllOf region: Region, of name: Program.Name, addresses: FeedAddresses
    ) async throws -> [EnrollmentResult] {
        let now = clock.now()
        return try await store.write { books in
            let person = try books.requirePerson(email)
            let program = try books.requireProgram(name)
            guard program.regions.contains(region) else {
                throw Refusal.notFound("region of \(name)", region.rawValue, nearest: program.regions.map(\.rawValue))
            }
            try books.addTrainee(person.id, to: name, at: now)
            try books.add(StandingEnrollment(program: name, region: region, person: person, since: now))
            let sessions = try books.currentSessions(of: program, by: zones)
                .filter { $0.code.region == region && $0.isUpcoming(at: now) }
            return try sessions.compactMap { session in
                guard let enrollment = try placeIfPossible(person, in: session, at: now, books) else { return nil }
                try tell(session, in: books)
                return try result(of: enrollment, in: session, at: now, addresses: addresses, books)
            }
        }
    }

    /// Enrolls a person unless something speaks against it: a standing enrollment never fails because of one session.
    ///
    /// Telling them is the caller's.
    func placeIfPossible(
        _ person: Person, in session: Session, at now: Instant, _ books: any StoreWriting
    ) throws -> Enrollment? {
        do {
            return try place(person, in: session, at: now, books)
        } catch let refusal as Refusal where refusal.reason == .conflict {
            return nil
        }
    }

    private func place(
        _ person: Person, in session: Session, at now: Instant, _ books: any StoreWriting
    ) throws -> Enrollment {
        try refuseUnlessUpcoming(session, at: now)
        let present = try books.enrollments(in: session.id)
        if let enrollment = present.first(where: { $0.person.id == person.id }) { return enrollment }
        try refuseConflicts(person, session, books)
        try books.addTrainee(person.id, to: session.code.program, at: now)
        let taken = Set(present.compactMap(\.seat))
        let anybodyWaits = present.contains { $0.state == .waitlisted }
        let seat = anybodyWaits ? nil : (1...session.capacity).first { !taken.contains($0) }
        return try books.add(Enrollment(session: session.id, person: person, seat: seat, since: now))
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

    private func refuseConflicts(_ person: Person, _ session: Session, _ books: any StoreReading) throws {
        guard session.mentor.id != person.id else {
            throw Refusal(.conflict, "you lead \(session.code); you need no seat in it")
        }
        let others = try books.enrollments(of: person.id).map(\.session)
        for program in try books.programs() {
            let overlapping = try books.currentSessions(of: program, by: zones).first {
                $0.id != session.id && $0.status != .cancelled && $0.start < session.end && session.start < $0.end
                    && (others.contains($0.id) || $0.mentor.id == person.id)
            }
            if let overlapping {
                throw Refusal(
                    .conflict,
                    "\(session.code) overlaps \(overlapping.code), in which you take part; leave that first: meridian leave \(overlapping.code)"
                )
            }
        }
    }

    private func result(
        of enrollment: Enrollment, in session: Session, at now: Instant, addresses: FeedAddresses,
        _ books: any StoreReading
    ) throws -> EnrollmentResult {
        let program = try books.requireProgram(session.code.program)
        let rules = try zones.rules(for: enrollment.person.zone)
        let mine = Set(try books.enrollments(of: enrollment.person.id).map(\.session))
        let reachable = try books.currentSessions(of: program, by: zones).filter {
            $0.isUpcoming(at: now) && !mine.contains($0.id) && $0.mentor.id != enrollment.person.id
                && Hours(of: $0.start, minutes: $0.minutes, in: rules) == .humane
        }
        return EnrollmentResult(
            session: session.code.description, state: enrollment.state, position: try books.position(of: enrollment),
            localStart: rules.local(at: session.start), zone: rules.id,
            hours: Hours(of: session.start, minutes: session.minutes, in: rules),
            nextReachable: reachable.prefix(3).map(\.code.description), feed: addresses.feed(of: program.name))
    }
}
