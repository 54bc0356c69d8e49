extension Problem {
    /// The problem an instance document describes.
    ///
    /// Availability rules, blackouts and dropouts are not read: `slots` and `demands` are what they come to.
    /// - Throws: `ProblemError` with the path of the first field found wrong.
    public init(_ document: InstanceDocument) throws(ProblemError) {
        guard document.format == InstanceDocument.formatName else {
            throw ProblemError("format", "\(document.format), must be \(InstanceDocument.formatName)")
        }
        try self.init(
            id: document.id,
            levels: Self.levels(document.levels),
            tiers: AudienceTiers(
                humane: Self.range(document.tiers.humane, "tiers.humane"),
                night: Self.range(document.tiers.night, "tiers.night"),
                edgeCost: document.tiers.edgeCost, nightCost: document.tiers.nightCost),
            weeks: Self.weeks(document.weeks),
            regions: document.regions,
            programs: document.programs.map(\.id),
            demands: document.demands.map {
                Demand(id: $0.id, program: $0.program, week: $0.week, region: $0.region)
            },
            mentors: document.mentors.map {
                Leader(
                    id: $0.id, region: $0.region, programs: $0.programs, weight: $0.weight, carry: $0.carry,
                    minGap: $0.minGap, preferredGap: $0.preferredGap, maxPerMonth: $0.maxPerMonth, cap: $0.cap)
            },
            slots: Self.slots(document.slots),
            attendees: Self.attendees(document.attendees),
            zones: Self.zones(document.zones),
            previous: document.previous?.assignments.map {
                PreviousAssignment(demand: $0.demand, slot: $0.slot, announced: $0.announced)
            }, mostChanges: document.previous?.mostChanges)
    }

    private static func levels(_ names: [String]) throws(ProblemError) -> [Level] {
        var levels: [Level] = []
        for (index, name) in names.enumerated() {
            guard let level = Level(rawValue: name) else {
                throw ProblemError("levels[\(index)]", "\(name) is not a level")
            }
            levels.append(level)
        }
        return levels
    }

    private static func range(_ bounds: [Int], _ path: String) throws(ProblemError) -> Range<Int> {
        guard bounds.count == 2, bounds[0] <= bounds[1] else {
            throw ProblemError(path, "must be two minutes of the day, ascending")
        }
        return bounds[0]..<bounds[1]
    }

    private static func weeks(_ documents: [InstanceDocument.Week]) throws(ProblemError) -> [Week] {
        var weeks: [Week] = []
        for (index, week) in documents.enumerated() {
            guard week.i == index else { throw ProblemError("weeks[\(index)].i", "\(week.i), must be \(index)") }
            guard let day = CalendarDay(week.start) else {
                throw ProblemError("weeks[\(index)].start", "\(week.start) is not a date like 2026-10-05")
            }
            weeks.append(Week(monday: day.number))
        }
        return weeks
    }

    private static func slots(_ documents: [InstanceDocument.Slot]) throws(ProblemError) -> [Slot] {
        var slots: [Slot] = []
        for (index, slot) in documents.enumerated() {
            let start = try utc(slot.start, "slots[\(index)].start")
            guard let local = Timestamp(slot.local) else {
                throw ProblemError("slots[\(index)].local", "\(slot.local) is not a time like 2026-10-05T10:00+01:00")
            }
            guard local.minute == start else {
                throw ProblemError("slots[\(index)].local", "\(slot.local) is not the instant \(slot.start)")
            }
            slots.append(
                Slot(
                    id: slot.id, mentor: slot.mentor, week: slot.week, start: start, minutes: slot.minutes,
                    offset: local.offset, preference: slot.pref))
        }
        return slots
    }

    private static func attendees(_ documents: [InstanceDocument.Attendee]) throws(ProblemError) -> [Attendee] {
        var attendees: [Attendee] = []
        for (index, attendee) in documents.enumerated() {
            guard attendee.from <= attendee.to else {
                throw ProblemError(
                    "attendees[\(index)].to", "\(attendee.to), must not be before from: \(attendee.from)")
            }
            attendees.append(
                Attendee(
                    id: attendee.id, zone: attendee.zone, programs: attendee.programs,
                    weeks: attendee.from...attendee.to))
        }
        return attendees
    }

    private static func zones(
        _ documents: [String: [InstanceDocument.OffsetChange]]
    ) throws(ProblemError) -> [ZoneOffsets] {
        var zones: [ZoneOffsets] = []
        for (name, documents) in documents.sorted(by: { $0.key < $1.key }) {
            var changes: [ZoneOffsets.Change] = []
            for (index, change) in documents.enumerated() {
                let start = try utc(change.start, "zones[\(name)][\(index)]")
                changes.append(ZoneOffsets.Change(start: start, offset: change.offset))
            }
            zones.append(ZoneOffsets(zone: name, changes: changes))
        }
        return zones
    }

    private static func utc(_ text: String, _ path: String) throws(ProblemError) -> Int {
        guard text.hasSuffix("Z"), let timestamp = Timestamp(text) else {
            throw ProblemError(path, "\(text) is not a UTC time like 2026-10-05T09:00Z")
        }
        return timestamp.minute
    }
}
