import Testing

/// The story of one season, in chapters that build on each other: what people type, and what they read.
@Suite("A season, driven end to end")
@MainActor
struct SeasonTests {
    let season: TrainingSeason
    let akira, ananya, zoe, olena: Participant
    let bob, carla, emil, priya: Participant

    /// A program is published, and all but Ada have found it.
    init() throws {
        let season = try TrainingSeason()
        self.season = season
        try Self.open(season)
        func mentor(_ name: String) throws -> Participant {
            try season.participant("\(name)@mentors.example", role: "mentor")
        }
        func trainee(_ name: String, _ surname: String, _ zone: String) throws -> Participant {
            let email = "\(name.lowercased())@trainees.example"
            try season.organizer("trainee join nova --name '\(name) \(surname)' --email \(email) --zone \(zone)")
            return try season.participant(email)
        }
        akira = try mentor("akira")
        ananya = try mentor("ananya")
        zoe = try mentor("zoe")
        olena = try mentor("olena")
        bob = try trainee("Bob", "Lowe", "Europe/London")
        carla = try trainee("Carla", "Ruiz", "Europe/Madrid")
        emil = try trainee("Emil", "Koch", "Europe/Vienna")
        priya = try trainee("Priya", "Nair", "Asia/Dubai")
    }

    @Test("a stranger becomes a candidate, and every line of the evidence leads back to a session")
    func fromStrangerToCandidate() async throws {
        try publishSlotsAndPlan()
        let ada = try adaJoins()
        try adaWaitsForASeat(ada)
        try everybodyProposesAndVotes(ada)
        try await zoePicksAndAsks(ada)
        try firstSession(ada)
        try olenaForgets(ada)
        try secondSession(ada)
        try await aPickMerges(ada)
        try thirdSession(ada)
        try clocksChange(ada)
        try adaIsAway(ada)
        try adaLeadsAlong(ada)
        try asiaWithers()
        try theYearEnds(ada)
        try evidence(of: ada)
        try await whatEverybodyCanRead(ada)
    }
}
