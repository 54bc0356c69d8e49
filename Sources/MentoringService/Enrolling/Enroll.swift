import CivilTime
public import Mentoring
public import MentoringAPI
public import TimeZoneCatalog

extension TrainingOffice {
    /// Gives a person a seat in a session, or a place on its waiting list when it is full.
    ///
    /// Enrolling again confirms a seat that came by promotion; else it answers the same and changes nothing. Whoever was no
    /// trainee of the program becomes one. Who missed their last two seats in the program lets others go first until two
    /// days before the session.
    ///
    /// - Parameters:
    ///   - email: who enrolls.
    ///   - code: the session.
    ///   - addresses: where feeds can be subscribed to.
    ///   - isTheirOwnWord: whether it is certain that they ask themselves, so that it lets them join the program.
    /// - Returns: seat or place in the queue, and what else the person wants to know.
    /// - Throws: `Refusal`: not-found for an unknown person or session; not-allowed for who would join by another's word; conflict when the session has begun, is cancelled,
    ///   is the person's own to lead, or overlaps another that they are enrolled in.
    public func enroll(
        _ email: EmailAddress, in code: String, addresses: FeedAddresses, isTheirOwnWord: Bool = true
    ) async throws -> EnrollmentResult {
        let now = clock.now()
        return try await store.write { books in
            let person = try books.requirePerson(email)
            let session = try books.requireSession(code, by: zones)
            if !isTheirOwnWord { try books.requireMembership(of: person, in: session.code.program) }
            let enrollment = try place(person, in: session, at: now, books)
            try tell(person, of: session, at: now, in: books)
            return try result(of: enrollment, in: session, at: now, addresses: addresses, books)
        }
    }

    /// Enrolls a person in all of a region's sessions of the season, those to come later included.
    ///
    /// Sessions that cannot be had (begun, overlapping, the person's own) are passed over.
    /// - Returns: one result for each session to come.
    /// - Throws: `Refusal` not-found for an unknown person or program, or a region that takes no part in it; not-allowed as for
    ///   one session.
    public func enroll(
        _ email: EmailAddress, inAllOf region: Region, of name: Program.Name, addresses: FeedAddresses,
        isTheirOwnWord: Bool = true
    ) async throws -> [EnrollmentResult] {
        let now = clock.now()
        return try await store.write { books in
            let person = try books.requirePerson(email)
            let program = try books.requireProgram(name)
            guard program.regions.contains(region) else {
                throw Refusal.notFound("region of \(name)", region.rawValue, nearest: program.regions.map(\.rawValue))
            }
            if !isTheirOwnWord { try books.requireMembership(of: person, in: name) }
            try books.admit(person, to: name, at: now)
            try books.add(StandingEnrollment(program: name, region: region, person: person, since: now))
            let sessions = try books.currentSessions(of: program, by: zones)
                .filter { $0.code.region == region && $0.isUpcoming(at: now) }
            return try sessions.compactMap { session in
                guard let enrollment = try placeIfPossible(person, in: session, at: now, books) else { return nil }
                try tell(person, of: session, at: now, in: books)
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
        if let enrollment = try books.enrollment(of: person.id, in: session.id) {
            if enrollment.confirmBy != nil { try refuseClash(person, session, books) }
            return try confirm(enrollment, books)
        }
        guard session.mentor.id != person.id else {
            throw Refusal(.conflict, "you lead \(session.code); you need no seat in it")
        }
        try refuseClash(person, session, books)
        try books.admit(person, to: session.code.program, at: now)
        let yields = try books.yielding(of: person, in: session, at: now) != nil
        let taken = try books.takenSeats(in: session.id)
        let seat = yields ? nil : (1...session.capacity).first { !taken.contains($0) }
        return try books.add(Enrollment(session: session.id, person: person, seat: seat, since: now, yields: yields))
    }

    /// Records that a person comes; the same enrollment when they had said so.
    func confirm(_ enrollment: Enrollment, _ books: any StoreWriting) throws -> Enrollment {
        guard enrollment.confirmBy != nil else { return enrollment }
        try books.confirm(enrollment.id)
        if var invitation = try books.invitation(to: enrollment.person.id, for: enrollment.session) {
            invitation.participation = .accepted
            try books.save(invitation)
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
    private func refuseClash(_ person: Person, _ session: Session, _ books: any StoreReading) throws {
        if let other = try books.clashes(of: person.id, with: session, by: zones).first {
            throw Refusal(
                .conflict,
                "\(session.code) overlaps \(other.code), in which you take part; leave that first: meridian leave \(other.code)"
            )
        }
    }

    private func result(
        of enrollment: Enrollment, in session: Session, at now: Instant, addresses: FeedAddresses,
        _ books: any StoreWriting
    ) throws -> EnrollmentResult {
        let rules = try zones.rules(for: enrollment.person.zone)
        return EnrollmentResult(
            session: session.code.description, state: enrollment.state, position: try books.position(of: enrollment),
            localStart: rules.local(at: session.start), zone: rules.id,
            hours: Hours(of: session.start, minutes: session.minutes, in: rules),
            nextReachable: try nextReachable(for: enrollment.person, in: session.season, rules, session, now, books),
            feed: try personalFeedAddress(of: enrollment.person, addresses, books),
            confirmBy: enrollment.confirmBy,
            yielding: enrollment.yields ? try books.yielding(of: enrollment.person, in: session, at: now) : nil)
    }

    /// The codes of the next three sessions within a person's day in which they take no part yet.
    private func nextReachable(
        for person: Person, in season: LocalDate, _ rules: ZoneRules, _ session: Session, _ now: Instant,
        _ books: any StoreReading
    ) throws -> [String] {
        var found: [String] = []
        var page = Page.first(6)
        while found.count < 3 {
            let sessions = try books.sessions(
                of: session.code.program, season: season, after: now, without: person.id, page: page)
            found += sessions.map { $0.timed(by: zones) }.filter {
                $0.isUpcoming(at: now) && Hours(of: $0.start, minutes: $0.minutes, in: rules) == .humane
            }
            .map(\.code.description)
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
