import GRDB
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import SampleSeason

/// In every round ten people leave a full session while others enroll in it: who waits when a seat is freed must get it, in
/// the order of the waiting list, and hear of it once.
struct LeaverRace {
    private(set) var promotions = 0
    private(set) var outOfOrder = 0
    private(set) var wrongMails = 0
    private(set) var idleSeats = 0
    private(set) var failures = 0
    private let transaction: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        transaction = try DatabaseQueue(path: path, configuration: configuration)
    }

    mutating func run(_ rounds: Int, from line: StartLine, in season: SampleSeason) async throws {
        for round in 1...rounds {
            let session = try await season.addSession(round)
            for leaver in 0..<Discipline.leavers {
                _ = try await season.carryOut(Enroll(session: session.code.description), for: leaver)
            }
            let lastMail = try await transaction.read { try Int.fetchOne($0, sql: "SELECT max(id) FROM outbox") ?? 0 }
            let outcomes = try line.run(round: round)
            let mails = try await transaction.read {
                try String.fetchAll(
                    $0, sql: "SELECT recipient FROM outbox WHERE id > ? AND recipient LIKE 'person-%'",
                    arguments: [lastMail])
            }
            let enrollments = try await season.store.read { try $0.enrollments(in: session.id) }
            try judge(outcomes, enrollments: enrollments, capacity: session.capacity, mails: mails)
        }
    }

    private mutating func judge(
        _ outcomes: [Outcome], enrollments: [Enrollment], capacity: Int, mails: [String]
    ) throws {
        failures += outcomes.count { $0 == .failed }
        let seated = enrollments.filter { $0.seat != nil }
        let waiting = enrollments.filter { $0.seat == nil }
        idleSeats += waiting.isEmpty ? 0 : capacity - seated.count

        let haveWaited = try outcomes.enumerated().compactMap { number, outcome -> EmailAddress? in
            guard case .waiting = outcome else { return nil }
            return try SampleSeason.email(of: number)
        }
        let promoted = seated.filter { haveWaited.contains($0.person.email) }
        promotions += promoted.count
        let told = outcomes.reduce(0) { sum, outcome in
            if case .left(let promoted) = outcome { sum + promoted } else { sum }
        }
        let lastPromoted = promoted.map(\.id.rawValue).max() ?? 0
        let isInOrder = told == promoted.count && waiting.allSatisfy { $0.id.rawValue > lastPromoted }
        outOfOrder += isInOrder ? 0 : 1

        // A leaver hears that they left, whoever has a seat that they have it, and who waits nothing.
        var expected = try (0..<Discipline.leavers).map { try SampleSeason.email(of: $0).description }
        expected += seated.map(\.person.email.description)
        wrongMails += mails.sorted() == expected.sorted() ? 0 : 1
    }

    func summary(rounds: Int) -> String {
        """
        promotions from the waiting list: \(promotions)
        rounds in which they did not follow its order, or were not told to the leavers: \(outOfOrder)
        rounds in which not exactly one mail was written to everybody who left or got a seat: \(wrongMails)
        seats that stayed free while somebody waited: \(idleSeats)
        calls that failed: \(failures)
        """
    }

    var isAsPromised: Bool {
        promotions > 0 && outOfOrder == 0 && wrongMails == 0 && idleSeats == 0 && failures == 0
    }
}
