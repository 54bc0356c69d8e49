import CivilTime

/// A DATE or DATE-TIME (RFC 5545 §3.3.4, §3.3.5) with its zone.
struct ForeignTime: Hashable, Sendable {
    /// What the wall shows; midnight for a DATE.
    let local: LocalDateTime
    /// The mentor's for a DATE and for a floating time.
    let clock: ForeignClock
    /// Whether it is a DATE.
    let isWholeDay: Bool
}

/// A DURATION (RFC 5545 §3.3.6), not negative: days as the wall has them, and exact seconds.
struct ForeignDuration: Hashable, Sendable {
    var days = 0
    var seconds: Int64 = 0

    /// Reads `P1D`, `PT1H30M` or `P2W`; nil for anything else, and for numbers of more than six digits.
    init?(_ text: String) {
        var rest = Substring(text.hasPrefix("+") ? String(text.dropFirst()) : text).utf8
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var units = "WDHMS".utf8[...]
        var isTime = false
        while !rest.isEmpty {
            if !isTime, rest.first == UInt8(ascii: "T") {
                isTime = true
                rest = rest.dropFirst()
            }
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            rest = rest[digits.endIndex...]
            guard (1...6).contains(digits.count), let number = Int(Substring(digits)), let unit = rest.popFirst(),
                let position = units.firstIndex(of: unit)
            else { return nil }
            units = units[units.index(after: position)...]
            switch (unit, isTime) {
            case (UInt8(ascii: "W"), false): days += 7 * number
            case (UInt8(ascii: "D"), false): days += number
            case (UInt8(ascii: "H"), true): seconds += Int64(number) * 3600
            case (UInt8(ascii: "M"), true): seconds += Int64(number) * 60
            case (UInt8(ascii: "S"), true): seconds += Int64(number)
            default: return nil
            }
        }
    }
}

extension ForeignZones {
    /// A property's time.
    func time(_ property: ForeignProperty) throws(Unusable) -> ForeignTime { try time(property.value, of: property) }

    /// One of the times that a property lists.
    func time(_ text: String, of property: ForeignProperty) throws(Unusable) -> ForeignTime {
        switch ForeignStamp(text) {
        case .date(let date):
            return ForeignTime(
                local: LocalDateTime(date: date, time: .midnight), clock: .zone(own), isWholeDay: true)
        case .time(let local, let isUTC):
            let named: ForeignClock? = try isUTC ? .zone(.utc) : property.zoneName.map(clock(tzid:))
            return ForeignTime(local: local, clock: named ?? .zone(own), isWholeDay: false)
        case nil: throw Unusable("its \(property.name) \(Unusable.quoted(text)) is not a date or a time")
        }
    }

    /// When that is; a reading that the clocks skip or repeat is resolved by RFC 5545 §3.3.5.
    func instant(of time: ForeignTime) throws -> Instant {
        try rules(for: time.clock).resolve(time.local).instant
    }

    /// What a clock shows when it is that time; a DATE stays the day it is.
    func reading(of time: ForeignTime, on clock: ForeignClock) throws -> LocalDateTime {
        if time.isWholeDay || time.clock == clock { return time.local }
        return try rules(for: clock).local(at: instant(of: time))
    }

    /// The time so much later.
    func time(_ time: ForeignTime, after duration: ForeignDuration) throws -> Instant {
        let day = LocalDateTime(date: time.local.date.adding(days: duration.days), time: time.local.time)
        return try rules(for: time.clock).resolve(day).instant.adding(seconds: duration.seconds)
    }

    /// When a component ends (RFC 5545 §3.6.1): by DTEND or DURATION, after the one day of a DATE, else nil.
    func end(of component: ForeignComponent, from start: ForeignTime) throws -> Instant? {
        if let property = try component.only("DTEND") {
            let end = try time(property)
            return end.isWholeDay && end.local == start.local ? try oneDay(from: start) : try instant(of: end)
        }
        if let property = try component.only("DURATION") {
            guard let duration = ForeignDuration(property.value) else {
                throw Unusable("its DURATION \(Unusable.quoted(property.value)) is no positive duration")
            }
            let end = try time(start, after: duration)
            return end == (try instant(of: start)) ? try oneDay(from: start) : end
        }
        return start.isWholeDay ? try oneDay(from: start) : nil
    }

    /// The end of a day that stands alone, or for which some programs write the last day, where the day after it is meant; a moment
    /// ends as it begins.
    private func oneDay(from start: ForeignTime) throws -> Instant {
        start.isWholeDay ? try time(start, after: ForeignDuration(days: 1)) : try instant(of: start)
    }
}

extension ForeignDuration {
    init(days: Int) { self.days = days }
}
