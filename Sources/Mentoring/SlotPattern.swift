public import CivilTime

/// The recurrence of a slot on the wall clock, free of any zone.
public struct SlotPattern: Hashable, Sendable {
    /// An RFC 5545 RRULE value without UNTIL and COUNT, in capital letters, such as `FREQ=WEEKLY;BYDAY=TU`.
    public var rule: String
    /// The time of day at which a session would begin.
    public var at: LocalTime
    /// The first day on which it may occur, which also anchors an INTERVAL; nil means the season's start.
    public var from: LocalDate?
    /// The last day on which it may occur; nil means the season's end.
    public var until: LocalDate?
    /// Days left out, ascending.
    public var except: [LocalDate]
    /// How gladly: 0 is best, 3 is only if need be.
    public var preference: Int

    /// What a preference can be.
    public static let preferences = 0...3

    /// A pattern with every part given; `rule` must be one that `RecurrenceExpanding` accepts.
    public init(
        rule: String, at: LocalTime, from: LocalDate? = nil, until: LocalDate? = nil, except: [LocalDate] = [],
        preference: Int = 0
    ) {
        self.rule = rule
        self.at = at
        self.from = from
        self.until = until
        self.except = except.sorted()
        self.preference = preference
    }

    /// Whether two patterns differ at most in their last day, the days left out, and the preference.
    package func isSameSlot(as other: SlotPattern) -> Bool {
        (rule == other.rule || days != nil && days == other.days) && at == other.at && from == other.from
    }

    private var days: RecurringDays? { RecurringDays(rule: rule) }

    /// The weekday and time of a plain weekly pattern, as in `Tue 17:00`; nil when the rule says more.
    ///
    /// Keys that are stored are made of it, so it never says more; `typed` is for people.
    package var weekly: String? {
        guard let days, days.unit == .week, days.interval == 1, days.days.count == 1 else { return nil }
        return typed
    }

    /// In short, as it could be typed: `Tue 17:00`, `every other Thu 20:00`; nil for a rule that words say at length.
    package var typed: String? { days.map { "\($0.inShort) \(at)" } }

    /// In short, or the rule and the time.
    public var summary: String { typed ?? "\(rule) at \(at)" }

    /// In words: `every Tuesday at 17:00`, `the 2nd Tuesday of every month at 17:00`.
    public var inWords: String { "\(days?.inWords ?? rule) at \(at)" }

    /// Whether weeks or months are counted, so that its first day decides which of them it has.
    package var isCounted: Bool { rule.contains("INTERVAL=") }
}
