public import TimeZoneCatalog

/// How a program meets.
public struct TrainingTerms: Hashable, Sendable {
    /// Whether every region meets, or one a week.
    public var cadence: Cadence
    /// Which weeks meet.
    public var meets: MeetingWeeks
    /// What becomes of a week that would meet and is frozen.
    public var whenFrozen: WhenFrozen
    /// Minutes of a session.
    public var minutes: Int
    /// Seats of a session.
    public var capacity: Int
    /// The regions that take part, in the order in which they take turns.
    public var regions: [Region]
    /// How many weeks ahead sessions are fixed and announced.
    public var announceWeeks: Int
    /// How many hours ahead a session is at least when it is planned.
    public var noticeHours: Int

    /// How many weeks ahead sessions can be announced.
    public static let reaches = 0...52
    /// How many weeks ahead they are unless the file says otherwise.
    public static let usualReach = 4

    /// Terms with every value given.
    public init(
        cadence: Cadence, meets: MeetingWeeks = .everyWeek, whenFrozen: WhenFrozen = .skip, minutes: Int, capacity: Int,
        regions: [Region], announceWeeks: Int, noticeHours: Int? = nil
    ) {
        self.cadence = cadence
        self.meets = meets
        self.whenFrozen = whenFrozen
        self.minutes = minutes
        self.capacity = capacity
        self.regions = regions
        self.announceWeeks = announceWeeks
        self.noticeHours = noticeHours ?? PlanningNotice.usualHours
    }
}

/// What a season has otherwise than its program; nil is the program's own.
public struct SeasonTerms: Hashable, Sendable {
    /// Whether every region meets, or one a week.
    public var cadence: Cadence?
    /// Which weeks meet.
    public var meets: MeetingWeeks?
    /// What becomes of a week that would meet and is frozen.
    public var whenFrozen: WhenFrozen?
    /// Minutes of a session.
    public var minutes: Int?
    /// Seats of a session.
    public var capacity: Int?
    /// The regions that take part.
    public var regions: [Region]?
    /// How many weeks ahead sessions are fixed and announced.
    public var announceWeeks: Int?
    /// How many hours ahead a session is at least when it is planned.
    public var noticeHours: Int?

    /// Terms that differ in what is given.
    public init(
        cadence: Cadence? = nil, meets: MeetingWeeks? = nil, whenFrozen: WhenFrozen? = nil, minutes: Int? = nil,
        capacity: Int? = nil, regions: [Region]? = nil, announceWeeks: Int? = nil, noticeHours: Int? = nil
    ) {
        self.cadence = cadence
        self.meets = meets
        self.whenFrozen = whenFrozen
        self.minutes = minutes
        self.capacity = capacity
        self.regions = regions
        self.announceWeeks = announceWeeks
        self.noticeHours = noticeHours
    }

    /// What holds in the season of a program that usually meets so.
    public func over(_ usual: TrainingTerms) -> TrainingTerms {
        TrainingTerms(
            cadence: cadence ?? usual.cadence, meets: meets ?? usual.meets, whenFrozen: whenFrozen ?? usual.whenFrozen,
            minutes: minutes ?? usual.minutes, capacity: capacity ?? usual.capacity, regions: regions ?? usual.regions,
            announceWeeks: announceWeeks ?? usual.announceWeeks, noticeHours: noticeHours ?? usual.noticeHours)
    }
}
