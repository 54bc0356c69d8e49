import CivilTime
import TimeZoneCatalog

extension TrainingOffice {
    /// Makes somebody a trainee of a program, as who works on the database's own machine does.
    ///
    /// Joining again changes name and zone to what is given.
    ///
    /// - Throws: `Refusal` not-found for an unknown program; `BadInput` for a name or zone that is none.
    public func join(
        _ program: Program.Name, name: String, email: EmailAddress, zone: String
    ) async throws -> JoinResult {
        let wish = JoinWish(program: program, name: name, email: email, zone: zone)
        return try await letIn(wish, by: .machine(as: nil), joining: .invited, addresses: .local)
    }

    /// Makes somebody a trainee, and looks how much of the season falls into their day.
    func join(
        _ program: Program, _ person: Person, at now: Instant, in books: any StoreWriting
    ) throws -> JoinResult {
        try books.admit(person, to: program.name, at: now)
        try books.removeJoinRequest(of: person.email, in: program.name)
        return try result(.joined, for: person, in: program, at: now, books)
    }

    /// What somebody is answered, with how much of the season falls into their day.
    func result(
        _ state: JoinState, for person: Person, in program: Program, at now: Instant, _ books: any StoreReading
    ) throws -> JoinResult {
        let rules = try zones.rules(for: person.zone)
        let next = try books.currentSessions(of: program, by: zones).filter { $0.isUpcoming(at: now) }.prefix(6)
        let humane = next.count { Hours(of: $0.start, minutes: $0.minutes, in: rules) == .humane }
        return JoinResult(person: PersonView(person), state: state, humane: humane, ofNext: next.count)
    }

    /// A program's trainees, and who is about to be one, by address.
    ///
    /// For its organizer.
    public func trainees(of program: Program.Name) async throws -> [TraineeView] {
        try await store.read { books in
            let name = try books.requireProgram(program).name
            let trainees = try books.trainees(of: name).map {
                TraineeView(name: $0.name, email: $0.email, zone: $0.zone, state: .joined)
            }
            let others = try books.joinRequests(of: name).map {
                TraineeView(
                    name: $0.name, email: $0.email, zone: $0.zone, state: $0.kind == .asked ? .asked : .invited)
            }
            return (trainees + others).sorted { $0.email < $1.email }
        }
    }
}

extension StoreWriting {
    /// Adds the person who is to take part in a program, or finds the one with the address, whose name and zone change only if
    /// they take part in no other program, or say so themselves.
    /// - Returns: the person, by the name that the program shows.
    /// - Throws: as `checkName`.
    func enter(_ given: Person, into program: Program.Name, isTheirOwnWord: Bool = false) throws -> Person {
        guard var known = try person(given.email) else {
            try checkName(of: given, joining: program)
            return try add(given)
        }
        let isShared = try programs().contains {
            try $0.name != program && role(of: known.email, in: $0.name) != nil
        }
        if isShared && !isTheirOwnWord { return try introduce(known, as: given, to: program) }
        try removeIntroduction(of: known.id, to: program)
        guard known.name != given.name || known.zone != given.zone else { return known }
        try checkName(of: given, joining: program)
        known.name = given.name
        known.zone = given.zone
        try update(known)
        return known
    }
    /// Notes what a program is told of somebody whom other programs know; who has told it themself keeps that.
    private func introduce(_ known: Person, as given: Person, to program: Program.Name) throws -> Person {
        let before = try introduction(of: known.id, to: program)
        guard try before != nil || role(of: known.email, in: program) == nil else { return known }
        let said = Introduction(program: program, person: known.id, name: given.name, zone: given.zone)
        if said != before {
            try checkName(of: given, joining: program)
            try save(said)
        }
        var introduced = known
        introduced.name = given.name
        return introduced
    }
}

extension StoreReading {
    /// Where somebody reads the clock, as far as a program was told.
    func zone(given person: Person, in program: Program.Name) throws -> TimeZoneID {
        try introduction(of: person.id, to: program)?.zone ?? person.zone
    }
}
