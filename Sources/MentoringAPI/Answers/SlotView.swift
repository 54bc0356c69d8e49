public import CivilTime
public import Mentoring

/// A slot as listings show it.
public struct SlotView: Codable, Hashable, Sendable {
    /// Its number.
    public var id: Identifier<Slot>
    /// Whose it is.
    public var mentor: String
    /// The zone in which the times are read.
    public var zone: TimeZoneID
    /// The RRULE value.
    public var rule: String
    /// The time of day.
    public var at: LocalTime
    /// The first day, when there is one.
    public var from: LocalDate?
    /// The last day, when there is one.
    public var until: LocalDate?
    /// Days left out.
    public var except: [LocalDate]
    /// 0 is best, 3 is only if need be.
    public var prefer: Int
    /// `Tue 17:00`, `every other Thu 20:00`, or the rule and the time.
    public var summary: String

    package init(_ slot: Slot, mentor: String) {
        id = slot.id
        self.mentor = mentor
        zone = slot.zone
        rule = slot.pattern.rule
        at = slot.pattern.at
        from = slot.pattern.from
        until = slot.pattern.until
        except = slot.pattern.except
        prefer = slot.pattern.preference
        summary = slot.pattern.summary
    }
}
