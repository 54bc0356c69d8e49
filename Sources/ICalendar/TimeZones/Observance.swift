import CivilTime

/// A STANDARD or DAYLIGHT of a VTIMEZONE (RFC 5545 §3.6.5): an offset, and when in the year it takes over.
struct Observance: Hashable, Sendable {
    /// What DTSTART shows: its first onset, on the clock that it replaces.
    ///
    /// It lies in 1970 whatever the events are. A program expands the rule from there, so every event has an onset
    /// before it; the same zone has the same block in every file, which matters to programs that keep the first block
    /// they meet; and it is what Google and Mozilla write.
    let firstOnset: LocalDateTime
    /// The day of its later onsets; nil when it always holds.
    let yearly: YearlyDay?
    /// The offset that it replaces.
    let offsetFrom: UTCOffset
    /// The offset while it holds.
    let offsetTo: UTCOffset
    /// TZNAME.
    let abbreviation: String

    /// The observance of a zone whose clocks never change.
    init(always type: LocalTimeType) {
        firstOnset = .epoch
        yearly = nil
        offsetFrom = type.offset
        offsetTo = type.offset
        abbreviation = type.abbreviation
    }

    /// The observance that begins with these transitions, one in each of the years; nil when no yearly rule says so.
    init?(beginningWith transitions: [Transition], in years: ClosedRange<Int>) {
        let onsets = transitions.map(\.onset)
        guard let first = transitions.first, onsets.map(\.date.year) == Array(years),
            Set(onsets.map(\.time)).count == 1,
            Set(transitions.map { [$0.before.offset, $0.after.offset] }).count == 1,
            Set(transitions.map(\.after.abbreviation)).count == 1,
            let yearly = YearlyDay(commonTo: onsets.map(\.date)),
            let date = yearly.date(in: LocalDateTime.epoch.date.year)
        else { return nil }
        firstOnset = LocalDateTime(date: date, time: first.onset.time)
        self.yearly = yearly
        offsetFrom = first.before.offset
        offsetTo = first.after.offset
        abbreviation = first.after.abbreviation
    }

    /// STANDARD or DAYLIGHT.
    func component(_ kind: Component.Kind) -> Component {
        Component(
            kind: kind,
            properties: [
                .literal("DTSTART", firstOnset.basic),
                yearly.map { .literal("RRULE", $0.rule) },
                .literal("TZOFFSETFROM", offsetFrom.basic),
                .literal("TZOFFSETTO", offsetTo.basic),
                .text("TZNAME", abbreviation),
            ].compactMap(\.self))
    }
}

extension Transition {
    /// What the clocks would have shown at the transition had they not changed.
    var onset: LocalDateTime {
        LocalDateTime.epoch.adding(seconds: instant.secondsSinceEpoch + Int64(before.offset.seconds))
    }
}

extension LocalDateTime {
    /// 1970-01-01T00:00:00.
    static var epoch: LocalDateTime { LocalDateTime(date: LocalDate(epochDay: 0), time: .midnight) }
}
