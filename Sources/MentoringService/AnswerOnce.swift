public import CivilTime
public import Mentoring
import MentoringAPI

/// Thrown instead of doing a thing twice: what was answered the first time.
public struct AlreadyAnswered: Error, Sendable {
    /// The answer's bytes.
    public let bytes: [UInt8]
}

extension TrainingService {
    /// A service that does what a request asks for once, however often the request comes.
    ///
    /// The answer is recorded in the transaction that does it, sealed, since it may hold a secret, and kept for a day.
    ///
    /// - Parameters:
    ///   - key: what the request is recognised by.
    ///   - text: what it asks for; the same key with another text is refused.
    ///   - encode: writes an answer.
    /// - Returns: the same service, whose changing use cases throw `AlreadyAnswered` the second time.
    public func answeringOnce(
        _ key: RequestKey, to text: String, encode: @escaping @Sendable (any Encodable) throws -> [UInt8]
    ) -> TrainingService {
        with(
            store: AnsweringOnceStore(
                store: store, secrets: secrets, key: key, request: secrets.digest(of: text), now: clock.now(),
                encode: encode))
    }
}

extension TrainingService {
    /// For how many seconds what was answered is kept for whoever asks it again.
    public static let answersKept: Int64 = 24 * 60 * 60

    /// What was answered to a request that was sent with a key; nil where nothing was, or that is too long ago.
    ///
    /// - Parameters:
    ///   - key: what the request is recognised by.
    ///   - seconds: how long ago it may be.
    /// - Returns: the answer's bytes, and when it was given.
    /// - Throws: `StorageFailure`.
    public func answered(
        to key: RequestKey, within seconds: Int64 = answersKept
    ) async throws -> (bytes: [UInt8], made: Instant)? {
        let earliest = clock.now().adding(seconds: -seconds)
        let known = try await store.read { try $0.answer(toRequest: key) }
        guard let known, known.made >= earliest, let bytes = try secrets.opened(known.bytes) else { return nil }
        return (bytes, known.made)
    }
}

/// A store that records what a write comes to, and refuses to do it again.
private struct AnsweringOnceStore: StoreAround {
    let store: any Store
    let secrets: any Secrets
    let key: RequestKey
    let request: [UInt8]
    let now: Instant
    let encode: @Sendable (any Encodable) throws -> [UInt8]

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.write { transaction in
            let expiry = now.adding(seconds: -TrainingService.answersKept)
            if let known = try transaction.answer(toRequest: key), known.made >= expiry {
                guard known.request == request else {
                    throw Refusal(
                        .conflict, "the Idempotency-Key \(key.key) was used for another request; take a new one")
                }
                guard let bytes = try secrets.opened(known.bytes) else {
                    throw Refusal(.conflict, "what was answered to \(key.key) cannot be read any more; it was done")
                }
                throw AlreadyAnswered(bytes: bytes)
            }
            let result = try body(transaction)
            // Of whoever has erased themself nothing is kept, and who asked is nobody by now.
            if let erasure = result as? ErasureView, erasure.oneself { return result }
            if let answer = result as? any Encodable {
                try transaction.record(
                    RecordedAnswer(request: request, bytes: try secrets.sealed(try encode(answer)), made: now),
                    toRequest: key,
                    forgettingBefore: expiry)
            }
            return result
        }
    }
}
