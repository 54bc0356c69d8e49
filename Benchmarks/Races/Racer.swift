import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import SampleSeason

/// What every process does in each round.
enum Discipline: String {
    /// Everybody enrolls in the round's session, through the service.
    case enroll
    /// As everybody would without transactions and a schema: look whether the seat is free, then take it.
    case checkThenTake
    /// The first ten leave the round's session, in which they have the seats; the others enroll in it.
    case leaveOrEnroll

    static let leavers = 10

    /// How many seats each session has.
    var seats: Int { self == .leaveOrEnroll ? Self.leavers : 1 }
}

/// One process of the race, which acts for one person.
struct Racer {
    let discipline: Discipline
    let number: Int
    let season: SampleSeason
    let gates: [Channel]
    let reports: Channel

    /// The arguments are those that `StartLine` gave it: what to do, the database, its number, its ends of the pipes.
    init?(arguments: [String]) throws {
        let numbers = arguments.dropFirst(2).compactMap { Int32($0) }
        guard arguments.count == 6, numbers.count == 4, let discipline = Discipline(rawValue: arguments[0]) else {
            return nil
        }
        self.discipline = discipline
        number = Int(numbers[0])
        season = try SampleSeason(path: arguments[1])
        gates = numbers[1...2].map { Channel(reading: $0, writing: -1) }
        reports = Channel(reading: -1, writing: numbers[3])
    }

    /// Runs until the race is over.
    func run() async throws {
        var round = 1
        while try gates[round % 2].receive(1) != nil {
            try reports.send(Report(racer: number, outcome: await outcome(ofRound: round)).bytes)
            round += 1
        }
    }

    private func outcome(ofRound round: Int) async -> Outcome {
        do {
            return switch discipline {
            case .enroll: try await enroll(round)
            case .checkThenTake: try await checkThenTake(round)
            case .leaveOrEnroll: number < Discipline.leavers ? try await leave(round) : try await enroll(round)
            }
        } catch {
            print("round \(round), process \(number): \(error)")
            return .failed
        }
    }

    private func enroll(_ round: Int) async throws -> Outcome {
        Outcome(
            try await season.carryOut(Enroll(session: SampleSeason.code(of: round).description), for: number))
    }

    private func leave(_ round: Int) async throws -> Outcome {
        let result = try await season.carryOut(
            Leave(session: SampleSeason.code(of: round).description), for: number)
        return .left(promoted: result.promoted)
    }

    private func checkThenTake(_ round: Int) async throws -> Outcome {
        let (person, session, present) = try await season.store.read { transaction in
            let session = try transaction.session(SampleSeason.code(of: round))
            return (
                try transaction.person(SampleSeason.email(of: number)), session,
                try session.map { try transaction.enrollments(in: $0.id) } ?? []
            )
        }
        guard let person, let session else { return .failed }
        let seat = present.contains { $0.seat == 1 } ? nil : 1
        _ = try await season.store.write { transaction in
            try transaction.add(Enrollment(session: session.id, person: person, seat: seat, since: SampleSeason.now))
        }
        return seat == nil ? .waiting(max(present.count, 1)) : .seated
    }
}
