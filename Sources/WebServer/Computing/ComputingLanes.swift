import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import ServiceLifecycle
import Synchronization

/// Computes for people: one thing at a time for each of them, a few for all, on threads of their own.
///
/// What somebody asks for again while it is computed is computed once. It ends when nobody waits for it any more, when the
/// server stops, and when it takes too long; what had been written by then is taken back.
final class ComputingLanes: Sendable {
    private let threads: ComputingThreads
    private let patience: Duration
    private let most: Int
    private let lateness: Duration
    private let pause: @Sendable () async throws -> Void
    private let works = Mutex<[EmailAddress?: Work]>([:])

    private struct Work {
        let question: ComputingQuestion
        let task: Task<[UInt8], any Error>
        /// How many wait for it; none when it has been told to end.
        var waiting: Int
    }

    /// - Parameters:
    ///   - threads: where it is done.
    ///   - patience: the longest that one thing may take.
    ///   - most: how many may be computed or wait for that; further ones are told to come again.
    ///   - lateness: how much later than somebody's next question the news may come that they have left their last.
    ///   - pause: until it is looked again whether that news has come.
    init(
        threads: ComputingThreads = ComputingThreads(), patience: Duration = Computing.patience, most: Int = 8,
        lateness: Duration = .milliseconds(250),
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .milliseconds(10)) }
    ) {
        self.threads = threads
        self.patience = patience
        self.most = most
        self.lateness = lateness
        self.pause = pause
    }

    /// What a question comes to.
    /// - Throws: 429 while something else is computed for the person and nobody leaves it, 503 while there is too much to do, when it takes too
    ///   long and when the server stops, 499 when whoever asks has hung up; what the work throws.
    func answer(to question: ComputingQuestion, by work: @escaping @Sendable () async throws -> [UInt8]) async throws
        -> [UInt8]
    {
        var deadline: ContinuousClock.Instant?
        while true {
            // Who has left while they waited takes no place any more.
            if Task.isCancelled { throw Self.left }
            switch try place(of: question, work) {
            case .ending(let task): _ = await task.result
            case .occupied:
                // Whoever hangs up and asks anew does so on another connection, which may be read before the first one's end.
                let last = deadline ?? ContinuousClock.now + lateness
                guard ContinuousClock.now < last else { throw Self.oneAtATime }
                deadline = last
                do { try await pause() } catch { throw Self.ended }
            case .working(let task):
                return try await withTaskCancellationHandler {
                    do { return try await task.value } catch is CancellationError { throw Self.ended }
                } onCancel: {
                    leave(task, of: question.person)
                }
            }
        }
    }

    private enum Place {
        /// It is being computed.
        case working(Task<[UInt8], any Error>)
        /// The person's last is about to end, since nobody waits for it.
        case ending(Task<[UInt8], any Error>)
        /// Something else is computed for the person, as far as is known.
        case occupied
    }

    private func place(of question: ComputingQuestion, _ work: @escaping @Sendable () async throws -> [UInt8]) throws
        -> Place
    {
        try works.withLock { works in
            if let known = works[question.person] {
                guard known.waiting > 0 else { return .ending(known.task) }
                guard question.repetition != nil, known.question == question else { return .occupied }
                works[question.person]?.waiting += 1
                return .working(known.task)
            }
            guard works.count < most else { throw Self.tooMuch }
            let task = Task { [self] in
                defer { end(question) }
                return try await inTime(work)
            }
            works[question.person] = Work(question: question, task: task, waiting: 1)
            return .working(task)
        }
    }

    /// What the work comes to is told even if it comes too late: it may have changed something by then.
    private func inTime(_ work: @escaping @Sendable () async throws -> [UInt8]) async throws -> [UInt8] {
        // Only the work is done on its thread, which it may never give away; who watches over it is elsewhere.
        try await cancelWhenGracefulShutdown { [patience, threads] in
            try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
                group.addTask(executorPreference: threads) { try await work() }
                group.addTask {
                    try? await Task.sleep(for: patience)
                    return nil
                }
                if let bytes = try await group.next() ?? nil {
                    group.cancelAll()
                    return bytes
                }
                group.cancelAll()
                do {
                    if let bytes = try await group.next() ?? nil { return bytes }
                } catch is CancellationError where !Task.isCancelled {
                    throw Self.tookTooLong(patience)
                }
                throw CancellationError()
            }
        }
    }

    private func end(_ question: ComputingQuestion) { works.withLock { $0[question.person] = nil } }

    /// Whoever leaves late, when what they waited for has ended, takes nobody else's answer away.
    private func leave(_ task: Task<[UInt8], any Error>, of person: EmailAddress?) {
        works.withLock { works in
            guard let work = works[person], work.task == task else { return }
            works[person]?.waiting -= 1
            if work.waiting == 1 { work.task.cancel() }
        }
    }
}

extension ComputingLanes {
    static let oneAtATime = HTTPError(
        .tooManyRequests, headers: [.retryAfter: "2"],
        message:
            "something else is being computed for you; wait for its answer, or end it, and ask again in a few seconds")

    static let tooMuch = HTTPError(
        .serviceUnavailable, headers: [.retryAfter: "5"],
        message: "the server is computing for others; ask again in a few seconds")

    /// Of work that came to no end: nobody waits for it, or the server stops.
    private static var ended: HTTPError { Task.isCancelled ? left : stopped }

    /// Read by nobody but the log and the counts, where it is no failure of the server; nginx's number for it.
    private static let left = HTTPError(
        .init(code: 499, reasonPhrase: "Client Closed Request"), message: "whoever asked hung up")

    private static let stopped = HTTPError(
        .serviceUnavailable, headers: [.retryAfter: "2"],
        message: "the server stops, so this was not computed and nothing was changed; ask again in a moment")

    private static func tookTooLong(_ patience: Duration) -> HTTPError {
        HTTPError(
            .serviceUnavailable, headers: [.retryAfter: "60"],
            message: "this was not computed within \(patience.components.seconds) s, and nothing was changed; "
                + "ask for less, or on the server's own machine")
    }
}

extension Error {
    /// Whether there was no place to compute anything, so that nothing was done, and the same can be asked again soon.
    var isOfLanes: Bool {
        guard let words = (self as? HTTPError)?.body else { return false }
        return [ComputingLanes.oneAtATime, ComputingLanes.tooMuch].contains { $0.body == words }
    }
}
