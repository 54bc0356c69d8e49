import HTTPTypes
import Hummingbird
import Mentoring
import MentoringService
import Synchronization
import TestSupport
import Testing

@testable import WebServer

@Suite("What is computed for people")
struct ComputingLanesTests {
    private static let ada = ComputingQuestion(person: try? EmailAddress("ada@example.org"), repetition: "GET /why")
    private static let other = ComputingQuestion(
        person: try? EmailAddress("ada@example.org"), repetition: "GET /why-not")

    @Test("is computed once for who asks again while it is")
    func repetition() async throws {
        let lanes = ComputingLanes(patience: .patience)
        let work = Work()
        async let first = lanes.answer(to: Self.ada) { try await work.answer() }
        await work.begun()
        async let second = lanes.answer(to: Self.ada) { [2] }
        await work.release()
        #expect(try await first == [1])
        let again = try await second
        #expect(again == [1] || again == [2])
        #expect(work.count == 1)
    }

    @Test("is one thing at a time for each, and something else is told to wait")
    func oneAtATime() async throws {
        let lanes = ComputingLanes(patience: .patience)
        let work = Work()
        async let first = lanes.answer(to: Self.ada) { try await work.answer() }
        await work.begun()
        for question in [Self.other, ComputingQuestion(person: Self.ada.person, repetition: nil)] {
            let error = await #expect(throws: HTTPError.self) { try await lanes.answer(to: question) { [2] } }
            #expect(error?.status == .tooManyRequests && error?.headers[.retryAfter] == "2")
        }
        let bob = ComputingQuestion(person: try EmailAddress("bob@example.org"), repetition: nil)
        #expect(try await lanes.answer(to: bob) { [3] } == [3])
        await work.release()
        #expect(try await first == [1])
        #expect(try await lanes.answer(to: Self.other) { [2] } == [2])
    }

    @Test("is for a few at a time; the others are told to come again")
    func few() async throws {
        let lanes = ComputingLanes(patience: .patience, most: 1)
        let work = Work()
        async let first = lanes.answer(to: Self.ada) { try await work.answer() }
        await work.begun()
        let bob = ComputingQuestion(person: try EmailAddress("bob@example.org"), repetition: nil)
        let error = await #expect(throws: HTTPError.self) { try await lanes.answer(to: bob) { [2] } }
        #expect(error?.status == .serviceUnavailable && error?.headers[.retryAfter] == "5")
        await work.release()
        #expect(try await first == [1])
    }

    @Test("ends when nobody waits for it any more, and then the next is computed")
    func hangingUp() async throws {
        let lanes = ComputingLanes(patience: .patience)
        let work = Work()
        let first = Task { try await lanes.answer(to: Self.ada) { try await work.answer() } }
        await work.begun()
        first.cancel()
        // Which is no failure of the server.
        let error = await #expect(throws: HTTPError.self) { try await first.value }
        #expect(error?.status.code == 499)
        #expect(work.wasCancelled)
        #expect(try await lanes.answer(to: Self.other) { [2] } == [2])
    }

    @Test("is not refused because the news that its asker has left the last comes later than the next question")
    func leftLate() async throws {
        let (pauses, paused) = AsyncStream.makeStream(of: Void.self)
        let lanes = ComputingLanes(patience: .patience, lateness: .patience) {
            paused.yield()
            await Task.yield()
        }
        let work = Work()
        let first = Task { try await lanes.answer(to: Self.ada) { try await work.answer() } }
        await work.begun()
        async let second = lanes.answer(to: Self.other) { [2] }
        // It was asked before the first one's asker left.
        _ = await pauses.first { true }
        first.cancel()
        #expect(try await second == [2])
        #expect(work.wasCancelled)
        // Without that patience it is refused.
        let strict = ComputingLanes(patience: .patience, lateness: .zero)
        let other = Work()
        async let busy = strict.answer(to: Self.ada) { try await other.answer() }
        await other.begun()
        let error = await #expect(throws: HTTPError.self) { try await strict.answer(to: Self.other) { [2] } }
        #expect(error?.status == .tooManyRequests)
        await other.release()
        #expect(try await busy == [1])
    }

    @Test("ends when it takes too long, and is told if it was done all the same")
    func tooLong() async throws {
        let lanes = ComputingLanes(threads: ComputingThreads(count: 1), patience: .zero)
        let work = Work()
        let error = await #expect(throws: HTTPError.self) {
            try await lanes.answer(to: Self.ada) { try await work.answer() }
        }
        #expect(error?.status == .serviceUnavailable && error?.body?.contains("was not computed within") == true)
        #expect(work.wasCancelled)
        let stubborn = try await lanes.answer(to: Self.ada) {
            // Never gives its thread away, as a planner does not.
            while !Task.isCancelled {}
            return [4]
        }
        #expect(stubborn == [4])
    }

    @Test("leaves the threads to others that answer everything else")
    func threads() async throws {
        let lanes = ComputingLanes(threads: ComputingThreads(count: 1), patience: .patience)
        let stop = Mutex(false)
        async let busy = lanes.answer(to: Self.ada) {
            // Never gives its thread away.
            while !stop.withLock(\.self) {}
            return [1]
        }
        let answers = await withTaskGroup(of: Int.self) { group in
            for number in 0..<100 { group.addTask { number } }
            return await group.reduce(0, +)
        }
        #expect(answers == 4950)
        stop.withLock { $0 = true }
        #expect(try await busy == [1])
    }
}

/// Something that takes as long as a test wants.
private final class Work: Sendable {
    private struct State {
        var count = 0
        var wasCancelled = false
    }

    private let state = Mutex(State())
    private let (beginnings, beginning) = AsyncStream.makeStream(of: Void.self)
    private let (releases, releasing) = AsyncStream.makeStream(of: Void.self)

    var count: Int { state.withLock(\.count) }
    var wasCancelled: Bool { state.withLock(\.wasCancelled) }

    func answer() async throws -> [UInt8] {
        state.withLock { $0.count += 1 }
        beginning.yield()
        _ = await releases.first { _ in true }
        guard !Task.isCancelled else {
            state.withLock { $0.wasCancelled = true }
            throw CancellationError()
        }
        return [1]
    }

    func begun() async { _ = await beginnings.first { _ in true } }

    func release() async { releasing.yield() }
}
