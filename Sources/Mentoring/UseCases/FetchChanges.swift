import CivilTime
import TimeZoneCatalog

/// What looking a review up came to.
public struct FetchedChange: Codable, Hashable, Sendable {
    /// How it went.
    public enum Outcome: String, Codable, CaseIterable, Sendable {
        /// The server was asked and answered.
        case fetched
        /// It was asked less than an hour ago.
        case fresh
        /// It may not be asked, or has no way to be asked.
        case skipped
        /// It did not answer as such a server does.
        case failed
    }

    /// The number of the review.
    public var id: Identifier<Review>
    /// Where the change is.
    public var url: String
    /// How it went.
    public var outcome: Outcome
    /// Why it was not fetched, in words.
    public var detail: String?
    /// What is known of it now.
    public var change: ChangeFacts?
    /// The sessions whose mentors are told that it is no longer under review.
    public var told: [String]
}

extension TrainingOffice {
    /// How long an answer is as good as a new one, unless the review is named: seconds.
    private static var freshness: Int64 { 60 * 60 }
    /// How many servers are asked in one go, so that it ends within half a minute even when none of them answers.
    private static var most: Int { 32 }
    private static var atATime: Int { 8 }

    /// Asks the servers of a program's changes about them, and records what they say.
    ///
    /// Only servers that the program file names are asked. The mentor of a session whose change has been merged or abandoned is
    /// told once, and what could take its place.
    ///
    /// - Parameters:
    ///   - name: the program.
    ///   - ids: the reviews, which are then asked about even if they were just now; all that are still open when empty, those
    ///     asked about longest ago first, at most 32.
    /// - Returns: one entry for each review that was looked at, by number.
    /// - Throws: `Refusal` not-found; not-allowed for a named review whose server the program does not name; `Unreachable` when
    ///   servers were asked and none answered.
    public func fetchChanges(of name: Program.Name, _ ids: [Identifier<Review>] = []) async throws -> [FetchedChange] {
        let now = clock.now()
        let (program, wanted) = try await store.read { books in
            let program = try books.requireProgram(name)
            return (program, try candidates(for: ids, of: program, in: books))
        }
        let looked = try await lookUp(
            wanted.compactMap { $0.question(of: program, isNamed: !ids.isEmpty, at: now) }, at: now)
        if let failure = looked.values.compactMap(\.failure).first, looked.values.allSatisfy({ $0.failure != nil }) {
            throw Unreachable(failure)
        }
        return try await store.write { books in
            try wanted.map { candidate in
                try record(
                    looked[candidate.review.id] ?? candidate.answer(of: program, at: now), of: candidate.review,
                    at: now, in: books)
            }.sorted { $0.id.rawValue < $1.id.rawValue }
        }
    }

    private func candidates(
        for ids: [Identifier<Review>], of program: Program, in books: any StoreReading
    ) throws -> [Candidate] {
        let facts = try books.changeFacts(of: program.name)
        guard ids.isEmpty else {
            return try Set(ids).map { id in
                let review = try books.requireReview(id)
                guard review.program == program.name else {
                    throw Refusal(.conflict, "review \(id) was proposed for \(review.program)")
                }
                let candidate = Candidate(review: review, known: facts[id])
                if let obstacle = candidate.obstacle(in: program) { throw Refusal(.notAllowed, obstacle) }
                return candidate
            }
        }
        let open = try books.reviews(of: program.name).map { Candidate(review: $0, known: facts[$0.id]) }
            .filter { ($0.known?.state ?? .open) == .open }
        return Array(
            open.sorted { ($0.known?.fetched ?? .distantPast) < ($1.known?.fetched ?? .distantPast) }.prefix(Self.most))
    }

