import Testing

@testable import Rotation

@Suite("A newcomer gets turns for as few changes as were allowed")
struct BoundedChangesTests {
    @Test("half a year of three mentors, joined by a fourth", arguments: [(0, 0), (1, 1), (3, 3), (5, 5)])
    func newcomer(allowed: Int, turns: Int) throws {
        var season = Season(weeks: 26)
        season.want(Array(0..<26))
        for (day, mentor) in ["ann", "ben", "dan"].enumerated() {
            season.add(mentor, minGap: 2, preferredGap: 4, maxPerMonth: 2, cap: 8)
            season.offer(mentor, Array(0..<26), day: day)
        }
        let announced = Set((0..<4).map { "p/\($0)/asia" })
        season.previous = try season.solved().assignments.compactMap { assignment in
            assignment.slot.map {
                .init(demand: assignment.demand, slot: $0, announced: announced.contains(assignment.demand))
            }
        }
        season.add("cid", minGap: 2, preferredGap: 4, maxPerMonth: 2, cap: 8)
        season.offer("cid", Array(4..<26), day: 3)
        season.mostChanges = allowed
        let plan = try season.solved(.standard)
        #expect(brokenConstraints(plan, of: season) == [])
        #expect(changedTurns(plan.assignments, of: season) == allowed)
        #expect(plan.assignments.count { $0.slot?.hasPrefix("cid") ?? false } == turns)
        #expect(Level.fresh.allSatisfy { plan.levels[$0] == plan.bounds[$0] })
    }
}
