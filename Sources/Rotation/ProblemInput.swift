/// The fields of an instance in the order of the input, so that complaints can name them.
struct ProblemInput {
    let levels: [Level]
    let tiers: AudienceTiers
    let weeks: [Week]
    let regions: [String]
    let programs: [String]
    let demands: [Demand]
    let mentors: [Leader]
    let slots: [Slot]
    let attendees: [Attendee]
    let zones: [ZoneOffsets]
    let previous: [PreviousAssignment]

    /// Checks everything that can be said of fields by themselves and of the ids they mention.
    func validate() throws(ProblemError) {
        try validateFrame()
        try validateDemands()
        try validateMentors()
        try validateSlots()
        try validateAttendees()
        try requireUnique(previous.map(\.demand), "previous.assignments", field: ".demand")
    }

    private func validateFrame() throws(ProblemError) {
        guard levels.count == Level.allCases.count, Set(levels) == Set(Level.allCases) else {
            throw ProblemError("levels", "must name each of the \(Level.allCases.count) levels once")
        }
        try require(tiers.humane.lowerBound, in: 0...1440, "tiers.humane[0]")
        try require(tiers.humane.upperBound, in: 0...1440, "tiers.humane[1]")
        try require(tiers.night.lowerBound, in: 0...1440, "tiers.night[0]")
        try require(tiers.night.upperBound, in: 0...1440, "tiers.night[1]")
        try require(tiers.edgeCost, in: 0...1000, "tiers.edgeCost")
        try require(tiers.nightCost, in: tiers.edgeCost...1000, "tiers.nightCost")
        try require(weeks.count, in: 0...1000, "weeks.count")
        for (index, week) in weeks.enumerated() {
            guard CalendarDay(number: week.monday).isMonday else {
                throw ProblemError("weeks[\(index)].start", "is not a Monday")
            }
            guard index == 0 || week.monday == weeks[index - 1].monday + 7 else {
                throw ProblemError("weeks[\(index)].start", "is not the Monday after that of weeks[\(index - 1)]")
            }
        }
        try requireUnique(regions, "regions")
        try requireUnique(programs, "programs")
    }

    private func validateDemands() throws(ProblemError) {
        try requireUnique(demands.map(\.id), "demands", field: ".id")
        var seen = Set<[String]>()
        for (index, demand) in demands.enumerated() {
            let path = "demands[\(index)]"
            try require(demand.program, among: programs, "\(path).program", "program")
            try require(demand.region, among: regions, "\(path).region", "region")
            try requireWeek(demand.week, "\(path).week")
            guard seen.insert([demand.program, demand.region, String(demand.week)]).inserted else {
                throw ProblemError(path, "\(demand.id) repeats the program, week and region of another demand")
            }
        }
    }

    private func validateMentors() throws(ProblemError) {
        try requireUnique(mentors.map(\.id), "mentors", field: ".id")
        for (index, mentor) in mentors.enumerated() {
            let path = "mentors[\(index)]"
            try require(mentor.region, among: regions, "\(path).region", "region")
            for (position, program) in mentor.programs.enumerated() {
                try require(program, among: programs, "\(path).programs[\(position)]", "program")
            }
            try require(mentor.weight, in: 1...1000, "\(path).weight")
            try require(mentor.carry, in: 0...10_000, "\(path).carry")
            try require(mentor.minGap, in: 1...1000, "\(path).minGap")
            try require(mentor.preferredGap, in: 0...1000, "\(path).preferredGap")
            try require(mentor.maxPerMonth, in: 0...1000, "\(path).maxPerMonth")
            try require(mentor.cap, in: 0...1_000_000, "\(path).cap")
        }
    }

    private func validateSlots() throws(ProblemError) {
        try requireUnique(slots.map(\.id), "slots", field: ".id")
        let mentorIDs = Set(mentors.map(\.id))
        for (index, slot) in slots.enumerated() {
            let path = "slots[\(index)]"
            guard mentorIDs.contains(slot.mentor) else {
                throw ProblemError("\(path).mentor", "\(slot.mentor) is not a mentor of this problem")
            }
            try requireWeek(slot.week, "\(path).week")
            try require(slot.start, in: -1_000_000_000...1_000_000_000_000, "\(path).start")
            try require(slot.offset, in: -1440...1440, "\(path).offset")
            try require(slot.minutes, in: 1...1440, "\(path).minutes")
            try require(slot.preference, in: 0...3, "\(path).preference")
            let monday = weeks[slot.week].monday
            guard (monday..<monday + 7).contains(slot.localDay.number) else {
                throw ProblemError("\(path).week", "\(slot.week) is not the week of the slot's local date")
            }
        }
    }

    private func validateAttendees() throws(ProblemError) {
        try requireUnique(zones.map(\.zone), "zones")
        for zone in zones {
            for (index, change) in zone.changes.enumerated() {
                let path = "zones[\(zone.zone)][\(index)]"
                try require(change.offset, in: -1440...1440, path)
                guard index == 0 || zone.changes[index - 1].start < change.start else {
                    throw ProblemError(path, "does not start after the change before it")
                }
            }
            if let first = slots.map(\.start).min(), zone.changes.first.map({ $0.start > first }) ?? true {
                throw ProblemError("zones[\(zone.zone)]", "begins after the first slot")
            }
        }
        try requireUnique(attendees.map(\.id), "attendees", field: ".id")
        let zoneNames = Set(zones.map(\.zone))
        for (index, attendee) in attendees.enumerated() {
            let path = "attendees[\(index)]"
            guard zoneNames.contains(attendee.zone) else {
                throw ProblemError("\(path).zone", "zones has no offsets of \(attendee.zone)")
            }
            for (position, program) in attendee.programs.enumerated() {
                try require(program, among: programs, "\(path).programs[\(position)]", "program")
            }
            try requireUnique(attendee.programs, "\(path).programs")
            try requireWeek(attendee.weeks.lowerBound, "\(path).from")
            try requireWeek(attendee.weeks.upperBound, "\(path).to")
            try require(attendee.heads, in: 1...1_000_000, "\(path).heads")
        }
    }

    private func requireWeek(_ week: Int, _ path: String) throws(ProblemError) {
        guard weeks.indices.contains(week) else {
            throw ProblemError(path, "\(week) is not a week of this season of \(weeks.count)")
        }
    }

    private func require(_ id: String, among known: [String], _ path: String, _ kind: String) throws(ProblemError) {
        guard known.contains(id) else { throw ProblemError(path, "\(id) is not a \(kind) of this problem") }
    }

    private func require(_ value: Int, in range: ClosedRange<Int>, _ path: String) throws(ProblemError) {
        guard value >= range.lowerBound else {
            throw ProblemError(path, "\(value), must be at least \(range.lowerBound)")
        }
        guard value <= range.upperBound else {
            throw ProblemError(path, "\(value), must be at most \(range.upperBound)")
        }
    }

    private func requireUnique(_ ids: [String], _ path: String, field: String = "") throws(ProblemError) {
        var seen = Set<String>()
        for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
            throw ProblemError("\(path)[\(index)]\(field)", "\(id) appears twice")
        }
    }
}
