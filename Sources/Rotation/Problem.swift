/// A season to be planned: who could lead which session when, who attends, and what was planned before.
///
/// The problem is a validated value. Its lists are sorted by week and id, so the order of the input does not matter
/// and a plan depends on nothing but the content.
public struct Problem: Sendable {
    /// Names the problem in plan documents.
    public let id: String
    /// The levels, the most important first.
    public let levels: [Level]
    /// What hours cost attendees.
    public let tiers: AudienceTiers
    /// The season's weeks, contiguous.
    public let weeks: [Week]
    /// The regions by name.
    public let regions: [String]
    /// The programs by id.
    public let programs: [String]
    /// The turns that want a session, sorted by week, program and region.
    public let demands: [Demand]
    /// The mentors, sorted by id.
    public let mentors: [Leader]
    /// The times on offer, sorted by id.
    public let slots: [Slot]
    /// The audience, sorted by id.
    public let attendees: [Attendee]
    /// The UTC offsets of the attendees' zones, sorted by name.
    public let zones: [ZoneOffsets]
    /// The earlier plan, or nil if there is none.
    public let previous: [PreviousAssignment]?
    /// How many turns of the earlier plan that are not announced may change; nil means all.
    ///
    /// A turn changes if its demand and slot both still exist and it gets another slot, or none.
    public let mostChanges: Int?

    /// The same in dense indices, for those who compute.
    let dense: DenseProblem
    private let demandPositions: [String: Int]
    private let slotPositions: [String: Int]

    /// Validates and sorts an instance.
    ///
    /// `levels` are all eight, the most important first; nil means `Level.replanning` if there is a previous plan all of
    /// which may change, and `Level.fresh` otherwise. `weeks` are contiguous Mondays, and week numbers are positions in this list. `zones`
    /// has one for each zone an attendee lives in. Announced assignments of the `previous` plan are kept as they are
    /// if their demand and slot still exist. With `limitsBindAnnounced` these must keep gaps and monthly limits among
    /// themselves, and their mentors' regions; without it, limits that were lowered and regions that were changed afterwards bind
    /// only what is still to be decided.
    /// - Throws: `ProblemError` for the first field found wrong: an unknown or repeated id, a number out of its range,
    ///   a slot outside its week, announced assignments that cannot stand together.
    public init(
        id: String, levels: [Level]? = nil, tiers: AudienceTiers = .standard, weeks: [Week], regions: [String],
        programs: [String], demands: [Demand], mentors: [Leader], slots: [Slot], attendees: [Attendee] = [],
        zones: [ZoneOffsets] = [], previous: [PreviousAssignment]? = nil, mostChanges: Int? = nil,
        limitsBindAnnounced: Bool = true
    ) throws(ProblemError) {
        self.id = id
        self.levels = levels ?? (previous == nil || mostChanges != nil ? Level.fresh : Level.replanning)
        self.tiers = tiers
        self.weeks = weeks
        self.regions = regions.sorted()
        self.programs = programs.sorted()
        self.previous = previous
        self.mostChanges = mostChanges
        let input = ProblemInput(
            levels: self.levels, tiers: tiers, weeks: weeks, regions: regions, programs: programs, demands: demands,
            mentors: mentors, slots: slots, attendees: attendees, zones: zones, previous: previous ?? [])
        try input.validate()
        if let mostChanges, mostChanges < 0 {
            throw ProblemError("previous.mostChanges", "\(mostChanges), must be at least 0")
        }

        self.demands = demands.sorted {
            ($0.week, $0.program, $0.region) < ($1.week, $1.program, $1.region)
        }
        self.mentors = mentors.sorted { $0.id < $1.id }
        self.slots = slots.sorted { $0.id < $1.id }
        self.attendees = attendees.sorted { $0.id < $1.id }
        self.zones = zones.sorted { $0.zone < $1.zone }
        demandPositions = [String: Int](positionsOf: self.demands.map(\.id))
        slotPositions = [String: Int](positionsOf: self.slots.map(\.id))
        dense = try DenseProblem(
            tiers: tiers, weekCount: weeks.count, demands: self.demands, mentors: self.mentors, slots: self.slots,
            attendees: self.attendees, zones: self.zones, previous: previous ?? [],
            regionsBindAnnounced: limitsBindAnnounced, mostChanges: mostChanges, demandPositions: demandPositions,
            slotPositions: slotPositions)
        try requireConsistentPins(limitsBind: limitsBindAnnounced)
    }

