import CivilTime
import Mentoring

/// What a VTIMEZONE (RFC 5545 §3.6.5) says of its clocks through some years, for a TZID that nobody knows by name.
struct FileZone: Hashable, Sendable {
    /// From a moment on the clocks are so many seconds ahead of UTC.
    struct Change: Hashable, Sendable {
        /// In seconds since 1970.
        let moment: Int64
        let offset: UTCOffset
    }

    /// How far the clocks are ahead of UTC before the first change.
    let before: UTCOffset
    /// Ascending.
    let changes: [Change]

    /// More in one are no clocks: even all that New York ever did is less.
    private static let mostObservances = 1000

    /// Reads the changes in these years, and the last ones before them.
    /// - Throws: `Unusable` when it is not understood in every part.
    init(_ block: ForeignComponent, years: ClosedRange<Int>) throws(Unusable) {
        if let line = block.brokenLine { throw Unusable("line \(line) in it makes no sense") }
        guard (1...Self.mostObservances).contains(block.children.count) else {
            throw Unusable("it has \(block.children.count) parts, not 1 to \(Self.mostObservances)")
        }
        var earliest: FileZoneObservance?
        var offsets: [Int64: UTCOffset] = [:]
        var doubtful: [Int64: LocalDateTime] = [:]
        for part in block.children {
            let observance = try FileZoneObservance(part)
            if earliest.map({ observance.first < $0.first }) ?? true { earliest = observance }
            for onset in observance.onsets(in: years) {
                let moment = onset.secondsOnWallClock - Int64(observance.from.seconds)
                if let other = offsets.updateValue(observance.to, forKey: moment), other != observance.to {
                    doubtful[moment] = onset
                }
            }
        }
        guard let earliest else { throw Unusable("it has no parts") }
        let all = offsets.sorted { $0.key < $1.key }.map { Change(moment: $0.key, offset: $0.value) }
        // Outlook has both halves of a year begin with 1601; of what was before these years only the last counts.
        let start = Int64(LocalDate(year: years.lowerBound, month: 1, day: 1)?.epochDay ?? 0) * 86_400
        let recent = all.suffix(from: all.lastIndex { $0.moment < start } ?? 0)
        if let onset = recent.lazy.compactMap({ doubtful[$0.moment] }).first {
            throw Unusable("two of its parts begin on \(onset)")
        }
        before = recent.first.map { $0.moment < start } == true ? recent[recent.startIndex].offset : earliest.from
        changes = recent.filter { $0.moment >= start }
    }

    /// The rules for telling its times; readings that its clocks skip or repeat are resolved as those of any other zone.
    var rules: ZoneRules {
        func type(_ offset: UTCOffset) -> LocalTimeType {
            LocalTimeType(offset: offset, isDaylight: false, abbreviation: "")
        }
        return ZoneRules(
            id: Self.name, before: type(before),
            changes: changes.map { (Instant(secondsSinceEpoch: $0.moment), type($0.offset)) })
    }

    /// What CLDR calls a zone that nobody knows.
    private static let name = TimeZoneID("Etc/Unknown") ?? .utc
}
