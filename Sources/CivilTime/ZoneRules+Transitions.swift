extension ZoneRules {
    /// The transitions at or after `start` and before `end`, in order.
    ///
    /// They are those that the data list and, after them, those that the yearly rule generates. Only changes of the
    /// offset or the abbreviation count.
    public func transitions(from start: Instant, to end: Instant) -> [Transition] {
        let starts = timeline.starts
        var shift = timeline.shift(of: start.secondsSinceEpoch)
        var span = timeline.index(at: start.secondsSinceEpoch - shift - 1) + 1
        var found: [Transition] = []
        while true {
            if span == starts.count || starts[span] >= timeline.cycleEnd {
                guard timeline.cycleEnd != .max else { return found }
                shift += ZoneTimeline.cycleLength
                span = timeline.index(at: timeline.cycleEnd - ZoneTimeline.cycleLength - 1) + 1
            }
            let instant = starts[span] + shift
            guard instant < end.secondsSinceEpoch else { return found }
            let before = type(ofSpan: span - 1)
            let after = type(ofSpan: span)
            if before.offset != after.offset || before.abbreviation != after.abbreviation {
                found.append(
                    Transition(instant: Instant(secondsSinceEpoch: instant), before: before, after: after))
            }
            span += 1
        }
    }

    private func type(ofSpan span: Int) -> LocalTimeType {
        timeline.types[Int(timeline.typeIndices[span])]
    }
}
