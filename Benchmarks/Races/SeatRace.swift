import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import SampleSeason

/// Everybody against everybody for one seat, in a new session every round.
struct SeatRace {
    private(set) var seats = 0
    private(set) var overbooked = 0
    private(set) var exactQueues = 0
    private(set) var failures = 0

    mutating func run(_ rounds: Int, racers: Int, from line: StartLine, in season: SampleSeason) async throws {
        for round in 1...rounds {
            let session = try await season.addSession(round)
            let outcomes = try line.run(round: round)
            try await judge(outcomes, by: season.store.read { try $0.enrollments(in: session.id) })
        }
    }

    /// Compares what everybody was told with what is in the database.
    private mutating func judge(_ outcomes: [Outcome], by enrollments: [Enrollment]) throws {
        let seated = outcomes.count { $0 == .seated }
        seats += seated
        overbooked += seated > 1 ? 1 : 0
        failures += outcomes.count { $0 == .failed }
        let queue = enrollments.filter { $0.seat == nil }.map(\.person.email)
        let told = try outcomes.enumerated().compactMap { number, outcome -> (place: Int, EmailAddress)? in
            guard case .waiting(let place) = outcome else { return nil }
            return (place, try SampleSeason.email(of: number))
        }.sorted { $0.place < $1.place }
        let isExact =
            told.map(\.place) == Array(1..<outcomes.count) && told.map(\.1) == queue
            && enrollments.count == outcomes.count
        exactQueues += isExact ? 1 : 0
    }

    func summary(rounds: Int, racers: Int) -> String {
        """
        seats given: \(seats)
        rounds with two or more: \(overbooked)
        waiting lists told as 1...\(racers - 1), each in the order of the transaction: \(exactQueues) of \(rounds)
        enrollments that failed: \(failures)
        """
    }

    func isAsPromised(rounds: Int) -> Bool {
        seats == rounds && overbooked == 0 && exactQueues == rounds && failures == 0
    }
}
