import CivilTime
import Mentoring

/// A VTIMEZONE (RFC 5545 §3.6.5) of another program, for a TZID that is no zone's name: “Customized Time Zone”.
struct ForeignTimeZone: Sendable {
    /// A STANDARD or DAYLIGHT.
    private struct Observance {
        /// On the clock that it replaces.
        let first: LocalDateTime
        let rule: String?
        let from: Int64
        let to: Int64
    }

    private let observances: [Observance]
    private let zones: ForeignZones

    /// Nil when it is not understood in every part, as the few are that come with an UNTIL or have a long history.
    init?(_ block: ForeignComponent, zones: ForeignZones) {
        self.zones = zones
        let parts = block.children.map { Self.observance($0, zones) }
        guard block.brokenLine == nil, (1...8).contains(parts.count), !parts.contains(where: { $0 == nil }) else {
            return nil
        }
        observances = parts.compactMap(\.self)
    }

    /// When its clocks show that; a reading that they skip or repeat is resolved by RFC 5545 §3.3.5.
    ///
    /// Nil when a rule in it cannot be followed.
    func instant(of local: LocalDateTime) throws -> Instant? {
        var latest: (onset: LocalDateTime, offset: Int64)?
        for part in observances {
            guard let onset = Self.onset(of: part, before: local) else { return nil }
            // The hour that is skipped is still by the clock before it.
            if let onset, onset.adding(seconds: max(0, part.to - part.from)) <= local, onset >= latest?.onset ?? onset {
                latest = (onset, part.to)
            }
        }
        let first = observances.min { $0.first < $1.first }
        guard let offset = latest?.offset ?? first?.from else { return nil }
        return try zones.instant(of: ForeignTime(local: local, zone: .utc, isWholeDay: false)).adding(seconds: -offset)
    }

    /// The last time at which it took over until then, if any; nil when its rule cannot be followed.
    private static func onset(of part: Observance, before local: LocalDateTime) -> LocalDateTime?? {
        guard let rule = part.rule else { return .some(part.first <= local ? part.first : nil) }
        guard let days = try? DayRange(from: local.date.adding(days: -800), to: local.date),
            let found = try? RecurrenceExpander().occurrences(of: rule, from: part.first, in: days)
        else { return nil }
        return .some(found.last { $0 <= local })
    }

    private static func observance(_ part: ForeignComponent, _ zones: ForeignZones) -> Observance? {
        guard part.name == "STANDARD" || part.name == "DAYLIGHT", part.brokenLine == nil, part.all("RRULE").count <= 1,
            let first = try? part.start(in: zones), let from = part.offset("TZOFFSETFROM"),
            let to = part.offset("TZOFFSETTO")
        else { return nil }
        let written = part.all("RRULE").first?.value
        // Any other rule could also make us look at very many days.
        let rule = written.flatMap { try? RecurrenceRule($0) }
        guard written == nil || rule?.isOncePerYear ?? false else { return nil }
        return Observance(first: first.local, rule: rule?.description, from: from, to: to)
    }
}

extension RecurrenceRule {
    fileprivate var isOncePerYear: Bool {
        frequency == .yearly && interval == 1 && [byHour, byMinute, bySecond, bySetPosition].allSatisfy(\.isEmpty)
    }
}

extension ForeignComponent {
    /// A UTC-OFFSET such as `+0530` in seconds (RFC 5545 §3.3.14).
    fileprivate func offset(_ name: String) -> Int64? {
        guard let text = try? only(name)?.value, [5, 7].contains(text.utf8.count), let sign = text.first,
            sign == "+" || sign == "-", text.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
            let digits = Int64(text.dropFirst())
        else { return nil }
        let number = text.utf8.count == 5 ? digits * 100 : digits
        let (hours, minutes, seconds) = (number / 10_000, number / 100 % 100, number % 100)
        guard hours < 24, minutes < 60, seconds < 60 else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds)
    }
}