    private func lookUp(
        _ questions: [Question], at now: Instant
    ) async throws -> [Identifier<Review>: Answer] {
        var answers: [Identifier<Review>: Answer] = [:]
        try await withThrowingTaskGroup(of: (Identifier<Review>, Answer).self) { group in
            for (number, question) in questions.enumerated() {
                if number >= Self.atATime, let (id, answer) = try await group.next() { answers[id] = answer }
                group.addTask { (question.id, try await ask(question, at: now)) }
            }
            for try await (id, answer) in group { answers[id] = answer }
        }
        return answers
    }

    private func ask(_ question: Question, at now: Instant) async throws -> Answer {
        do {
            return .facts(try await changes.facts(of: question.address, at: now))
        } catch let error as Unreachable {
            return .failed(error.description)
        }
    }

    private func record(
        _ answer: Answer, of review: Review, at now: Instant, in books: any StoreWriting
    ) throws -> FetchedChange {
        let known = try books.changeFacts(of: review.program)[review.id]
        var result = FetchedChange(id: review.id, url: review.url, outcome: .fetched, change: known, told: [])
        switch answer {
        case .fresh: result.outcome = .fresh
        case .skipped(let why): (result.outcome, result.detail) = (.skipped, why)
        case .failed(let why): (result.outcome, result.detail) = (.failed, why)
        case .facts(let facts):
            try books.save(facts, of: review.id)
            result.change = facts
            var review = review
            if review.title == (try? ChangeAddress(review.url))?.name {
                review.title = facts.title
                try books.update(review)
            }
            if facts.state != .open, (known?.state ?? .open) == .open {
                result.told = try reportClosing(of: review, facts.state, at: now, in: books)
            }
        }
        return result
    }

    /// Tells the mentors of the sessions to come that are about a review that it is no longer open, and the runner-up.
    private func reportClosing(
        of review: Review, _ state: ChangeFacts.State, at now: Instant, in books: any StoreWriting
    ) throws -> [String] {
        let program = try books.requireProgram(review.program)
        let concerned = try books.currentSessions(of: program, by: zones).filter {
            $0.isUpcoming(at: now) && $0.pick?.review.id == review.id
        }
        for session in concerned {
            let substitute = try rankedReviews(of: program.name, for: session, at: now, in: books).first(
                where: \.isAvailable)
            try post(
                Letter(
                    reader: session.mentor, role: .mentor, session: session, program: program,
                    subject: .changeClosed(review, state, substitute: substitute?.review), date: now,
                    token: books.invitation(to: session.mentor.id, for: session.id)?.token), in: books)
        }
        return concerned.map(\.code.description)
    }

    /// A change to ask about.
    private struct Question {
        let id: Identifier<Review>
        let address: ChangeAddress
    }

    /// What came of asking, or why nobody was asked.
    private enum Answer {
        case facts(ChangeFacts)
        case fresh
        case skipped(String)
        case failed(String)

        var failure: String? { if case .failed(let why) = self { why } else { nil } }
    }

    /// A review that may be asked about, and what is known of it.
    private struct Candidate {
        let review: Review
        let known: ChangeFacts?

        private var address: ChangeAddress? { try? ChangeAddress(review.url) }

        /// Why its server is not asked, if it is not.
        func obstacle(in program: Program) -> String? {
            guard let address, address.place != .elsewhere else {
                return "\(review.url) is no change on Gerrit, GitHub or GitLab; nothing can be looked up"
            }
            guard program.reviews.hosts.contains(address.host) else {
                return
                    "\(program.name) does not look changes up at \(address.host); to allow it, name it under reviews: hosts: in the program file"
            }
            return nil
        }

        func question(of program: Program, isNamed: Bool, at now: Instant) -> Question? {
            guard obstacle(in: program) == nil, let address, isNamed || !isFresh(at: now) else { return nil }
            return Question(id: review.id, address: address)
        }

        func answer(of program: Program, at now: Instant) -> Answer {
            obstacle(in: program).map(Answer.skipped) ?? .fresh
        }

        private func isFresh(at now: Instant) -> Bool {
            known.map { now.seconds(since: $0.fetched) < TrainingOffice.freshness } ?? false
        }
    }
}
