public import CivilTime
public import TimeZoneCatalog

/// A mentor of a program, for its organizer.
public struct MentorView: Codable, Hashable, Sendable {
    /// The name other participants see.
    public var name: String
    /// The address.
    public var email: EmailAddress
    /// Where they read the clock.
    public var zone: TimeZoneID
    /// The region whose sessions they lead.
    public var region: Region
    /// Share of the load.
    public var weight: Int
    /// Weeks between turns.
    public var minGapWeeks: Int
    /// Sessions in a calendar month.
    public var maxPerMonth: Int
    /// How many slots they have published to the program.
    public var slots: Int
}

/// What can be said of a mentor beside name and address; what is nil keeps its value, or gets the default.
public struct MentorTerms: Hashable, Sendable {
    /// The region; the default is that of the zone.
    public var region: Region?
    /// Share of the load, 1 to 16; the default is 1.
    public var weight: Int?
    /// Weeks between turns, 1 to 52; the default is 2.
    public var minGapWeeks: Int?
    /// Sessions in a calendar month, 1 to 31; the default is 2.
    public var maxPerMonth: Int?

    /// - Throws: `BadInput` for a number out of its range.
    public init(region: Region?, weight: Int?, minGapWeeks: Int?, maxPerMonth: Int?) throws(BadInput) {
        func check(_ value: Int?, _ range: ClosedRange<Int>, _ what: String) throws(BadInput) {
            guard value.map(range.contains) ?? true else {
                throw BadInput("\(what) is a number from \(range.lowerBound) to \(range.upperBound)")
            }
        }
        try check(weight, 1...16, "the weight")
        try check(minGapWeeks, 1...52, "the least gap in weeks")
        try check(maxPerMonth, 1...31, "the most sessions a month")
        self.region = region
        self.weight = weight
        self.minGapWeeks = minGapWeeks
        self.maxPerMonth = maxPerMonth
    }
}

extension TrainingOffice {
    /// Makes somebody a mentor of a program, or changes the terms of one who is.
    /// - Throws: `Refusal` for an unknown program or a region that takes no part; `BadInput` for a name or zone that is none.
    public func addMentor(
        to program: Program.Name, name: String, email: EmailAddress, zone: String, terms: MentorTerms
    ) async throws -> MentorView {
        let name = try OneLine.validated(name, as: "name")
        let zone = try zones.knownZone(zone)
        let now = clock.now()
        return try await store.write { books in
            let program = try books.requireProgram(program)
            let known = try books.mentors(of: program.name).first { $0.person.email == email }
            let region = terms.region ?? known?.region ?? zones.region(of: zone)
            guard program.regions.contains(region) else {
                throw Refusal(
                    .conflict,
                    "\(region.title) takes no part in \(program.name); name one of its regions with --region: \(program.regions.map(\.rawValue).joined(separator: ", "))"
                )
            }
            try books.refuseBlocked(email, in: program.name)
            if known == nil { try books.refuseBeyondLimit(1, moreMentorsOf: program.name) }
            let person = try books.enter(Person(name: name, email: email, zone: zone), into: program.name)
            let mentor = Mentor(
                program: program.name, person: person, zone: try books.zone(given: person, in: program.name),
                region: region, weight: terms.weight ?? known?.weight ?? 1,
                minGapWeeks: terms.minGapWeeks ?? known?.minGapWeeks ?? 2,
                maxPerMonth: terms.maxPerMonth ?? known?.maxPerMonth ?? 2, knows: known?.knows ?? [],
                since: known?.since ?? now)
            try books.save(mentor)
            return MentorView(mentor, slots: try books.slots(of: program.name))
        }
    }

    /// A program's mentors, by region, then address.
    ///
    /// For its organizer.
    public func mentors(of program: Program.Name) async throws -> [MentorView] {
        try await store.read { books in
            let program = try books.requireProgram(program)
            let slots = try books.slots(of: program.name)
            return try books.mentors(of: program.name).map { MentorView($0, slots: slots) }
        }
    }
}

extension MentorView {
    init(_ mentor: Mentor, slots: [Slot]) {
        self.init(
            name: mentor.person.name, email: mentor.person.email, zone: mentor.zone, region: mentor.region,
            weight: mentor.weight, minGapWeeks: mentor.minGapWeeks, maxPerMonth: mentor.maxPerMonth,
            slots: slots.count { $0.mentor == mentor.person.id })
    }
}

extension StoreReading {
    /// - Throws: `Refusal` conflict for more mentors than a program may have.
    func refuseBeyondLimit(_ more: Int, moreMentorsOf program: Program.Name) throws {
        guard try mentors(of: program).count + more > Limits.mentors else { return }
        throw Refusal(
            .conflict,
            "\(program) would have more than the \(Limits.mentors) mentors that a program may have; leave out who leads no more (program apply --prune)"
        )
    }
}
