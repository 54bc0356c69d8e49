import CivilTime
public import Mentoring
public import MentoringAPI

extension AcceptReview: HandledRequest {
    public func carryOut(for client: Client) async throws -> ReviewView {
        try await client.service.acceptReview(review, by: client.caller)
    }
}

extension WithdrawReview: HandledRequest {
    public func carryOut(for client: Client) async throws -> ReviewView {
        try await client.service.withdrawReview(review, by: client.caller, dryRun: dryRun ?? false)
    }
}

extension TrainingService {
    /// Lets everybody see a proposal; accepting it again changes nothing.
    ///
    /// - Parameters:
    ///   - id: the review.
    ///   - caller: one of those who lead its program.
    /// - Returns: the review.
    /// - Throws: `Refusal` not-found for an unknown review; not-allowed for others.
    public func acceptReview(_ id: Identifier<Review>, by caller: Caller) async throws -> ReviewView {
        let now = clock.now()
        return try await store.write { transaction in
            let review = try transaction.requireReview(id, judgedBy: caller)
            guard try caller.role == .organizer || transaction.leads(caller, review.program) else {
                throw Refusal(.notAllowed, "only a mentor or an organizer of \(review.program) accepts a proposal")
            }
            return try view(of: transaction.noteSeen(review), at: now, in: transaction)
        }
    }

    /// Takes a proposal back, together with its votes.
    /// - Parameters:
    ///   - id: the review.
    ///   - caller: its proposer, or an organizer.
    ///   - dryRun: whether only to say what would happen.
    /// - Returns: the review as it was.
    /// - Throws: `Refusal` not-found for an unknown review; not-allowed for others; conflict while a session is about it.
    public func withdrawReview(
        _ id: Identifier<Review>, by caller: Caller, dryRun: Bool = false
    ) async throws -> ReviewView {
        let now = clock.now()
        return try await store.write(forGood: !dryRun) { transaction in
            let review = try transaction.requireReview(id, judgedBy: caller)
            try caller.require(owner: review.proposer, in: transaction)
            let about = try transaction.sessions(of: review.program, by: zones).first {
                $0.status != .cancelled && $0.pick?.review.id == id
            }
            if let about {
                throw Refusal(
                    .conflict,
                    about.start <= now
                        ? "review \(id) stays: \(about.code) was about it"
                        : "\(about.code) is about review \(id); pick another for it first: meridian review pick \(about.code) REVIEW"
                )
            }
            let view = try view(of: review, at: now, in: transaction)
            try transaction.remove(id)
            return view
        }
    }
}
