import CivilTime
import Mentoring
import Testing
import TimeZoneCatalog

/// The control of the rule of gaps and limits where several programs are planned in one step: who books later has to heed what
/// stands by then, and who has booked already need not foresee it.
@Suite("Rules of bookings")
struct BookingRuleTests {
    private let rule = Invariant.bookings[2]

    /// Both programs planned in one step, in which each gives Joe one turn and nobody else any.
    ///
    /// In Glance his turns are to lie two weeks apart, in Nova one.
    private func transition(planned: [String], glance: Int, nova: Int) async throws -> Transition {
        let world = try await World()
        var model = Model()
        let before = try await world.snapshot()
        let step = Step.publishAll(changes: 0)
        var deed = try await world.carryOut(step, &model)
        #expect(Set(deed.planned) == Set(Cast.programs))
        var after = try await world.snapshot()
        let real = Transition(
            step: step, before: before, after: after, deed: deed, mails: [], model: model, zones: world.zones)
        #expect(rule.breaches(real) == [])
        let joe = try #require(after.programs["glance"]?.mentors.first { $0.person.name == "Joe" }?.person)
        let turns = ["glance-\(Cast.season)-w0\(glance)-americas", "nova-\(Cast.season)-w0\(nova)-americas"]
        after.meetings = after.meetings.filter { turns.contains($0.key) }
        #expect(after.meetings.count == 2)
        for turn in turns { after.meetings[turn]?.session.mentor = joe }
        deed.planned = planned
        return Transition(
            step: step, before: before, after: after, deed: deed, mails: [], model: model, zones: world.zones)
    }

    @Test(
        "gaps are held by whoever books later, against what stands by then",
        arguments: [
            // A week between them is enough for Nova, and too little for Glance.
            (["glance", "nova"], 3, []), (["nova", "glance"], 3, ["glance"]),
            // In one week they are too near for both.
            (["glance", "nova"], 2, ["nova"]), (["nova", "glance"], 2, ["glance"]),
            // Where nobody knows who was first, nothing is excused.
            ([], 3, ["glance"]), ([], 2, ["glance", "nova"]),
        ] as [([String], Int, [String])])
    func gaps(planned: [String], nova: Int, breaching: [String]) async throws {
        let seen = try await transition(planned: planned, glance: 2, nova: nova)
        #expect(rule.breaches(seen).map { String($0.prefix { $0 != "-" }) }.sorted() == breaching)
    }

    @Test("of rounds, in which all programs are planned, it is known which was first")
    func rounds() async throws {
        let world = try await World()
        var model = Model()
        for program in Cast.programs { _ = try await world.carryOut(.publish(program, changes: 0), &model) }
        // Two weeks later there is more to announce in both.
        let deed = try await world.carryOut(.time(hours: 336), &model)
        #expect(Set(deed.planned) == Set(Cast.programs))
    }
}
