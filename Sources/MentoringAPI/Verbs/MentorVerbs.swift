public import Mentoring
public import TimeZoneCatalog

/// Makes somebody a mentor of a program, or changes the terms of one who is.
public struct AddMentor: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/mentors", for: .organizer,
        "Add a mentor to a program, or change one.",
        [
            .program, Field("name", .line, "The name that others see."), Field("email", .email, "The mail address."),
            Field("zone", .zone, "Where the mentor reads the clock."),
            Field("region", .region, "The region whose sessions they lead; else the zone's.").optional,
            Field("weight", .number(1...16), "Share of the load.").optional,
            Field("maxPerMonth", .number(1...31), "The most sessions in a calendar month.").optional,
            Field("minGapWeeks", .number(1...52), "The least number of weeks between turns.").optional,
        ])

    /// The program.
    public var program: Program.Name
    /// The name that others see.
    public var name: String
    /// The mail address.
    public var email: EmailAddress
    /// Where the mentor reads the clock.
    public var zone: String
    /// The region whose sessions they lead; nil takes the zone's.
    public var region: Region?
    /// Share of the load, 1 to 16.
    public var weight: Int?
    /// Sessions in a calendar month, 1 to 31.
    public var maxPerMonth: Int?
    /// Weeks between turns, 1 to 52.
    public var minGapWeeks: Int?

    /// A request with every part given.
    public init(
        program: Program.Name, name: String, email: EmailAddress, zone: String, region: Region? = nil,
        weight: Int? = nil, maxPerMonth: Int? = nil, minGapWeeks: Int? = nil
    ) {
        self.program = program
        self.name = name
        self.email = email
        self.zone = zone
        self.region = region
        self.weight = weight
        self.maxPerMonth = maxPerMonth
        self.minGapWeeks = minGapWeeks
    }

    /// See `Verb`.
    public typealias Answer = MentorView
}

/// A program's mentors with their addresses.
public struct ListMentors: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/mentors", for: .organizer,
        "List a program's mentors.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = [MentorView]
}
