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
        (rule == other.rule || weekly != nil && weekly == other.weekly) && at == other.at && from == other.from
    }

    /// The weekday and time of a plain weekly pattern, as in `Tue 17:00`; nil when the rule says more.
    public var weekly: String? {
        // Where weeks begin (WKST, RFC 5545 §3.3.10) says nothing of a rule that holds in every week.
        let days = rule.split(separator: ";").filter { !$0.hasPrefix("WKST=") }.joined(separator: ";")
        guard let day = Weekday.allCases.first(where: { days == "FREQ=WEEKLY;BYDAY=" + $0.icalendarCode }) else {
            return nil
        }
        return "\(day.shortName) \(at)"
    }

    /// Reads `Tue 17:00`.
    /// - Throws: `BadInput` when it is not a weekday and a time.
    public static func weekly(_ text: String) throws(BadInput) -> (rule: String, at: LocalTime) {
        let words = text.split(separator: " ")
        guard words.count == 2, let day = Weekday(name: String(words[0])), let at = LocalTime(iso: String(words[1]))
        else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not a weekday and a time; expected something like \"Tue 17:00\"")
        }
        return ("FREQ=WEEKLY;BYDAY=\(day.icalendarCode)", at)
    }

    /// The pattern in words: `Tue 17:00`, or the rule and the time.
    public var summary: String { weekly ?? "\(rule) at \(at)" }
}
