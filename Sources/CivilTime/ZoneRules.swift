/// Everything known about a zone's offsets: the one authority for turning instants into local times and back.
public struct ZoneRules: Sendable {
    /// The zone's name.
    public let id: TimeZoneID

    /// The rule for all time after the last transition listed; nil if the data give none.
    public let footer: PosixTimeZone?

    let timeline: ZoneTimeline

    /// Decodes the Time Zone Information Format, versions 1 to 4 (RFC 9636).
    ///
    /// Leap seconds are tolerated and ignored; whatever follows the footer is ignored too.
    ///
    /// - Parameters:
    ///   - id: The zone's name.
    ///   - bytes: A whole TZif file.
    /// - Throws: `TZifError` saying what is wrong and at which byte; no bytes make this trap.
    public init(id: TimeZoneID, tzif bytes: some Sequence<UInt8>) throws(TZifError) {
        let file = try TZifFile(Array(bytes))
        self.id = id
        footer = file.footer
        timeline = ZoneTimeline(file)
    }

    /// A zone that is known by its changes alone, as a calendar's own VTIMEZONE is (RFC 5545 §3.6.5).
    ///
    /// - Parameters:
    ///   - id: What it is called.
    ///   - first: What holds before the first change.
    ///   - changes: From when on what else holds, ascending; at most 65,535 different ones.
    public init(id: TimeZoneID, before first: LocalTimeType, changes: [(instant: Instant, type: LocalTimeType)]) {
        self.id = id
        footer = nil
        timeline = ZoneTimeline(first, changes: changes)
    }

    /// The offset from UTC at an instant.
    public func offset(at instant: Instant) -> UTCOffset {
        UTCOffset(checked: timeline.offsets[index(at: instant)])
    }

    /// The offset, abbreviation and daylight flag at an instant.
    public func localTimeType(at instant: Instant) -> LocalTimeType {
        timeline.types[Int(timeline.typeIndices[index(at: instant)])]
    }

    /// What the zone's clocks show at an instant.
    public func local(at instant: Instant) -> LocalDateTime {
        LocalDateTime(secondsOnWallClock: instant.secondsSinceEpoch + Int64(offset(at: instant).seconds))
    }

    /// The instant with what the zone's clocks show at it.
    public func zoned(at instant: Instant) -> ZonedDateTime {
        let offset = offset(at: instant)
        let local = LocalDateTime(secondsOnWallClock: instant.secondsSinceEpoch + Int64(offset.seconds))
        return ZonedDateTime(instant: instant, local: local, offset: offset, zone: id)
    }

    /// A wall-clock reading resolved as RFC 5545 §3.3.5 demands; in a gap the result shows a later reading.
    public func zoned(_ local: LocalDateTime) -> ZonedDateTime {
        zoned(at: resolve(local).instant)
    }

    private func index(at instant: Instant) -> Int {
        let seconds = instant.secondsSinceEpoch
        return timeline.index(at: seconds - timeline.shift(of: seconds))
    }
}
