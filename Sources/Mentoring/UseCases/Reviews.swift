import CivilTime
import TimeZoneCatalog

extension TrainingOffice {
    /// Proposes a change for a session of the program.
    ///
    /// Proposing the same address again answers the same and changes nothing.
    ///
    /// - Parameters:
    ///   - name: the program.
    ///   - url: where the change is, an http or https address.
    ///   - title: what it is called; nil takes the address.
    ///   - area: the part of the project that it is in.
    ///   - difficulty: 1 to 5.
    ///   - email: who proposes it: one of the program's mentors or trainees.
    /// - Returns: the proposal.
    /// - Throws: `Refusal` not-found or not-allowed; `BadInput` for an address, title, area or difficulty that is none.
    public func proposeReview(
        for name: Program.Name, url: String, title: String?, area: String?, difficulty: Int?, by email: EmailAddress
    ) async throws -> ReviewView {
        let url = try Review.validatedURL(url)
        let title = try title.map { try OneLine.validated($0, as: "title") } ?? url
        let area = try area.map { try OneLine.validated($0, as: "area", limit: 60) }
        guard difficulty.map((1...5).contains) ?? true else { throw BadInput("the difficulty is a number from 1 to 5") }
        let now = clock.now()
        return try await store.write { books in
            let program = try books.requireProgram(name)
            let person = try books.requireParticipant(email, of: program)
            let known = try books.reviews(of: program.name).first { $0.url == url }
            let review =
                try known
                ?? books.add(
                    Review(
                        program: program.name, url: url, title: title, area: area, difficulty: difficulty,
                        proposer: person.id, proposed: now))
            return try view(of: review, in: books)
        }
    }

    /// A program's reviews, those with the most votes first, then the oldest.
    public func reviews(of name: Program.Name) async throws -> [ReviewView] {
        try await store.read { books in
            try books.reviews(of: books.requireProgram(name).name).map { try view(of: $0, in: books) }
                .sorted { ($1.votes, $0.id.rawValue) < ($0.votes, $1.id.rawValue) }
        }
    }

    /// Votes for a review, or takes the vote back; either twice is once.
    /// - Throws: `Refusal` not-found for an unknown review; not-allowed for who takes no part in its program.
    public func vote(for id: Identifier<Review>, by email: EmailAddress, isFor: Bool) async throws -> ReviewView {
        try await store.write { books in
            let review = try books.requireReview(id)
            let person = try books.requireParticipant(email, of: books.requireProgram(review.program))
            if isFor { try books.vote(for: id, by: person.id) } else { try books.removeVote(for: id, by: person.id) }
            return try view(of: review, in: books)
        }
    }

    /// Makes a session be about a review, and tells those who have a seat.
    ///
    /// - Parameters:
    ///   - id: the review.
    ///   - code: the session.
    ///   - email: the session's mentor.
    /// - Returns: the session as it is, and how many people are told.
    /// - Throws: `Refusal` not-found for an unknown session or review; not-allowed for who does not lead it; conflict when it has
    ///   begun, is off, or the review is of another program.
    public func pickReview(
        _ id: Identifier<Review>, for code: String, by email: EmailAddress
    ) async throws -> SessionChange {
        let now = clock.now()
        return try await store.write { books in
            var session = try books.requireSession(code, by: zones)
            let review = try books.requireReview(id)
            guard session.mentor.email == email else {
                throw Refusal(.notAllowed, "\(session.code) is led by somebody else; its mentor picks the review")
            }
            guard session.isUpcoming(at: now) else {
                throw Refusal(.conflict, "\(session.code) is cancelled or has begun; its review stays as it is")
            }
            guard review.program == session.code.program else {
                throw Refusal(.conflict, "review \(id) was proposed for \(review.program)")
            }
            var told = 0
            if session.review != review {
                session.review = review
                session.sequence += 1
                session.revised = now
                try books.update(session)
                told = try tell(session, about: .reviewPicked, in: books).count
            }
            let counts = try books.enrollmentCounts(of: session.code.program)[session.id] ?? EnrollmentCounts()
            return SessionChange(session: SessionView(session, counts: counts, yours: nil), told: told)
        }
    }

    private func view(of review: Review, in books: any StoreReading) throws -> ReviewView {
        let isPicked = try books.sessions(of: review.program).contains {
            $0.review?.id == review.id && $0.status != .cancelled
        }
        return ReviewView(
            review, votes: try books.votes(for: review.id), state: isPicked ? .picked : .proposed)
    }
}

extension StoreReading {
    fileprivate func requireReview(_ id: Identifier<Review>) throws -> Review {
        guard let review = try review(id) else {
            throw Refusal(.notFound, "there is no review \(id); see those that there are: meridian review list PROGRAM")
        }
        return review
    }

    /// Somebody who takes part in a program, or a refusal.
    fileprivate func requireParticipant(_ email: EmailAddress, of program: Program) throws -> Person {
        let person = try requirePerson(email)
        let isMentor = try mentors(of: program.name).contains { $0.person.id == person.id }
        let isTrainee = try trainees(of: program.name).contains { $0.id == person.id }
        guard isMentor || isTrainee else {
            throw Refusal(
                .notAllowed,
                "\(email) takes no part in \(program.name); join first: meridian trainee join \(program.name) …")
        }
        return person
    }
}
