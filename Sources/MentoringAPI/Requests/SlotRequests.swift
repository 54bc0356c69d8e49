public import CivilTime
public import Mentoring

/// Publishes a time at which a mentor can lead.
public struct PublishSlot: ProgramRequest {
    public typealias Answer = SlotPublication
    public static let route = Route(
        .post, "programs/{program}/slots", for: .mentor, "Publish a time at which a mentor can lead.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor; else the caller.", .person(of: .mentors)) public var mentor: WrittenPerson?
    @Field(
        "When, as people write it: days, an hour, and how often or in which zone (Tue and Thu 5pm, every other Thu 20:00); with a rule the hour alone.",
        .line, like: "Tue 17:00")
    public var when: String
    @Field("An iCalendar recurrence rule (RFC 5545).", .text(atMost: 1000), like: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")
    public var rrule: String?
    @Field("The first day.") public var from: LocalDate?
    @Field("The last day.") public var until: LocalDate?
    @Field("How gladly: 0 is best, 3 only if need be.", .number(SlotPattern.preferences)) public var prefer: Int?

    private init() {}

    public init(
        program: Program.Name, mentor: (any MeansSomebody)? = nil, when: String, rrule: String? = nil,
        from: LocalDate? = nil,
        until: LocalDate? = nil, prefer: Int? = nil
    ) {
        self.program = program
        self.mentor = mentor?.asWritten
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
    @Field("The mentor; else the caller.", .person(of: .mentors)) public var mentor: WrittenPerson?
    @Field("The calendar (RFC 5545).", .file) public var calendar: String
    @Field("Whether only to say what would change.") public var dryRun: Bool?

    private init() {}

    public init(program: Program.Name, mentor: (any MeansSomebody)? = nil, calendar: String, dryRun: Bool? = nil) {
        self.program = program
        self.mentor = mentor?.asWritten
        self.calendar = calendar
        self.dryRun = dryRun
    }
}

/// Takes the busy times of a mentor's own calendar out of their slots.
///
/// The calendar itself may be sent, or, when it is large or nobody's business, the times that somebody has read in it.
public struct ImportBusyTimes: ProgramRequest {
    public typealias Answer = BusyImport
    public static let route = Route(
        .post, "programs/{program}/slots/busy", for: .mentor, "Take a mentor's busy times out of their slots.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor; else the caller.", .person(of: .mentors)) public var mentor: WrittenPerson?
    @Field("The calendar (RFC 5545); else times are given.", .file) public var calendar: String?
    @Field(
        "The busy times read in it, one a line: where each begins in the file, from when, and until when.", .file,
        like: "12 2027-02-02T16:00:00Z/2027-02-02T17:00:00Z")
    public var times: String?
    @Field("Whether every date of a slot may be left out; else that is refused.") public var confirmed: Bool?
    @Field("Whether only to say what would change.") public var dryRun: Bool?

    private init() {}

    public init(
        program: Program.Name, mentor: (any MeansSomebody)? = nil, calendar: String? = nil, times: String? = nil,
        confirmed: Bool? = nil, dryRun: Bool? = nil
    ) {
        self.program = program
        self.mentor = mentor?.asWritten
        self.calendar = calendar
        self.times = times
        self.confirmed = confirmed
        self.dryRun = dryRun
    }
}

/// What whoever reads a mentor's calendar needs to know: the days that count, and on whose wall.
public struct ShowCalendarTerms: ProgramRequest {
    public typealias Answer = CalendarTermsView
    public static let route = Route(
        .get, "programs/{program}/slots/terms", for: .mentor, "Say for which days and zone a calendar is read.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor; else the caller.", .person(of: .mentors)) public var mentor: WrittenPerson?

    private init() {}

    public init(program: Program.Name, mentor: (any MeansSomebody)? = nil) {
        self.program = program
        self.mentor = mentor?.asWritten
    }
}

/// Takes dates back into a slot that it leaves out.
public struct RestoreSlotDates: Request {
    public typealias Answer = SlotRestored
    public static let route = Route(
        .post, "slots/{slot}/restoration", for: .mentor, "Take dates back into a slot that it leaves out.", of: Self())

    @Field(.id("slot")) public var slot: Identifier<Slot>
    @Field("The days, each a day or FROM..TO; else all.", .list(.text(atMost: 22)), like: "2027-02-02..2027-03-02")
    public var days: [String]?

    private init() {}

    public init(slot: Identifier<Slot>, days: [String]? = nil) {
        self.slot = slot
        self.days = days
    }

    public var subject: Subject { .slot(slot) }
}

/// The slots offered to a program.
public struct ListSlots: ProgramRequest {
    public typealias Answer = [SlotView]
    public static let route = Route(
        .get, "programs/{program}/slots", for: .mentor, "List the slots offered to a program.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Only this mentor's.", .person(of: .mentors)) public var mentor: WrittenPerson?

    private init() {}

    public init(program: Program.Name, mentor: (any MeansSomebody)? = nil) {
        self.program = program
        self.mentor = mentor?.asWritten
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
