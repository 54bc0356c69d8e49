import CBareLoop
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import SampleSeason
import Synchronization

/// Measures how many enrollments a second are on disk with all that belongs to them, their mails included: through the
/// service one after the other, by 64 tasks at once and by 64 clients over HTTP, beside a loop in C that runs the very same
/// SQL statements.
///
///     DurableEnrollment [--directory DIR]
///
/// The four take turns on files of their own, so that the disk is as fast to each; the medians count.
@main
struct DurableEnrollment {
    private static let turns = 15
    private static let enrollmentsInTurn = 200
    private static let sessions = 100
    private static let tasks = 64
    private static let leastShare = 0.75

    static func main() async throws {
        let arguments = CommandLine.arguments
        // On a disk, which /tmp need not be.
        let directory = arguments.count == 3 && arguments[1] == "--directory" ? arguments[2] : "/var/tmp"
        let folder = "\(directory)/meridian-enrollment-\(ProcessInfo.processInfo.processIdentifier)"
        var isFast = false
        do {
            isFast = try await measure(in: folder)
        } catch {
            print("DurableEnrollment: \(error)")
        }
        try? FileManager.default.removeItem(atPath: folder)
        exit(isFast ? 0 : 1)
    }

    private static func measure(in folder: String) async throws -> Bool {
        try await record(in: folder)
        let one = try await prepared(folder + "/one.db")
        let many = try await prepared(folder + "/many.db")
        let bare = try await prepared(folder + "/bare.db")
        let served = try await prepared(folder + "/served.db")
        let loop = try BareLoop(folder + "/bare.db")

        let rates = Mutex(Rates())
        try await NetworkClients.run(served, people: turns * enrollmentsInTurn, connections: tasks) { clients in
            for turn in 0..<turns {
                let numbers = turn * enrollmentsInTurn..<(turn + 1) * enrollmentsInTurn
                let one = try await rate { for number in numbers { try await enroll(number, in: one) } }
                let bare = try await rate {
                    guard replay_run(loop.handle, Int32(numbers.count)) else {
                        throw StorageFailure("the bare loop failed: \(String(cString: replay_error(loop.handle)))")
                    }
                }
                let many = try await rate { try await atOnce(numbers) { try await enroll($0, in: many) } }
                let served = try await rate {
                    try await atOnce(numbers) { try await clients.enroll($0, in: session(of: $0)) }
                }
                rates.withLock { $0.add(one: one, bare: bare, many: many, served: served) }
            }
        }

        let median = rates.withLock { $0.medians }
        print("durable enrollments a second, medians of \(turns) turns of \(enrollmentsInTurn):")
        print("  the same statements in a C loop  \(Int(median.bare))")
        print("  one after the other              \(Int(median.one)), \(percent(median.one, of: median.bare))")
        print("  \(tasks) at once                       \(Int(median.many)), \(percent(median.many, of: median.bare))")
        print(
            "  \(tasks) clients over HTTP             \(Int(median.served)), \(percent(median.served, of: median.bare))"
        )
        let isSame = try await haveSameRows([one, bare, many, served])
        if !isSame { print("the three databases do not hold the same") }
        return isSame && median.one >= leastShare * median.bare && min(median.many, median.served) > median.bare
    }

    /// Has the statements of all the enrollments to come written down, on a file of its own.
    private static func record(in folder: String) async throws {
        let path = folder + "/recorded.db"
        _ = try await prepared(path)
        recording_start()
        let season = try SampleSeason(path: path)
        _ = try await season.store.read { try $0.people().count }
        recording_forget()
        for number in 0..<turns * enrollmentsInTurn { try await enroll(number, in: season) }
        guard recording_stop() == turns * enrollmentsInTurn else {
            throw StorageFailure("an enrollment is not one transaction, or cannot be recorded")
        }
    }

    private static func prepared(_ path: String) async throws -> SampleSeason {
        let season = try SampleSeason(path: path)
        try await season.prepare(people: turns * enrollmentsInTurn, seats: 8)
        for number in 1...sessions { _ = try await season.addSession(number) }
        return season
    }

    /// Everybody enrolls in one session, so that each has eight with a seat and some who wait.
    private static func session(of number: Int) -> SessionCode { SampleSeason.code(of: number % sessions + 1) }

    private static func enroll(_ number: Int, in season: SampleSeason) async throws {
        _ = try await season.carryOut(Enroll(session: session(of: number).description), for: number)
    }

    private static func atOnce(
        _ numbers: Range<Int>, _ enroll: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in numbers.prefix(tasks) {
                group.addTask {
                    for number in stride(from: first, to: numbers.upperBound, by: tasks) { try await enroll(number) }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func rate(_ work: () async throws -> Void) async throws -> Double {
        let duration = try await ContinuousClock().measure { try await work() }
        return Double(enrollmentsInTurn) / (duration / .seconds(1))
    }

    private static func percent(_ value: Double, of whole: Double) -> String {
        "\(Int((value / whole * 100).rounded())) % of it"
    }

    private static func haveSameRows(_ seasons: [SampleSeason]) async throws -> Bool {
        var counts: Set<[String: Int]> = []
        for season in seasons {
            let report = try await season.store.report()
            guard report.isSound else { return false }
            // Only those who come over the network need tokens.
            counts.insert(report.rowCounts.filter { $0.key != "access_token" })
        }
        return counts.count == 1
    }
}

/// Enrollments a second, turn by turn.
private struct Rates {
    private var one: [Double] = []
    private var bare: [Double] = []
    private var many: [Double] = []
    private var served: [Double] = []

    mutating func add(one: Double, bare: Double, many: Double, served: Double) {
        self.one.append(one)
        self.bare.append(bare)
        self.many.append(many)
        self.served.append(served)
    }

    var medians: (one: Double, bare: Double, many: Double, served: Double) {
        (Self.median(one), Self.median(bare), Self.median(many), Self.median(served))
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// The loop in C, which is only ever run by one task at a time.
private final class BareLoop: @unchecked Sendable {
    let handle: OpaquePointer

    init(_ path: String) throws {
        guard let handle = replay_open(path) else { throw StorageFailure("the bare loop cannot begin") }
        self.handle = handle
    }

    deinit { replay_close(handle) }
}
