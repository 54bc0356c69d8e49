public import CivilTime
public import Mentoring

/// Publishes a time at which a mentor can lead.
public struct PublishSlot: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/slots", for: .mentor,
        "Publish a time at which a mentor can lead.",
        [
            .program, Field("mentor", .email, "The mentor; else the caller.").optional,
            Field("when", .line, "A weekday and a time; with a rule the time alone.", like: "Tue 17:00"),
            Field(
                "rrule", .text(atMost: 1000), "An iCalendar recurrence rule (RFC 5545).",
                like: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
            ).optional,
            Field("from", .date, "The first day.").optional, Field("until", .date, "The last day.").optional,
            Field("prefer", .number(0...3), "How gladly: 0 is best, 3 only if need be.").optional,
        ])

    /// The program.
    public var program: Program.Name
    /// The mentor; nil means the caller.
    public var mentor: EmailAddress?
    /// A weekday and a time; with a rule the time alone.
    public var when: String
    /// An iCalendar recurrence rule.
    public var rrule: String?
    /// The first day.
    public var from: LocalDate?
    /// The last day.
    public var until: LocalDate?
    /// How gladly, 0 to 3.
    public var prefer: Int?

    /// A request with every part given.
    public init(
        program: Program.Name, mentor: EmailAddress? = nil, when: String, rrule: String? = nil, from: LocalDate? = nil,
        until: LocalDate? = nil, prefer: Int? = nil
    ) {
        self.program = program
        self.mentor = mentor
        self.when = when
        self.rrule = rrule
        self.from = from
        self.until = until
        self.prefer = prefer
    }

    /// See `Verb`.
    public typealias Answer = SlotPublication
}

/// Publishes slots from a mentor's own calendar.
public struct ImportSlots: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/slots/import", for: .mentor,
        "Publish slots from a mentor's own calendar.",
        [
            .program, Field("mentor", .email, "The mentor; else the caller.").optional,
            Field("calendar", .file, "The calendar (RFC 5545)."),
            Field("dryRun", .flag, "Whether only to say what would change.").optional,
        ])

    /// The program.
    public var program: Program.Name
    /// The mentor; nil means the caller.
    public var mentor: EmailAddress?
    /// The calendar (RFC 5545).
    public var calendar: String
    /// Whether only to say what would change.
    public var dryRun: Bool?

    /// A request with every part given.
    public init(program: Program.Name, mentor: EmailAddress? = nil, calendar: String, dryRun: Bool? = nil) {
        self.program = program
        self.mentor = mentor
        self.calendar = calendar
        self.dryRun = dryRun
    }

    /// See `Verb`.
    public typealias Answer = SlotImport
}

/// Takes the busy times of a mentor's own calendar out of their slots.
public struct ImportBusyTimes: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/slots/busy", for: .mentor,
        "Take a mentor's busy times out of their slots.",
        [
            .program, Field("mentor", .email, "The mentor; else the caller.").optional,
            Field("calendar", .file, "The calendar (RFC 5545)."),
            Field("dryRun", .flag, "Whether only to say what would change.").optional,
        ])

    /// The program.
    public var program: Program.Name
    /// The mentor; nil means the caller.
    public var mentor: EmailAddress?
    /// The calendar (RFC 5545).
    public var calendar: String
    /// Whether only to say what would change.
    public var dryRun: Bool?

    /// A request with every part given.
    public init(program: Program.Name, mentor: EmailAddress? = nil, calendar: String, dryRun: Bool? = nil) {
        self.program = program
        self.mentor = mentor
        self.calendar = calendar
        self.dryRun = dryRun
    }

    /// See `Verb`.
    public typealias Answer = BusyImport
}

/// The slots offered to a program.
public struct ListSlots: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/slots", for: .mentor,
        "List the slots offered to a program.",
        [.program, Field("mentor", .email, "Only this mentor's.").optional])

    /// The program.
    public var program: Program.Name
    /// Only this mentor's.
    public var mentor: EmailAddress?

    /// A request with every part given.
    public init(program: Program.Name, mentor: EmailAddress? = nil) {
        self.program = program
        self.mentor = mentor
    }

    /// See `Verb`.
    public typealias Answer = [SlotView]
}

/// Withdraws a slot.
public struct WithdrawSlot: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "slots/{slot}", for: .mentor,
        "Withdraw a slot.",
        [.id("slot")])

    /// The slot.
    public var slot: Identifier<Slot>

    /// A request with every part given.
    public init(slot: Identifier<Slot>) {
        self.slot = slot
    }

    /// See `Verb`.
    public var subject: Subject { .slot(slot) }

    /// See `Verb`.
    public typealias Answer = SlotWithdrawn
}
