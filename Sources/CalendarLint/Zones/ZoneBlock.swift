import CivilTime

/// A VTIMEZONE as a file has it, and what it makes of a wall-clock time.
struct ZoneBlock {
    let line: Int
    /// Nil when some of it cannot be read.
    private let observances: [ZoneObservance]?

    /// Reads it, and says where it is not of the shape that every program reads.
    init(_ component: CalendarComponent, _ findings: inout Findings) {
        line = component.line
        let parts = component.children.filter { $0.kind == "STANDARD" || $0.kind == "DAYLIGHT" }
        let read = parts.map { ZoneObservance($0, &findings) }
        observances = read.isEmpty || read.contains { $0 == nil } ? nil : read.compactMap(\.self)
        let standard = zip(parts, read).filter { $0.0.kind == "STANDARD" }
        let daylight = zip(parts, read).filter { $0.0.kind == "DAYLIGHT" }
        if standard.count != 1 || daylight.count > 1 {
            findings.error(
                line, .zoneBlocks,
                "the VTIMEZONE has \(standard.count) STANDARD and \(daylight.count) DAYLIGHT; write one STANDARD and at most one DAYLIGHT"
            )
        }
        guard standard.count == 1, daylight.count == 1 else { return }
        for part in parts where part.first("RRULE") == nil {
            findings.error(
                part.line, .zoneBlocks, "\(part.kind) has no RRULE beside its counterpart; write a yearly one")
        }
        guard let winter = standard[0].1, let summer = daylight[0].1 else { return }
        if summer.offsetTo <= winter.offsetTo {
            findings.error(
                daylight[0].0.line, .zoneBlocks,
                "DAYLIGHT has no larger offset than STANDARD; call the larger one DAYLIGHT, whatever the law calls it")
        }
        if summer.offsetFrom != winter.offsetTo || winter.offsetFrom != summer.offsetTo {
            findings.error(
                daylight[0].0.line, .zoneBlocks,
                "TZOFFSETFROM is not what the other half ends with; make STANDARD and DAYLIGHT follow each other")
        }
    }

    /// The offsets that it gives in these years; nil when it cannot be read, or has more onsets than are left to reckon.
    func offsets(in years: ClosedRange<Int>, onsetsLeft: inout Int) -> BlockOffsets? {
        guard let observances, let earliest = observances.min(by: { $0.start < $1.start }) else { return nil }
        var onsets: [BlockOffsets.Onset] = []
        for observance in observances {
            var days = [observance.start] + observance.listed
            if let yearly = observance.yearly {
                let last = min(years.upperBound + 1, yearly.until?.year ?? .max)
                // A rule that ended long ago may still have given the offset of today.
                let first = max(observance.start.date.year, min(years.lowerBound, last) - 1)
                onsetsLeft -= max(0, last - first)
                guard onsetsLeft > 0 else { return nil }
                for year in first...max(first, last) {
                    days += yearly.dates(in: year).map { LocalDateTime(date: $0, time: observance.start.time) }
                        .filter { $0 > observance.start && yearly.allows($0, offset: observance.offsetFrom) }
                }
            }
            onsetsLeft -= days.count
            guard onsetsLeft > 0 else { return nil }
            onsets += days.map { BlockOffsets.Onset($0, from: observance.offsetFrom, to: observance.offsetTo) }
        }
        return BlockOffsets(onsets, before: earliest.offsetFrom)
    }
}

/// The offsets of a VTIMEZONE through some years.
struct BlockOffsets {
    struct Onset {
        /// The first wall-clock second that has the new offset: after a gap, or at an overlap's second showing.
        let wallClock: Int64
        let offset: Int

        /// RFC 5545 §3.3.5: a time in a gap is reckoned with the offset before it, one in an overlap is the first.
        init(_ onset: LocalDateTime, from: Int, to: Int) {
            wallClock = onset.secondsOnClock + Int64(max(0, to - from))
            offset = to
        }
    }

    private let onsets: [Onset]
    private let before: Int

    init(_ onsets: [Onset], before: Int) {
        self.onsets = onsets.sorted { $0.wallClock < $1.wallClock }
        self.before = before
    }

    /// The instant of a wall-clock time, in seconds since 1970.
    func instant(of local: LocalDateTime) -> Int64 {
        let wallClock = local.secondsOnClock
        var low = 0
        var high = onsets.count
        while low < high {
            let middle = (low + high) / 2
            if onsets[middle].wallClock <= wallClock { low = middle + 1 } else { high = middle }
        }
        return wallClock - Int64(low == 0 ? before : onsets[low - 1].offset)
    }
}

extension YearlyOnset {
    /// Whether an onset lies before the rule's end.
    fileprivate func allows(_ onset: LocalDateTime, offset: Int) -> Bool {
        switch until {
        case nil: true
        case .date(let date): onset.date <= date
        case .local(let local): onset <= local
        case .utc(let instant): onset.secondsOnClock - Int64(offset) <= instant.secondsSinceEpoch
        }
    }
}

extension TimeValue {
    fileprivate var year: Int {
        switch self {
        case .date(let date): date.year
        case .local(let local): local.date.year
        // A year's end in UTC may be the next year on the wall clock.
        case .utc(let instant): LocalDate(epochDay: Int(instant.secondsSinceEpoch / 86400) + 1).year
        }
    }
}
