import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension PickReview: HandledRequest {
    public func carryOut(for client: Client) async throws -> SessionChange {
        let choice: Review.Choice =
            switch (review, url) {
            case (let id?, nil): .number(id)
            case (nil, let url?): .change(try ChangeAddress(url))
            default: throw BadInput("a pick is either the number of a review or the url of a change")
            }
        return try await client.service.pickReview(choice, title: title, area: area, for: session, by: client.caller)
    }
}

extension NoteQuestions: HandledRequest {
    public func carryOut(for client: Client) async throws -> SessionChange {
        try await client.service.noteQuestions(Array(text.utf8), file: name, for: session, by: client.caller)
    }
}

extension TrainingService {
    /// Makes a session be about a review, pins the revision that everybody reads, and tells those who have a seat.
    ///
    /// Pinned is the patch set that the address names, else the newest revision that was fetched. Picking the same review and
    /// revision again changes nothing; another revision keeps the mentor's questions, another review begins without any.
    ///
    /// - Parameters:
    ///   - choice: the review, or a change that its mentor brings, which is then proposed too.
    ///   - title: what a change that they bring is called.
    ///   - area: the part of the project that a change that they bring is in.
    ///   - code: the session.
    ///   - caller: the session's mentor, or an organizer in their stead.
    /// - Returns: the session as it is, and how many people are told.
    /// - Throws: `Refusal` not-found for an unknown session or review; not-allowed for who does not lead it; conflict when it has
    ///   begun, is off, or the review is of another program; `BadInput` as for a proposal.
    public func pickReview(
        _ choice: Review.Choice, title: String? = nil, area: String? = nil, for code: String, by caller: Caller
    ) async throws -> SessionChange {
        let now = clock.now()
        return try await store.write { transaction in
            let session = try transaction.requireOpenSession(code, by: caller, at: now, zones: zones)
            let review: Review
            var revision: String?
            switch choice {
            case .number(let id): review = try transaction.requireReview(id, judgedBy: caller)
            case .change(let address):
                let program = try transaction.requireProgram(of: session.code)
                review =
                    try transaction.review(of: address, in: program.name)
                    ?? transaction.enter(
                        ReviewProposal(address, title: title, area: area, difficulty: nil), for: program,
                        by: session.mentor.id, at: now)
                revision = address.patchSet.map(String.init)
            }
            guard review.program == session.code.program else {
                throw Refusal(.conflict, "review \(review.id) was proposed for \(review.program)")
            }
            let told = try pick(review, revision, for: session, about: .reviewPicked, at: now, in: transaction)
            return try change(of: session.id, told: told, in: transaction)
        }
    }

    /// Records what a session's mentor asks about its review, and tells those who have a seat.
    ///
    /// - Parameters:
    ///   - questions: plain text of at most 4 KiB; an empty one takes the questions back.
    ///   - file: where it was read from, for messages.
    ///   - code: the session.
    ///   - caller: the session's mentor, or an organizer in their stead.
    /// - Returns: the session as it is, and how many people are told.
    /// - Throws: `BadInput` for what is no text; `Refusal` as for a pick, or conflict while nothing is picked.
    public func noteQuestions(
        _ questions: [UInt8], file: String? = nil, for code: String, by caller: Caller
    ) async throws -> SessionChange {
        let questions = try Pick.validatedQuestions(questions, file: file)
        let now = clock.now()
        return try await store.write { transaction in
            let session = try transaction.requireOpenSession(code, by: caller, at: now, zones: zones)
            guard var pick = session.pick else {
                throw Refusal(
                    .conflict,
                    "\(session.code) is about no review yet; pick one first: meridian review pick \(session.code) REVIEW"
                )
            }
            pick.questions = questions
            let told = try revise(session, to: pick, about: .questionsNoted, at: now, in: transaction)
            return try change(of: session.id, told: told, in: transaction)
        }
    }

    /// Makes a session be about a review at a revision, or at the newest that is known.
    /// - Returns: how many people are told.
    func pick(
        _ review: Review, _ revision: String?, for session: Session, about occasion: Occasion, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> Int {
        let review = try transaction.noteSeen(review)
        let before = session.pick.flatMap { $0.review.id == review.id ? $0 : nil }
        let newest = try transaction.changeFacts(of: review.program)[review.id]?.revision
        let pick = Pick(
            review: review, revision: revision ?? newest ?? before?.revision, questions: before?.questions ?? [])
        return try revise(session, to: pick, about: occasion, at: now, in: transaction)
    }

    private func revise(
        _ session: Session, to pick: Pick, about occasion: Occasion, at now: Instant, in transaction: any StoreWriting
    ) throws -> Int {
        var session = session
        session.pick = pick
        return try store(&session, about: occasion, at: now, in: transaction).count
    }

    private func change(of id: Identifier<Session>, told: Int, in transaction: any StoreReading) throws -> SessionChange
    {
        guard let session = try transaction.session(id)?.timed(by: zones) else {
            throw Refusal(.notFound, "there is no session \(id)")
        }
        let counts = try transaction.enrollmentCounts(of: session.code.program)[session.id] ?? EnrollmentCounts()
        return SessionChange(session: SessionView(session, counts: counts, yours: nil, at: clock.now()), told: told)
    }
}

extension StoreWriting {
    /// The session whose review may still change, or a refusal; a mentor has only their own.
    fileprivate func requireOpenSession(
        _ code: String, by caller: Caller, at now: Instant, zones: TimeZoneCatalog
    ) throws -> Session {
        let session = try requireSession(code, by: zones)
        try caller.require(owner: session.mentor.email)
        guard session.isUpcoming(at: now) else {
            throw Refusal(.conflict, "\(session.code) is cancelled or has begun; its review stays as it is")
        }
        return session
    }
}
