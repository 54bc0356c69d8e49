import Foundation
import GRDB
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import SampleSeason

/// Lets many processes loose on one database, and looks whether what was promised holds.
///
///     Races [--rounds 1000] [--processes 64] [--directory DIR]    everybody wants the one seat of each round's session
///     Races --unprotected …                                       the same without transactions and a schema, as a control
///     Races --leavers …                                           ten leave a full session while sixteen enroll in it
@main
struct Races {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let racer = try Racer(arguments: arguments) { return try await racer.run() }
        var isAsExpected = false
        do {
            isAsExpected = try await Race(arguments).run()
        } catch {
            print("Races: \(error)")
        }
        exit(isAsExpected ? 0 : 1)
    }
}

/// A race as it was asked for.
private struct Race {
    var discipline = Discipline.enroll
    var rounds = 1000
    var processes = 64
    // On a disk, which /tmp need not be.
    var directory = "/var/tmp"

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let option = rest.popFirst() {
            switch option {
            case "--unprotected": discipline = .checkThenTake
            case "--leavers": (discipline, rounds, processes) = (.leaveOrEnroll, 500, 26)
            case "--rounds": rounds = try Self.number(rest.popFirst(), 1...1200)
            case "--processes": processes = try Self.number(rest.popFirst(), 2...250)
            case "--directory": directory = rest.popFirst() ?? ""
            default: throw BadInput("there is no option \(option)")
            }
        }
    }

    private static func number(_ text: String?, _ range: ClosedRange<Int>) throws -> Int {
        guard let text, let number = Int(text), range.contains(number) else {
            throw BadInput("expected a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Runs it, says what happened, and tells whether it is what should happen.
    func run() async throws -> Bool {
        let folder = "\(directory)/meridian-races-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/meridian.db"
        let season = try SampleSeason(path: path)
        try await season.prepare(people: processes, seats: discipline.seats)
        if discipline == .checkThenTake { try await DatabaseQueue(path: path).write { try $0.removeProtection() } }

        let line = try StartLine(racers: processes, arguments: [discipline.rawValue, path])
        let clock = ContinuousClock()
        let began = clock.now
        let isAsPromised = try await judge(line, season, path)
        line.end()
        let report = try await season.store.report()
        // Without its protection the schema is another one, as the control wants it.
        let problems =
            report.integrityProblems + report.foreignKeyProblems
            + (discipline == .checkThenTake ? [] : report.schemaProblems)
        print("integrity: \(problems.isEmpty ? "ok" : problems.joined(separator: "; "))")
        print("\(processes) processes, \(rounds) rounds: \((clock.now - began).formatted(.units()))")
        return isAsPromised && problems.isEmpty
    }

    private func judge(_ line: StartLine, _ season: SampleSeason, _ path: String) async throws -> Bool {
        if discipline == .leaveOrEnroll {
            var race = try LeaverRace(path: path)
            try await race.run(rounds, from: line, in: season)
            print(race.summary(rounds: rounds))
            return race.isAsPromised
        }
        var race = SeatRace()
        try await race.run(rounds, racers: processes, from: line, in: season)
        print(race.summary(rounds: rounds, racers: processes))
        return discipline == .enroll ? race.isAsPromised(rounds: rounds) : race.overbooked > 0
    }
}
