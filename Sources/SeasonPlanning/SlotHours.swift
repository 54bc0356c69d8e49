package import CivilTime
package import Mentoring
package import TimeZoneCatalog
import Wording

/// What a slot's hour may hold that its mentor did not mean: that the clock skips it or shows it twice on some day, and that it is
/// outside their own day.
///
/// Whatever stores a slot, moves it or takes dates back into it says so by this.
package struct SlotHours {
    private let slot: Slot
    private let program: Program
    private let rules: ZoneRules
    private let own: ZoneRules
    private let whose: String

    /// Those of a mentor with a zone of their own; `whose` is as in “your own day”.
    package init(
        of slot: Slot, ownZone zone: TimeZoneID, whose: String = "your", in program: Program, by zones: TimeZoneCatalog
    ) throws {
        self.slot = slot
        self.program = program
        self.whose = whose
        rules = try zones.rules(for: slot.zone)
        own = try zones.rules(for: zone)
    }

    /// That the clock skips the slot's hour on that day, or shows it twice.
    func clockChange(at time: ZonedDateTime) -> SlotRemark? {
        switch rules.resolve(LocalDateTime(date: time.local.date, time: slot.pattern.at)) {
        case .unambiguous: nil
        case .gap: .skipped(slot.pattern.at, takenAs: time.local.time)
        case .overlap: .twice(slot.pattern.at)
        }
    }

    /// That a session then would not lie within its mentor's day.
    func outsideDay(at time: ZonedDateTime) -> SlotRemark? {
        Hours(of: time.instant, minutes: program.minutes, in: own) == .humane ? nil : .outsideDay(whose: whose)
    }

    /// Each such remark once, with the dates to come of which it is made in any season, but for the first `count` of the season in
    /// focus, which are shown with theirs: what all of those have is not said again.
    package func remarks(
        at now: Instant, by recurrence: any RecurrenceExpanding, beyond count: Int = 0,
        on isMeant: (LocalDate) -> Bool = { _ in true }
    ) throws -> [String] {
        var shown: [ZonedDateTime] = []
        var others: [ZonedDateTime] = []
        for program in program.focusedOnEachToCome(at: now) {
            let season = program.season
            let times = try SeasonFacts.times(
                of: slot, in: DayRange(from: season.start, to: season.end), season: season, rules: rules,
                recurrence: recurrence
            ).filter { $0.instant > now && isMeant($0.local.date) }
            let isInFocus = season.name == self.program.season.name
            shown += times.prefix(isInFocus ? count : 0)
            others += times.dropFirst(isInFocus ? count : 0)
        }
        func objections(_ time: ZonedDateTime) -> [SlotRemark] {
            [clockChange(at: time), outsideDay(at: time)].compactMap(\.self)
        }
        let known = shown.dropFirst().reduce(into: Set(shown.first.map(objections) ?? [])) {
            $0.formIntersection(objections($1))
        }
        var dates: [SlotRemark: [LocalDate]] = [:]
        var remarks: [SlotRemark] = []
        for time in others {
            for remark in objections(time) where !known.contains(remark) {
                if dates[remark] == nil { remarks.append(remark) }
                dates[remark, default: []].append(time.local.date)
            }
        }
        return remarks.map { remark in
            let days = dates[remark] ?? []
            return remark.text(on: days, areAll: shown.isEmpty && days.count == others.count)
        }
    }
}
