public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// Records days on which somebody leads no session.
public struct AddAway: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "away", for: .mentor,
        "Record an absence.",
        [
            Field("email", .email, "Who is away."), Field("from", .date, "The first day."),
            Field("to", .date, "The last day."),
            Field(
                "program", .text(atMost: 32),
                "In which program, where an organizer says so of somebody in several of theirs.",
                like: "nova"
            ).optional,
        ])

    /// Who is away.
    public var email: EmailAddress
    /// The first day.
    public var from: LocalDate
    /// The last day.
    public var to: LocalDate
    /// In which program alone.
    public var program: Program.Name?

    /// A request with every part given.
    public init(email: EmailAddress, from: LocalDate, to: LocalDate, program: Program.Name? = nil) {
        self.email = email
        self.from = from
        self.to = to
        self.program = program
    }

    /// See `Verb`.
    public var subject: Subject { .absences(of: email) }

    /// See `Verb`.
    public typealias Answer = AwayView
}

/// Somebody's absences.
public struct ListAbsences: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "away", for: .mentor,
        "List somebody's absences.",
        [Field("email", .email, "Whose.")])

    /// The address of whoever is away.
    public var email: EmailAddress

    /// A request with every part given.
    public init(email: EmailAddress) {
        self.email = email
    }

    /// See `Verb`.
    public var subject: Subject { .absences(of: email) }

    /// See `Verb`.
    public typealias Answer = [AwayView]
}

/// Removes an absence.
public struct RemoveAway: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "away/{away}", for: .mentor,
        "Remove an absence.",
        [.id("away")])

    /// The absence.
    public var away: Identifier<Away>

    /// A request with every part given.
    public init(away: Identifier<Away>) {
        self.away = away
    }

    /// See `Verb`.
    public var subject: Subject { .absence(away) }

    /// See `Verb`.
    public typealias Answer = Removal
}

/// Freezes days of a program.
public struct AddFreeze: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/freezes", for: .organizer,
        "Freeze days of a program.",
        [
            .program, Field("from", .date, "The first day."), Field("to", .date, "The last day."),
            Field("reason", .line, "Why."), Field("regions", .list(.region), "Only these regions; else all.").optional,
        ])

    /// The program.
    public var program: Program.Name
    /// The first day.
    public var from: LocalDate
    /// The last day.
    public var to: LocalDate
    /// What is told as the reason.
    public var reason: String
    /// Only these regions; nil means all.
    public var regions: [Region]?

    /// A request with every part given.
    public init(program: Program.Name, from: LocalDate, to: LocalDate, reason: String, regions: [Region]? = nil) {
        self.program = program
        self.from = from
        self.to = to
        self.reason = reason
        self.regions = regions
    }

    /// See `Verb`.
    public typealias Answer = FreezeView
}

/// A program's freezes.
public struct ListFreezes: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/freezes", for: nil,
        "List a program's freezes.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = [FreezeView]
}

/// Removes a freeze.
public struct RemoveFreeze: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "freezes/{freeze}", for: .organizer,
        "Remove a freeze.",
        [.id("freeze")])

    /// The freeze.
    public var freeze: Identifier<Freeze>

    /// A request with every part given.
    public init(freeze: Identifier<Freeze>) {
        self.freeze = freeze
    }

    /// See `Verb`.
    public var subject: Subject { .freeze(freeze) }

    /// See `Verb`.
    public typealias Answer = Removal
}
