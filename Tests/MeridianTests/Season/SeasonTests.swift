import Testing

/// The story of one season, in chapters that build on each other: what people type, and what they read.
@Suite("A season, driven end to end")
struct SeasonTests {
    let season: TrainingSeason
    let akira, ananya, zoe, olena: Participant
    let bob, carla, emil, priya: Participant

    /// A program is published, and all but Ada have found it.
    init() async throws {
        let season = try TrainingSeason()
        self.season = season
        try await Self.open(season)
        func mentor(_ name: String) async throws -> Participant {
            try await season.participant("\(name)@mentors.example", role: "mentor")
        }
        func trainee(_ name: String, _ surname: String, _ zone: String) async throws -> Participant {
            let email = "\(name.lowercased())@trainees.example"
            try await season.organizer("trainee join nova --name '\(name) \(surname)' --email \(email) --zone \(zone)")
            return try await season.participant(email)
        }
        akira = try await mentor("akira")
        ananya = try await mentor("ananya")
        zoe = try await mentor("zoe")
        olena = try await mentor("olena")
        bob = try await trainee("Bob", "Lowe", "Europe/London")
        carla = try await trainee("Carla", "Ruiz", "Europe/Madrid")
        emil = try await trainee("Emil", "Koch", "Europe/Vienna")
        priya = try await trainee("Priya", "Nair", "Asia/Dubai")
    }

    @Test("a stranger becomes a candidate, and every line of the evidence leads back to a session")
    func fromStrangerToCandidate() async throws {
        try await publishSlotsAndPlan()
        let ada = try await adaJoins()
        try await adaWaitsForASeat(ada)
        try await everybodyProposesAndVotes(ada)
        try await zoePicksAndAsks(ada)
        try await firstSession(ada)
        try await olenaForgets(ada)
        try await secondSession(ada)
        try await aPickMerges(ada)
        try await thirdSession(ada)
        try await clocksChange(ada)
        try await adaIsAway(ada)
        try await adaLeadsAlong(ada)
        try await asiaWithers()
        try await theYearEnds(ada)
        try await evidence(of: ada)
        try await whatEverybodyCanRead(ada)
    }
}
