public import CivilTime
public import Mentoring

/// Publishes a time at which a mentor can lead.
public struct PublishSlot: ProgramRequest {
    public typealias Answer = SlotPublication
    public static let route = Route(
        .post, "programs/{program}/slots", for: .mentor, "Publish a time at which a mentor can lead.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor; else the caller.") public var mentor: EmailAddress?
    @Field("A weekday and a time; with a rule the time alone.", .line, like: "Tue 17:00") public var when: String
    @Field("An iCalendar recurrence rule (RFC 5545).", .text(atMost: 1000), like: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")
    public var rrule: String?
    @Field("The first day.") public var from: LocalDate?
    @Field("The last day.") public var until: LocalDate?
    @Field("How gladly: 0 is best, 3 only if need be.", .number(SlotPattern.preferences)) public var prefer: Int?

    private init() {}

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
}

/// Publishes slots from a mentor's own calendar.
public struct ImportSlots: ProgramRequest {
    public typealias Answer = SlotImport
    public static let route = Route(
        .post, "programs/{program}/slots/import", for: .mentor, "Publish slots from a mentor's own calendar.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor; else the caller.") public var mentor: EmailAddress?
    @Field("The calendar (RFC 5545).", .file) public var calendar: String
    @Field("Whether only to say what would change.") public var dryRun: Bool?

    private init() {}

    public init(program: Program.Name, mentor: EmailAddress? = nil, calendar: String, dryRun: Bool? = nil) {
        self.program = program
        self.mentor = mentor
        self.calendar = calendar
        self.dryRun = dryRun
    }
}

/// Takes the busy times of a mentor's own calendar out of their slots.
public struct ImportBusyTimes: ProgramRequest {
    public typealias Answer = BusyImport
    public static let route = Route(
        .post, "programs/{program}/slots/busy", for: .mentor, "Take a mentor's busy times out of their slots.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor; else the caller.") public var mentor: EmailAddress?
    @Field("The calendar (RFC 5545).", .file) public var calendar: String
    @Field("Whether only to say what would change.") public var dryRun: Bool?

    private init() {}

    public init(program: Program.Name, mentor: EmailAddress? = nil, calendar: String, dryRun: Bool? = nil) {
        self.program = program
        self.mentor = mentor
        self.calendar = calendar
        self.dryRun = dryRun
    }
}

/// The slots offered to a program.
public struct ListSlots: ProgramRequest {
    public typealias Answer = [SlotView]
    public static let route = Route(
        .get, "programs/{program}/slots", for: .mentor, "List the slots offered to a program.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Only this mentor's.") public var mentor: EmailAddress?

    private init() {}

    public init(program: Program.Name, mentor: EmailAddress? = nil) {
        self.program = program
        self.mentor = mentor
    }
}

/// Withdraws a slot.
public struct WithdrawSlot: Request {
    public typealias Answer = SlotWithdrawn
    public static let route = Route(.delete, "slots/{slot}", for: .mentor, "Withdraw a slot.", of: Self())

    @Field(.id("slot")) public var slot: Identifier<Slot>

    private init() {}

    public init(slot: Identifier<Slot>) { self.slot = slot }

    public var subject: Subject { .slot(slot) }
}
