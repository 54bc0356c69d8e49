extension ZoneRules {
    /// Finds the instants at which the zone's clocks show a reading.
    public func resolve(_ local: LocalDateTime) -> LocalResolution {
        let wall = local.secondsOnWallClock
        let shift = timeline.shift(of: wall)
        let reading = wall - shift
        let latest = reading - timeline.leastOffset
        var index = timeline.index(at: reading - timeline.greatestOffset)
        var match: Int?
        var skipping: Int?
        while true {
            let offset = Int64(timeline.offsets[index])
            let instant = reading - offset
            let next = index + 1
            let end = next < timeline.starts.count ? timeline.starts[next] : .max
            if instant >= timeline.starts[index], instant < end {
                if let match {
                    return .overlap(overlap(of: reading, shift: shift, match, index))
                }
                match = index
            } else if instant >= end, reading - Int64(timeline.offsets[next]) < end {
                skipping = next
            }
            guard end <= latest else { break }
            index = next
        }
        if match == nil, let skipping {
            return .gap(gap(of: reading, shift: shift, skipping))
        }
        return .unambiguous(self.instant(of: reading, shift: shift, match ?? index))
    }

    private func instant(of reading: Int64, shift: Int64, _ span: Int) -> Instant {
        Instant(secondsSinceEpoch: reading + shift - Int64(timeline.offsets[span]))
    }

    private func overlap(of reading: Int64, shift: Int64, _ first: Int, _ second: Int) -> LocalResolution.Overlap {
        .init(
            transition: Instant(secondsSinceEpoch: timeline.starts[second] + shift),
            offsetBefore: UTCOffset(checked: timeline.offsets[first]),
            offsetAfter: UTCOffset(checked: timeline.offsets[second]),
            earlier: instant(of: reading, shift: shift, first))
    }

    private func gap(of reading: Int64, shift: Int64, _ after: Int) -> LocalResolution.Gap {
        .init(
            transition: Instant(secondsSinceEpoch: timeline.starts[after] + shift),
            offsetBefore: UTCOffset(checked: timeline.offsets[after - 1]),
            offsetAfter: UTCOffset(checked: timeline.offsets[after]),
            instant: instant(of: reading, shift: shift, after - 1))
    }
}
