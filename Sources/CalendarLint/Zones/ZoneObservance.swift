import CivilTime

/// A STANDARD or DAYLIGHT as a file has it (RFC 5545 §3.6.5).
struct ZoneObservance {
    /// Its first onset, on the clock that it replaces.
    let start: LocalDateTime
    /// Further onsets by rule; nil when there is no rule.
    let yearly: YearlyOnset?
    /// Further onsets one by one, on the clock that it replaces.
    let listed: [LocalDateTime]
    /// Seconds ahead of UTC before its onsets.
    let offsetFrom: Int
    /// Seconds ahead of UTC after its onsets.
    let offsetTo: Int

    /// Reads it, and says what every program could not read; nil when what it says cannot be known.
    init?(_ component: CalendarComponent, _ findings: inout Findings) {
        for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"] where component.all(name).count != 1 {
            findings.error(
                component.line, .zoneBlocks, "\(component.kind) has \(component.all(name).count) \(name)s; write one")
        }
        let rules = component.all("RRULE")
        let dates = component.all("RDATE")
        if rules.count > 1 {
            findings.error(rules[1].line, .zoneBlocks, "\(component.kind) has \(rules.count) RRULEs; write one")
        }
        if let date = dates.first {
            findings.error(
                date.line, .zoneBlocks,
                "\(component.kind) has an RDATE, which Outlook does not read; write one yearly RRULE")
        }
        for offset in component.all("TZOFFSETFROM") + component.all("TZOFFSETTO") where offset.utcOffset == nil {
            findings.error(
                offset.line, .zoneBlocks, "\(offset.name) is \(offset.value.quoted); write an offset such as +0530")
        }
        let starts = component.first("DTSTART")
        guard case .local(let start) = starts?.time, starts?.parameter("TZID") == nil else {
            if let starts {
                findings.error(
                    starts.line, .zoneBlocks, "DTSTART of a \(component.kind) is a wall-clock time without TZID or Z")
            }
            return nil
        }
        let yearly = rules.first.flatMap { YearlyOnset($0.value, start: start) }
        if let rule = rules.first, yearly?.isSimple != true {
            findings.error(
                rule.line, .zoneBlocks,
                "Outlook reads only yearly rules like FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU or BYMONTHDAY=1 without UNTIL; write such a one"
            )
        }
        guard let from = component.first("TZOFFSETFROM")?.utcOffset, let to = component.first("TZOFFSETTO")?.utcOffset,
            rules.count <= 1, yearly != nil || rules.isEmpty
        else { return nil }
        let listed = dates.flatMap { $0.timeTexts.map { TimeValue($0) } }
        self.start = start
        self.yearly = yearly
        self.listed = listed.compactMap { time in
            guard case .local(let local) = time else { return nil }
            return local
        }
        offsetFrom = from
        offsetTo = to
        guard self.listed.count == listed.count else { return nil }
    }
}

extension ContentLine {
    /// Seconds ahead of UTC.
    var utcOffset: Int? { Self.utcOffset(of: value) }

    /// Seconds ahead of UTC (RFC 5545 §3.3.14): `+0530`, `-004430`; nil for `-0000`, which is not allowed.
    static func utcOffset(of text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8.prefix(8))
        guard bytes.count == 5 || bytes.count == 7, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let digits = bytes.dropFirst().map { Int($0) - 0x30 }
        let hours = digits[0] * 10 + digits[1]
        let minutes = digits[2] * 10 + digits[3]
        let rest = digits.count > 4 ? digits[4] * 10 + digits[5] : 0
        guard hours < 24, minutes < 60, rest < 60 else { return nil }
        let seconds = hours * 3600 + minutes * 60 + rest
        guard bytes[0] == UInt8(ascii: "-") else { return seconds }
        return seconds == 0 ? nil : -seconds
    }
}
