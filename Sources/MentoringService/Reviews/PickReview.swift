import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension PickReview: HandledRequest {
    /// Makes a session be about a review, pins the revision that everybody reads, and tells those who have a seat.
    ///
    /// Pinned is the patch set that the address names, else the newest revision that was fetched. Picking the same review and
    /// revision again changes nothing; another revision keeps the mentor's questions, another review begins without any.
    ///
    /// - Returns: the session as it is, and how many people are told.
    /// - Throws: `Refusal` not-found for an unknown session or review; not-allowed for who does not lead it; conflict when it has
    ///   begun, is off, or the review is of another program; `BadInput` as for a proposal.
    public func carryOut(for client: Client) async throws -> SessionChange {
        let (service, caller) = (client.service, client.caller)
        let choice: Review.Choice =
            switch (review, url) {
            case (let id?, nil): .number(id)
            case (nil, let url?): .change(try ChangeAddress(url))
            default: throw BadInput("a pick is either the number of a review or the url of a change")
            }
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let session = try transaction.requireOpenSession(session, by: caller, at: now, zones: service.zones)
            let heard = try ToldOfSession(session, for: client, before: transaction)
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
            let told = try service.pick(review, revision, for: session, about: .reviewPicked, at: now, in: transaction)
            return try service.change(of: session.id, told: told, heard, in: transaction)
        }
    }
}

extension NoteQuestions: HandledRequest {
    /// Records what a session's mentor asks about its review, and tells those who have a seat; an empty text takes that back.
    ///
    /// - Returns: the session as it is, and how many people are told.
    /// - Throws: `BadInput` for what is no text; `Refusal` as for a pick, or conflict while nothing is picked.
    public func carryOut(for client: Client) async throws -> SessionChange {
        let (service, caller) = (client.service, client.caller)
        let questions = try Pick.validatedQuestions(text, file: name)
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let session = try transaction.requireOpenSession(session, by: caller, at: now, zones: service.zones)
            guard var pick = session.pick else {
                throw Refusal(
                    .conflict,
                    "\(session.code) is about no review yet; pick one first: meridian review pick \(session.code) REVIEW"
                )
            }
            pick.questions = questions
            let heard = try ToldOfSession(session, for: client, before: transaction)
            let told = try service.revise(session, to: pick, about: .questionsNoted, at: now, in: transaction)
            return try service.change(of: session.id, told: told, heard, in: transaction)
        }
    }
}

extension TrainingService {
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

    fileprivate func revise(
        _ session: Session, to pick: Pick, about occasion: Occasion, at now: Instant, in transaction: any StoreWriting
    ) throws -> Int {
        var session = session
        session.pick = pick
        return try store(&session, about: occasion, at: now, in: transaction).count
    }

    fileprivate func change(
        of id: Identifier<Session>, told: Int, _ heard: ToldOfSession, in transaction: any StoreReading
    ) throws -> SessionChange {
        guard let session = try transaction.session(id)?.timed(by: zones) else {
            throw Refusal(.notFound, "there is no session \(id)")
        }
        let counts = try transaction.enrollmentCounts(of: session.code.program)[session.id] ?? EnrollmentCounts()
        var change = SessionChange(
            session: SessionView(session, counts: counts, yours: nil, at: clock.now()), told: told)
        // Whoever leads it knows who is in it, and nobody else but an organizer does this.
        let people = try transaction.enrollments(in: id).map(\.person) + [session.mentor]
        change.toldNames = try heard.names(knowing: people, transaction)
        return change
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
