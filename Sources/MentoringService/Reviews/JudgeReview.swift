import CivilTime
import Mentoring
public import MentoringAPI

extension AcceptReview: HandledRequest {
    /// Lets everybody see a proposal; accepting it again changes nothing.
    ///
    /// - Returns: the review.
    /// - Throws: `Refusal` not-found for an unknown review; not-allowed for others.
    public func carryOut(for client: Client) async throws -> ReviewView {
        let service = client.service
        let id = review
        let caller = client.caller
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let review = try transaction.requireReview(id, judgedBy: caller)
            guard try caller.role == .organizer || transaction.leads(caller, review.program) else {
                throw Refusal(.notAllowed, "only a mentor or an organizer of \(review.program) accepts a proposal")
            }
            let person = try caller.email.flatMap { try transaction.person($0) }?.id
            return try service.view(of: transaction.noteSeen(review), for: person, at: now, in: transaction)
        }
    }
}

extension WithdrawReview: HandledRequest {
    /// Takes a proposal back, together with its votes.
    /// - Returns: the review as it was.
    /// - Throws: `Refusal` not-found for an unknown review; not-allowed for others; conflict while a session is about it.
    public func carryOut(for client: Client) async throws -> ReviewView {
        let service = client.service
        let id = review
        let caller = client.caller
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        return try await service.store.write(forGood: !dryRun) { transaction in
            let review = try transaction.requireReview(id, judgedBy: caller)
            try caller.require(owner: review.proposer, in: transaction)
            let about = try transaction.sessions(of: review.program, by: service.zones).first {
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
            let person = try caller.email.flatMap { try transaction.person($0) }?.id
            let view = try service.view(of: review, for: person, at: now, in: transaction)
            try transaction.remove(id)
            return view
        }
    }
}