    /// The same problem with other levels, and an earlier plan of which nothing more has been announced.
    init(_ problem: Problem, levels: [Level], previous: [PreviousAssignment]?) {
        (id, self.levels, tiers) = (problem.id, levels, problem.tiers)
        (weeks, regions, programs, zones) = (problem.weeks, problem.regions, problem.programs, problem.zones)
        (demands, mentors, slots) = (problem.demands, problem.mentors, problem.slots)
        (attendees, self.previous, mostChanges) = (problem.attendees, previous, nil)
        (demandPositions, slotPositions) = (problem.demandPositions, problem.slotPositions)
        var turns = problem.dense.demands
        for index in turns.indices { (turns[index].pin, turns[index].previous) = (nil, nil) }
        for assignment in previous ?? [] {
            guard let demand = demandPositions[assignment.demand], let slot = slotPositions[assignment.slot] else {
                continue
            }
            if assignment.announced { turns[demand].pin = slot } else { turns[demand].previous = slot }
        }
        dense = DenseProblem(problem.dense, demands: turns, mostChanges: nil)
    }

    /// The same problem with another bound on changes, and the order of levels that belongs to it.
    public init(_ problem: Problem, mostChanges: Int?) {
        (id, tiers, self.mostChanges) = (problem.id, problem.tiers, mostChanges)
        levels = mostChanges == nil ? Level.replanning : Level.fresh
        (weeks, regions, programs, zones) = (problem.weeks, problem.regions, problem.programs, problem.zones)
        (demands, mentors, slots) = (problem.demands, problem.mentors, problem.slots)
        (attendees, previous) = (problem.attendees, problem.previous)
        (demandPositions, slotPositions) = (problem.demandPositions, problem.slotPositions)
        dense = DenseProblem(problem.dense, demands: problem.dense.demands, mostChanges: mostChanges)
    }

    /// How many turns of the earlier plan that are not announced a plan changes, see `mostChanges`.
    public func changes(in plan: Plan) -> Int {
        zip(dense.demands, slotOfDemand(in: plan.assignments)).count { $0.previous != nil && $0.previous != $1 }
    }

    /// How many turns of the earlier plan could change: those not announced whose demand and slot still exist.
    public var tentativeTurns: Int { dense.demands.count { $0.previous != nil } }

    /// The slots of a plan by demand, as positions in `demands` and `slots`; what does not exist here is left out.
    func slotOfDemand(in assignments: [Assignment]) -> [Int?] {
        var slotOfDemand = [Int?](repeating: nil, count: demands.count)
        for assignment in assignments {
            guard let demand = demandPositions[assignment.demand] else { continue }
            slotOfDemand[demand] = assignment.slot.flatMap { slotPositions[$0] }
        }
        return slotOfDemand
    }

    private func requireConsistentPins(limitsBind: Bool) throws(ProblemError) {
        var draft = Draft(unpinned: dense)
        for (index, assignment) in (previous ?? []).enumerated() where assignment.announced {
            guard let demand = demandPositions[assignment.demand], let slot = slotPositions[assignment.slot] else {
                continue
            }
            let path = "previous.assignments[\(index)]"
            try place(slot, at: demand, in: &draft, limitsBind: limitsBind, path: path)
        }
    }

    /// The slots of a plan by demand, as positions in `demands` and `slots`, if it is one for this problem.
    func checkedSlots(of assignments: [Assignment]) throws(ProblemError) -> [Int?] {
        var draft = Draft(dense)
        var mentioned = Set<Int>()
        for (index, assignment) in assignments.enumerated() {
            let path = "assignments[\(index)]"
            guard let demand = demandPositions[assignment.demand] else {
                throw ProblemError("\(path).demand", "\(assignment.demand) is not a demand of this problem")
            }
            guard mentioned.insert(demand).inserted else {
                throw ProblemError("\(path).demand", "\(assignment.demand) appears twice")
            }
            guard let id = assignment.slot else { continue }
            guard let slot = slotPositions[id] else {
                throw ProblemError("\(path).slot", "\(id) is not a slot of this problem")
            }
            guard draft.slotOfDemand[demand] != slot else { continue }
            if let pin = dense.demands[demand].pin {
                throw ProblemError("\(path).slot", "\(id) replaces \(slots[pin].id), which has been announced")
            }
            try place(slot, at: demand, in: &draft, limitsBind: true, path: path)
        }
        return draft.slotOfDemand
    }

    private func place(
        _ slot: Int, at demand: Int, in draft: inout Draft, limitsBind: Bool, path: String
    ) throws(ProblemError) {
        guard dense.demands[demand].fits.contains(slot) else {
            throw ProblemError(
                path, "slot \(slots[slot].id) has another week, region or program than \(demands[demand].id)")
        }
        if let obstacle = draft.obstacle(to: slot), limitsBind || obstacle.isAbsolute(for: slots[slot], of: slots) {
            throw ProblemError(path, "slot \(slots[slot].id) \(barrier(obstacle).clause)")
        }
        draft.assign(slot, to: demand)
    }
}

extension [String: Int] {
    /// The position of each id in a list without repetitions.
    init(positionsOf ids: [String]) {
        self.init(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
