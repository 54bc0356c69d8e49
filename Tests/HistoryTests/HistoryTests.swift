import Foundation
import Testing

@Suite("Random histories of two programs with shared people")
struct HistoryTests {
    /// How many are tried: a few seconds' worth, or as many as `make test-histories` asks for.
    private static let count = ProcessInfo.processInfo.environment["HISTORIES"].flatMap { Int($0) } ?? 6
    private static let first = ProcessInfo.processInfo.environment["FIRST"].flatMap { UInt64($0) } ?? 1

    @Test("no rule is broken, by commands, over the API, in a browser or by mail, whatever the clock and a kill do")
    func everyRule() async throws {
        var tally = Tally()
        var found: [String: (count: Int, history: History)] = [:]
        for seed in Self.first..<(Self.first + UInt64(Self.count)) {
            let trial = try await Trial.of(History(seed: seed).steps)
            tally = tally + trial.tally
            guard let violation = trial.violation else { continue }
            if let known = found[violation.rule] {
                found[violation.rule] = (known.count + 1, known.history)
            } else {
                found[violation.rule] = (1, History(seed: seed, steps: trial.doneSteps))
            }
        }
        for (rule, (count, history)) in found.sorted(by: { $0.key < $1.key }) {
            let steps = try await Shrinking.shortest(of: history.steps) { steps in
                try await Trial.of(steps).violation?.rule == rule
            }
            let violation = try await Trial.of(steps).violation
            Issue.record("\(count) × \(violation?.description ?? rule)\n\(History(seed: history.seed, steps: steps))")
        }
        print("\(Self.count) histories: \(tally)")
    }

    /// The control of promise 15: each program on a server of its own, so that nobody looks what people do in the other.
    @Test("where nobody looks what people do elsewhere, they are booked twice, which is found")
    func control() async throws {
        let bookings = Invariant.bookings[0]
        var found = 0
        for seed in Self.first..<(Self.first + UInt64(min(Self.count, 4))) {
            let trial = try await Trial.of(History(seed: seed).steps, apart: true, by: [bookings])
            if trial.violation?.rule == bookings.rule { found += 1 }
        }
        #expect(found > 0)
    }

    @Test("a server that does not do what it ought to is found out", arguments: Fault.allCases)
    func faults(fault: Fault) async throws {
        let right = try await Trial.of(fault.steps)
        #expect(right.violation == nil)
        let wrong = try await Trial.of(fault.steps, with: fault)
        #expect(wrong.violation != nil)
    }

    @Test("what was found once stays mended", arguments: History.found)
    func found(steps: [Step]) async throws {
        let trial = try await Trial.of(steps)
        #expect(trial.violation?.description == nil)
        #expect(trial.doneSteps.count == steps.count)
    }

    @Test("the same seed is the same history, and another seed another")
    func determinism() {
        #expect(History(seed: 7).steps == History(seed: 7).steps)
        #expect(History(seed: 7).steps != History(seed: 8).steps)
    }
}
