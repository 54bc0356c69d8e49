public import CivilTime
public import TimeZoneCatalog

/// Somebody who mentors, learns or organizes.
public struct Person: Hashable, Sendable {
    /// The number under which the store keeps the person.
    public var id: Identifier<Person>
    /// As other participants see it.
    public var name: String
    /// Never shown to another participant.
    public var email: EmailAddress
    /// Where the person reads the clock.
    public var zone: TimeZoneID

    /// A person; the store numbers them.
    public init(id: Identifier<Person> = .unassigned, name: String, email: EmailAddress, zone: TimeZoneID) {
        self.id = id
        self.name = name
        self.email = email
        self.zone = zone
    }
}

/// A core reviewer who leads sessions of a program.
public struct Mentor: Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// Who.
    public var person: Person
    /// The region whose sessions they lead.
    public var region: Region
    /// Share of the load, 1 or more; 2 leads twice as often as 1.
    public var weight: Int
    /// Turns lie at least so many weeks apart; 1 allows every week.
    public var minGapWeeks: Int
    /// The most sessions in a calendar month.
    public var maxPerMonth: Int
    /// When they became one; kept when their terms change.
    public var since: Instant

    /// A mentor of a program; without `since`, from the beginning.
    public init(
        program: Program.Name, person: Person, region: Region, weight: Int = 1, minGapWeeks: Int = 2,
        maxPerMonth: Int = 2, since: Instant = .distantPast
    ) {
        self.program = program
        self.person = person
        self.region = region
        self.weight = weight
        self.minGapWeeks = minGapWeeks
        self.maxPerMonth = maxPerMonth
        self.since = since
    }
}

/// Days on which a person leads no session.
public struct Away: Hashable, Sendable {
    /// The number that people see.
    public var id: Identifier<Away>
    /// Who is away.
    public var person: Identifier<Person>
    /// The days in the person's own zone, both included.
    public var days: DayRange

    /// An absence; the store numbers it.
    public init(id: Identifier<Away> = .unassigned, person: Identifier<Person>, days: DayRange) {
        self.id = id
        self.person = person
        self.days = days
    }
}
