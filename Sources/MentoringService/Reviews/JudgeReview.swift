import CivilTime
public import Mentoring
public import MentoringAPI

extension TrainingOffice {
    /// Lets everybody see a proposal; accepting it again changes nothing.
    ///
    /// - Parameters:
    ///   - id: the review.
    ///   - caller: one of those who lead its program.
    /// - Returns: the review.
    /// - Throws: `Refusal` not-found for an unknown review; not-allowed for others.
    public func acceptReview(_ id: Identifier<Review>, by caller: Caller) async throws -> ReviewView {
        let now = clock.now()
        return try await store.write { books in
            let review = try books.requireReview(id, judgedBy: caller)
            guard try caller.role == .organizer || books.leads(caller, review.program) else {
                throw Refusal(.notAllowed, "only a mentor or an organizer of \(review.program) accepts a proposal")
            }
            return try view(of: books.noteSeen(review), at: now, in: books)
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
        return try await store.write(forGood: !dryRun) { books in
            let review = try books.requireReview(id, judgedBy: caller)
            try caller.require(owner: review.proposer, in: books)
            let about = try books.sessions(of: review.program, by: zones).first {
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
            let view = try view(of: review, at: now, in: books)
            try books.remove(id)
            return view
        }
    }
}
