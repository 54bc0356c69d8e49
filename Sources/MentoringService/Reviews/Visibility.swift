import Mentoring
import MentoringAPI

extension StoreReading {
    /// Whether somebody leads a program: one of its mentors, or an organizer, as far as what they act with lets them.
    ///
    /// Whoever works on the database's own machine in somebody's name sees and says what that person does.
    func leads(_ caller: Caller, _ program: Program.Name) throws -> Bool {
        guard let email = caller.email else { return caller.role == .organizer }
        guard let own = try role(of: email, in: program) else { return false }
        return min(own, caller.role ?? own) >= .mentor
    }

    /// Which of a program's reviews somebody sees: until it is public, its proposer and those who lead the program.
    func seen(by caller: Caller, in program: Program) throws -> (Review) -> Bool {
        if try leads(caller, program.name) { return { _ in true } }
        let reader = try caller.email.flatMap { try person($0) }?.id
        return { $0.isPublic(in: program) || $0.proposer == reader }
    }

    /// The review with the number that somebody sees; a refusal that does not tell whether there is another.
    func requireReview(_ id: Identifier<Review>, seenBy caller: Caller) throws -> Review {
        let review = try requireReview(id)
        guard try seen(by: caller, in: requireProgram(review.program))(review) else { throw Refusal.noReview(id) }
        return review
    }

    /// The review with the number for whoever may decide about it: an organizer decides about all.
    func requireReview(_ id: Identifier<Review>, judgedBy caller: Caller) throws -> Review {
        try caller.role == .organizer ? requireReview(id) : requireReview(id, seenBy: caller)
    }
}

extension StoreWriting {
    /// Notes that one of those who lead the program has seen a review: from now on everybody does.
    func noteSeen(_ review: Review) throws -> Review {
        guard !review.isSeen else { return review }
        var seen = review
        seen.isSeen = true
        try update(seen)
        return seen
    }
}
