/// The spans of time between a zone's transitions, in order, laid out for binary search.
///
/// Transitions that follow a yearly rule are written out for 400 years, after which the Gregorian calendar, weekdays
/// included, repeats: later times are looked up in that cycle.
struct ZoneTimeline: Sendable {
    /// For each span its first second since the epoch; the first span has none and holds `Int64.min`.
    private(set) var starts: ContiguousArray<Int64>

    /// For each span its offset from UTC in seconds.
    private(set) var offsets: ContiguousArray<Int32>

    /// For each span its index in `types`.
    private(set) var typeIndices: ContiguousArray<UInt16>

    let types: ContiguousArray<LocalTimeType>

    /// The spans cut into buckets of time, so that only those of one bucket need be searched.
    ///
    /// A time in bucket `b` lies in one of the spans `buckets[b]...buckets[b + 1]`; the first bucket takes all that is
    /// earlier, the last all that is later.
    private let buckets: ContiguousArray<Int32>
    private let bucketOrigin: Int64

    /// 2²⁴ seconds are half a year and a bit: most buckets have one transition.
    private static let bucketShift: Int64 = 24

    /// The end of the 400-year cycle, in seconds since the epoch; `Int64.max` where nothing repeats.
    let cycleEnd: Int64

    let leastOffset: Int64
    let greatestOffset: Int64

    static let cycleLength = Int64(LocalDate.daysPerCycle * LocalTime.secondsPerDay)

    init(_ file: TZifFile) {
        var types = ContiguousArray(file.types)
        var initial = 0
        var events: [Event] = zip(file.transitionTimes, file.transitionTypes).map {
            Event(start: $0, type: UInt16($1))
        }
        var cycleEnd = Int64.max
        if let footer = file.footer {
            // A zone without transitions is described by its footer alone (RFC 9636 §3.2).
            if events.isEmpty {
                initial = types.count
            }
            let standard = UInt16(types.count)
            types.append(footer.standard)
            if let daylight = footer.daylight {
                types.append(daylight.type)
                let last = events.last?.start ?? LocalDateTime.firstSecond
                let year = LocalDateTime(secondsOnWallClock: last).date.year
                cycleEnd = Int64(LocalDate.epochDay(year: year + 402, month: 1, day: 1) * LocalTime.secondsPerDay)
                events += Self.events(of: footer, daylight, standard: standard, years: year - 1...year + 402)
                    .filter { $0.start > last }
            }
        }

        self.init(types, initial: initial, events, cycleEnd: cycleEnd)
    }

    /// A zone that changes at these times and at no others.
    ///
    /// Changes that are not later than the one before them are passed over.
    init(_ first: LocalTimeType, changes: [(instant: Instant, type: LocalTimeType)]) {
        var types: ContiguousArray = [first]
        var events: [Event] = []
        for change in changes where change.instant.secondsSinceEpoch > events.last?.start ?? .min {
            let known = types.firstIndex(of: change.type)
            if known == nil { types.append(change.type) }
            events.append(Event(start: change.instant.secondsSinceEpoch, type: UInt16(known ?? types.count - 1)))
        }
        self.init(types, initial: 0, events, cycleEnd: .max)
    }

    /// The spans between the events, ascending, before which the type of that index holds.
    private init(_ types: ContiguousArray<LocalTimeType>, initial: Int, _ events: [Event], cycleEnd: Int64) {
        starts = [.min]
        typeIndices = [UInt16(initial)]
        for event in events {
            starts.append(event.start)
            typeIndices.append(event.type)
        }
        offsets = ContiguousArray(typeIndices.map { Int32(types[Int($0)].offset.seconds) })
        leastOffset = Int64(offsets.min() ?? 0)
        greatestOffset = Int64(offsets.max() ?? 0)
        self.types = types
        self.cycleEnd = cycleEnd
        (bucketOrigin, buckets) = Self.buckets(starts)
    }

    /// The index of the span that holds the given second since the epoch, which must be before `cycleEnd`.
    @inline(__always)
    func index(at seconds: Int64) -> Int {
        let bucket = min(max((seconds - bucketOrigin) >> Self.bucketShift, 0), Int64(buckets.count - 2))
        var low = Int(buckets[Int(bucket)])
        var high = Int(buckets[Int(bucket) + 1])
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= seconds {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return low
    }

    private static func buckets(_ starts: ContiguousArray<Int64>) -> (origin: Int64, ContiguousArray<Int32>) {
        // Transitions long before or after any use share the first and the last bucket.
        let usual = LocalDateTime.firstSecond...LocalDateTime.lastSecond
        let inUse = starts.dropFirst().filter(usual.contains)
        guard let origin = inUse.first, let end = inUse.last else { return (0, [0, Int32(starts.count - 1)]) }
        var buckets: ContiguousArray<Int32> = [0]
        var span = 0
        for bucket in stride(from: origin + (1 << bucketShift), through: end, by: 1 << bucketShift) {
            while span + 1 < starts.count, starts[span + 1] <= bucket {
                span += 1
            }
            buckets.append(Int32(span))
        }
        buckets.append(Int32(starts.count - 1))
        return (origin, buckets)
    }

    /// What to subtract from a time, in whole cycles, to look it up.
    @inline(__always)
    func shift(of seconds: Int64) -> Int64 {
        guard seconds >= cycleEnd else { return 0 }
        return ((seconds - cycleEnd) / Self.cycleLength + 1) * Self.cycleLength
    }

    private struct Event {
        let start: Int64
        let type: UInt16
    }

    /// The beginnings and ends of daylight saving time in those years, in order, the last of simultaneous ones only:
    /// where it ends as it begins again, it lasts all year.
    private static func events(
        of footer: PosixTimeZone, _ daylight: PosixTimeZone.Daylight, standard: UInt16, years: ClosedRange<Int>
    ) -> [Event] {
        var events: [Event] = []
        events.reserveCapacity(years.count * 2)
        for year in years {
            let begin = Event(
                start: daylight.begins.secondsSinceEpoch(in: year, offset: footer.standard.offset), type: standard + 1)
            let end = Event(
                start: daylight.ends.secondsSinceEpoch(in: year, offset: daylight.type.offset), type: standard)
            for event in begin.start <= end.start ? [begin, end] : [end, begin] {
                if let previous = events.last, previous.start == event.start {
                    events.removeLast()
                }
                events.append(event)
            }
        }
        let isAscending = zip(events, events.dropFirst()).allSatisfy { $0.start < $1.start }
        return isAscending ? events : events.sorted { $0.start < $1.start }
    }
}
