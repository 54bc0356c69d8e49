import Rotation
import Testing

@Suite("Limits lowered after sessions were announced")
struct LoweredLimitTests {
    private var season: Season {
        var season = Season(weeks: 4)
        season.want([0, 1, 2, 3])
        season.add("m", minGap: 3, maxPerMonth: 1)
        season.offer("m", [0, 1, 2, 3])
        season.previous = [0, 1].map { PreviousAssignment(demand: "p/\($0)/asia", slot: "m-\($0)", announced: true) }
        return season
    }

    @Test("they contradict an instance by themselves")
    func strict() {
        #expect(throws: ProblemError.self) { try season.problem() }
    }

    @Test("where they bind only what is to be decided, the announced turns stay and no others are added against them")
    func lenient() throws {
        var season = season
        season.limitsBindAnnounced = false
        #expect(try season.solved().slots == ["m-0", "m-1", nil, nil])
    }

    @Test("a mentor who leads another region's turns by now keeps what was announced, and leads no other that week")
    func moved() throws {
        var season = Season(weeks: 3)
        season.want([0, 1, 2])
        season.want([0, 1, 2], region: "europe")
        season.add("m", region: "europe")
        season.add("n")
        season.offer("m", [0, 1, 2])
        season.offer("m", [0], id: "m-again", hour: 15)
        season.offer("n", [0, 1, 2], hour: 18)
        season.previous = [PreviousAssignment(demand: "p/0/asia", slot: "m-0", announced: true)]
        #expect(throws: ProblemError.self) { try season.problem() }
        season.limitsBindAnnounced = false
        // By week, then region.
        #expect(try season.solved().slots == ["m-0", nil, "n-1", "m-1", "n-2", "m-2"])
    }

    @Test("nobody leads twice in a week, whatever the limits")
    func absolute() throws {
        var season = season
        season.limitsBindAnnounced = false
        season.want([0], program: "q")
        season.programs = ["p", "q"]
        season.mentors[0].programs = ["p", "q"]
        season.offer("m", [0], id: "again", hour: 15)
        season.previous?.append(PreviousAssignment(demand: "q/0/asia", slot: "again", announced: true))
        #expect(throws: ProblemError.self) { try season.problem() }
    }
}
