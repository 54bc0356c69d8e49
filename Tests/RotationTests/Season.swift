@testable import Rotation

/// The fields of a small problem, to be changed by a test before they become one.
///
/// Weeks begin on Monday 2026-10-05; slots lie at noon UTC on Mondays and last an hour unless a test says otherwise.
struct Season {
    var id = "season"
    var levels: [Level]?
    var tiers = AudienceTiers.standard
    var weeks: [Week]
    var regions = ["asia", "europe"]
    var programs = ["p"]
    var demands: [Demand] = []
    var mentors: [Leader] = []
    var slots: [Slot] = []
    var attendees: [Attendee] = []
    var zones = [ZoneOffsets(zone: "UTC", changes: [ZoneOffsets.Change(start: 0, offset: 0)])]
    var previous: [PreviousAssignment]?
    var mostChanges: Int?
    var limitsBindAnnounced = true

    static let firstMonday = 20_731

    init(weeks count: Int) {
        weeks = (0..<count).map { Week(monday: Self.firstMonday + 7 * $0) }
    }

    mutating func want(_ weeks: [Int], region: String = "asia", program: String = "p") {
        for week in weeks {
            demands.append(Demand(id: "\(program)/\(week)/\(region)", program: program, week: week, region: region))
        }
    }

    mutating func add(
        _ mentor: String, region: String = "asia", programs: [String] = ["p"], weight: Int = 1, carry: Int = 0,
        minGap: Int = 1, preferredGap: Int = 1, maxPerMonth: Int = 9, cap: Int = 99
    ) {
        mentors.append(
            Leader(
                id: mentor, region: region, programs: programs, weight: weight, carry: carry, minGap: minGap,
                preferredGap: preferredGap, maxPerMonth: maxPerMonth, cap: cap))
    }

    /// A slot on a day of the week (0 is Monday) at an hour UTC, named by mentor and week unless there is an id.
    mutating func offer(
        _ mentor: String, _ weeks: [Int], id: String? = nil, day: Int = 0, hour: Int = 12, minutes: Int = 60,
        preference: Int = 0
    ) {
        for week in weeks {
            slots.append(
                Slot(
                    id: id ?? "\(mentor)-\(week)", mentor: mentor, week: week,
                    start: (Self.firstMonday + 7 * week + day) * 1440 + hour * 60, minutes: minutes, offset: 0,
                    preference: preference))
        }
    }

    func problem() throws -> Problem {
        try Problem(
            id: id, levels: levels, tiers: tiers, weeks: weeks, regions: regions, programs: programs,
            demands: demands, mentors: mentors, slots: slots, attendees: attendees, zones: zones, previous: previous,
            mostChanges: mostChanges, limitsBindAnnounced: limitsBindAnnounced)
    }

    func solved(_ effort: Effort = Effort(rounds: 8, steps: 100)) throws -> Plan {
        Planner().solve(try problem(), effort: effort)
    }
}

extension Plan {
    /// The slots by demand, in the order of the problem's demands.
    var slots: [String?] { assignments.map(\.slot) }
}
