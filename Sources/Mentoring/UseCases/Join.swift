public import CivilTime
import TimeZoneCatalog

/// A person as the person themself, or an organizer, sees them.
public struct PersonView: Codable, Hashable, Sendable {
    /// The name other participants see.
    public var name: String
    /// The address.
    public var email: EmailAddress
    /// Where they read the clock.
    public var zone: TimeZoneID

    init(_ person: Person) {
        name = person.name
        email = person.email
        zone = person.zone
    }
}

/// The answer to somebody who joined a program as a trainee.
public struct JoinResult: Codable, Hashable, Sendable {
    /// Who joined.
    public var person: PersonView
    /// How many of the next six sessions lie within the person's day.
    public var humane: Int
    /// How many sessions that counts, at most six.
    public var ofNext: Int
}

extension TrainingOffice {
    /// Makes somebody a trainee of a program.
    ///
    /// Joining again changes name and zone to what is given. Mentors let new people in; what is said of somebody known is for
    /// them, or an organizer, to say.
    ///
    /// - Throws: `Refusal` not-found for an unknown program; not-allowed as above; `BadInput` for a name or zone that is none.
    public func join(
        _ program: Program.Name, name: String, email: EmailAddress, zone: String,
        by caller: Caller = .onThisMachine(as: nil)
    ) async throws -> JoinResult {
        let name = try OneLine.validated(name, as: "name")
        let zone = try zones.knownZone(zone)
        let now = clock.now()
        return try await store.write { books in
            let program = try books.requireProgram(program)
            if try caller.role != .mentor || books.person(email) != nil { try caller.require(owner: email) }
            let person = try books.enter(Person(name: name, email: email, zone: zone), into: program.name)
            return try join(program, person, at: now, in: books)
        }
    }

    /// Makes somebody a trainee, and looks how much of the season falls into their day.
    func join(
        _ program: Program, _ person: Person, at now: Instant, in books: any StoreWriting
    ) throws -> JoinResult {
        let rules = try zones.rules(for: person.zone)
        try books.admit(person, to: program.name, at: now)
        let next = try books.currentSessions(of: program, by: zones).filter { $0.isUpcoming(at: now) }.prefix(6)
        let humane = next.count { Hours(of: $0.start, minutes: $0.minutes, in: rules) == .humane }
        return JoinResult(person: PersonView(person), humane: humane, ofNext: next.count)
    }

    /// A program's trainees, by address.
    ///
    /// For its organizer.
    public func trainees(of program: Program.Name) async throws -> [PersonView] {
        try await store.read { books in
            try books.trainees(of: books.requireProgram(program).name).map(PersonView.init)
        }
    }
}

extension StoreWriting {
    /// Adds the person who is to take part in a program, or changes name and zone of the one with the address.
    /// - Throws: as `checkName`.
    func enter(_ given: Person, into program: Program.Name) throws -> Person {
        try checkName(of: given, joining: program)
        guard var known = try person(given.email) else { return try add(given) }
        guard known.name != given.name || known.zone != given.zone else { return known }
        known.name = given.name
        known.zone = given.zone
        try update(known)
        return known
    }
}
