/// A problem in dense indices: demands, mentors and slots are positions in the problem's sorted lists.
///
/// Immutable; a class only because drafts read it so often that copying its arrays' references would tell.
final class DenseProblem: Sendable {
    let weekCount: Int
    let monthCount: Int
    let demands: [Turn]
    let mentors: [MentorLimits]
    let slots: [Offer]
    /// Turns outside this problem, at mentor · monthCount + month.
    let turnsElsewhere: [Int]
    let classes: [AudienceClass]
    let headCounts: [Int]
    let cells: [Cell]
    let seatCount: Int
    let nightCost: Int
    /// How many turns of the previous plan may change; nil means all.
    let mostChanges: Int?
    private let zoneCount: Int
    private let costs: [Int]

    /// How many of these changed turns are too many.
    func beyond(_ changes: Int) -> Int { mostChanges.map { max(0, changes - $0) } ?? 0 }

    /// What a slot costs an attendee of a zone.
    func cost(slot: Int, zone: Int) -> Int { costs[slot * zoneCount + zone] }

    /// The most turns of a mentor's that may be decided in a month, beside those outside the problem.
    func mostTurns(of mentor: Int, in month: Int) -> Int {
        mentors[mentor].maxPerMonth - turnsElsewhere[mentor * monthCount + month]
    }

    /// Whether a slot can stand in for another of its mentor and week without a loss at any level but `stability`.
    func canReplace(_ slot: Int, by other: Int) -> Bool {
        let (one, two) = (slots[slot], slots[other])
        guard one.mentor == two.mentor, one.week == two.week, one.month == two.month, two.preference <= one.preference
        else { return false }
        return (0..<zoneCount).allSatisfy { cost(slot: other, zone: $0) <= cost(slot: slot, zone: $0) }
    }

    /// What the best session held in a cell costs an attendee of a zone; the night's cost if none is held.
    func bestCost(in cell: Cell, zone: Int, of slotOfDemand: [Int?]) -> Int {
        var best = nightCost
        for demand in cell.demands {
            guard let slot = slotOfDemand[demand] else { continue }
            best = min(best, cost(slot: slot, zone: zone))
            if best == 0 { break }
        }
        return best
    }

    init(
        tiers: AudienceTiers, weekCount: Int, demands: [Demand], mentors: [Leader], slots: [Slot],
        attendees: [Attendee], zones: [ZoneOffsets], previous: [PreviousAssignment], regionsBindAnnounced: Bool,
        mostChanges: Int?, demandPositions: [String: Int], slotPositions: [String: Int]
    ) throws(ProblemError) {
        self.weekCount = weekCount
        nightCost = tiers.nightCost
        self.mostChanges = mostChanges

        let commonWeight = try Self.commonWeight(of: mentors)
        self.mentors = mentors.map {
            MentorLimits(
                minGap: $0.minGap, preferredGap: $0.preferredGap, maxPerMonth: $0.maxPerMonth, cap: $0.cap,
                carry: $0.carry, loadFactor: commonWeight / $0.weight)
        }

        let mentorPositions = [String: Int](positionsOf: mentors.map(\.id))
        let months = Set(slots.map(\.month)).sorted()
        let monthPositions = Dictionary(uniqueKeysWithValues: months.enumerated().map { ($1, $0) })
        monthCount = months.count
        self.slots = slots.map {
            Offer(
                mentor: mentorPositions[$0.mentor, default: 0], week: $0.week,
                month: monthPositions[$0.month, default: 0], preference: $0.preference)
        }

        var turnsElsewhere = [Int](repeating: 0, count: mentors.count * months.count)
        for (mentor, leader) in mentors.enumerated() {
            for day in leader.daysElsewhere {
                guard let month = monthPositions[CalendarDay(number: day).month] else { continue }
                turnsElsewhere[mentor * months.count + month] += 1
            }
        }
        self.turnsElsewhere = turnsElsewhere

        let usedZones = Set(attendees.map(\.zone))
        let livedIn = zones.filter { usedZones.contains($0.zone) }
        zoneCount = livedIn.count
        costs = slots.flatMap { slot in
            livedIn.map { zone in
                tiers.cost(localStart: slot.start + (zone.offset(at: slot.start) ?? 0), minutes: slot.minutes)
            }
        }

        let programPositions = [String: Int](positionsOf: Set(demands.map(\.program)).sorted())
        let audience = Self.audience(
            of: attendees, programPositions, zonePositions: [String: Int](positionsOf: livedIn.map(\.zone)))
        classes = audience.map(\.audienceClass)
        headCounts = audience.map(\.headCount)
        let cellOfDemand: [Int]
        (cells, cellOfDemand, seatCount) = Self.cells(of: demands, programPositions, classes)

        let regionPositions = [String: Int](positionsOf: Set(demands.map(\.region)).sorted())
        let slotsOfWeek = Dictionary(grouping: slots.indices) { slots[$0].week }
        // What was announced stays with whoever leads it, also once they lead another region's turns; it is no time of that one's.
        let kept = previous.compactMap { assignment -> (demand: Int, slot: Int)? in
            guard !regionsBindAnnounced, assignment.announced, let demand = demandPositions[assignment.demand],
                let slot = slotPositions[assignment.slot]
            else { return nil }
            let leader = mentors[mentorPositions[slots[slot].mentor, default: 0]]
            guard leader.region != demands[demand].region, leader.programs.contains(demands[demand].program),
                slots[slot].week == demands[demand].week
            else { return nil }
            return (demand, slot)
        }
        let abroad = Dictionary(kept.map { ($0.slot, $0.demand) }, uniquingKeysWith: { first, _ in first })
        var turns = demands.enumerated().map { index, demand in
            Turn(
                week: demand.week, region: regionPositions[demand.region, default: 0], cell: cellOfDemand[index],
                fits: slotsOfWeek[demand.week, default: []].filter {
                    if let home = abroad[$0] { return home == index }
                    let mentor = mentors[mentorPositions[slots[$0].mentor, default: 0]]
                    return mentor.region == demand.region && mentor.programs.contains(demand.program)
                })
        }
        for assignment in previous {
            guard let demand = demandPositions[assignment.demand], let slot = slotPositions[assignment.slot] else {
                continue
            }
            if assignment.announced { turns[demand].pin = slot } else { turns[demand].previous = slot }
        }
        self.demands = turns
    }

    /// The same problem with demands that have been changed.
    init(_ problem: DenseProblem, demands: [Turn], mostChanges: Int?) {
        self.mostChanges = mostChanges
        weekCount = problem.weekCount
        monthCount = problem.monthCount
        self.demands = demands
        mentors = problem.mentors
        slots = problem.slots
        turnsElsewhere = problem.turnsElsewhere
        classes = problem.classes
        headCounts = problem.headCounts
        cells = problem.cells
        seatCount = problem.seatCount
        nightCost = problem.nightCost
        zoneCount = problem.zoneCount
        costs = problem.costs
    }

    private static func commonWeight(of mentors: [Leader]) throws(ProblemError) -> Int {
        var common = 1
        for mentor in mentors {
            common *= mentor.weight / greatestCommonDivisor(common, mentor.weight)
            guard common <= 1_000_000 else {
                throw ProblemError("mentors", "the weights have no common multiple up to 1000000; use rounder weights")
            }
        }
        return common
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }
}
