import CivilTime

/// A VTIMEZONE that every calendar program understands: at most one STANDARD and one DAYLIGHT, each with one yearly rule.
///
/// That is all that Outlook reads, and less than some zones need: where Ramadan moves the clocks, or a government has just
/// moved them for good, there is none.
struct TimeZoneBlock: Hashable, Sendable {
    let zone: TimeZoneID
    let standard: Observance
    let daylight: Observance?

    /// The block that holds in a year and, since programs may keep it, in the year before and the year after; nil when no
    /// such block tells exactly what the zone's clocks do in these three years.
    init?(of rules: ZoneRules, around year: Int) {
        let years = (year - 1)...(year + 1)
        guard years.lowerBound > LocalDateTime.epoch.date.year,
            let newYear = LocalDate(year: years.lowerBound, month: 1, day: 1),
            let newYearAfter = LocalDate(year: years.upperBound + 1, month: 1, day: 1)
        else { return nil }
        let margin: Int64 = 2 * 86400
        let changes = rules.transitions(
            from: Instant(secondsSinceEpoch: Int64(newYear.epochDay) * 86400 - margin),
            to: Instant(secondsSinceEpoch: Int64(newYearAfter.epochDay) * 86400 + margin)
        ).filter { $0.before.offset != $0.after.offset && years.contains($0.onset.date.year) }
        zone = rules.id
        guard !changes.isEmpty else {
            standard = Observance(
                always: rules.localTimeType(at: Instant(secondsSinceEpoch: Int64(newYear.epochDay) * 86400)))
            daylight = nil
            return
        }
        // What the tz database calls daylight saving is the winter in Dublin; readers expect the larger offset.
        guard
            let summer = Observance(beginningWith: changes.filter { $0.before.offset < $0.after.offset }, in: years),
            let winter = Observance(beginningWith: changes.filter { $0.before.offset > $0.after.offset }, in: years),
            summer.offsetFrom == winter.offsetTo, summer.offsetTo == winter.offsetFrom
        else { return nil }
        standard = winter
        daylight = summer
    }

    /// The VTIMEZONE.
    var component: Component {
        Component(
            kind: .timeZone, properties: [.text("TZID", zone.name)],
            children: [standard.component(.standard)] + (daylight.map { [$0.component(.daylight)] } ?? []))
    }
}
