import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension FetchChanges: HandledRequest {
    /// Asks the servers of a program's changes about them, and records what they say.
    ///
    /// Only servers that the program file names are asked. The mentor of a session whose change has been merged or abandoned is
    /// told once, and what could take its place. Reviews that are named, at most 16, are asked about even if they were just now;
    /// without any, all that are open, of which the 16 asked about longest ago are, the newest first where none was.
    ///
    /// - Returns: one entry for each review that was looked at, by number.
    /// - Throws: `Refusal` not-found; not-allowed for a named review whose server the program does not name; `BadInput` for too
    ///   many.
    public func carryOut(for client: Client) async throws -> [FetchedChange] {
        let (service, ids) = (client.service, reviews ?? [])
        guard ids.count <= TrainingService.most else {
            throw BadInput("at most \(TrainingService.most) reviews can be fetched at once")
        }
        let now = service.clock.now()
        let wanted = try await service.store.read { transaction in
            try service.candidates(for: ids, of: transaction.requireProgram(program), in: transaction)
        }
        let questions = wanted.filter { $0.obstacle == nil && (!ids.isEmpty || !$0.isFresh(at: now)) }
            .sorted { $0.age < $1.age }.prefix(TrainingService.most).compactMap(\.question)
        let looked = try await service.lookUp(questions, at: now)
        return try await service.store.write { transaction -> [FetchedChange] in
            // Whoever did not answer either: next time those come first who wait longer.
            for question in questions { try transaction.setAsked(about: question.id, at: now) }
            return try wanted.compactMap { candidate in
                // Whoever proposed it may have been erased meanwhile.
                guard let review = try transaction.review(candidate.review.id) else { return nil }
                let answer = looked[review.id] ?? candidate.answer(at: now)
                return try service.record(answer, of: review, at: now, in: transaction)
            }.sorted { $0.id.rawValue < $1.id.rawValue }
        }
    }
}

extension TrainingService {
    /// How long an answer is as good as a new one, unless the review is named: seconds.
    fileprivate static var freshness: Int64 { 60 * 60 }
    /// How many questions are asked at once, so that all are over when the first could be.
    fileprivate static var most: Int { 16 }

    fileprivate func candidates(
        for ids: [Identifier<Review>], of program: Program, in transaction: any StoreReading
    ) throws -> [Candidate] {
        let facts = try transaction.changeFacts(of: program.name)
        let asked = try transaction.changesAsked(of: program.name)
        guard ids.isEmpty else {
            return try Set(ids).map { id in
                let review = try transaction.requireReview(id)
                guard review.program == program.name else {
                    throw Refusal(.conflict, "review \(id) was proposed for \(review.program)")
                }
                let candidate = Candidate(review, known: facts[id], asked: asked[id], in: program)
                if let obstacle = candidate.obstacle { throw Refusal(.notAllowed, obstacle) }
                return candidate
            }
        }
        // What nobody who leads the program has seen makes no server of ours ask another, unless it is named.
        return try transaction.reviews(of: program.name).filter { $0.isPublic(in: program) }
            .map { Candidate($0, known: facts[$0.id], asked: asked[$0.id], in: program) }
            .filter { ($0.known?.state ?? .open) == .open }
    }

    fileprivate func lookUp(_ questions: [Question], at now: Instant) async throws -> [Identifier<Review>: Answer] {
        try await withThrowingTaskGroup(of: (Identifier<Review>, Answer).self) { group in
            for question in questions { group.addTask { (question.id, try await ask(question, at: now)) } }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func ask(_ question: Question, at now: Instant) async throws -> Answer {
        do {
            return .facts(try await changes.facts(of: question.address, at: now))
        } catch let error as Unreachable {
            return .failed(error.description)
        }
    }

    fileprivate func record(
        _ answer: Answer, of review: Review, at now: Instant, in transaction: any StoreWriting
    ) throws -> FetchedChange {
        let known = try transaction.changeFacts(of: review.program)[review.id]
        var result = FetchedChange(id: review.id, url: review.url, outcome: .fetched, change: known, told: [])
        switch answer {
        case .fresh: result.outcome = .fresh
        case .later: result.outcome = .later
        case .skipped(let why): (result.outcome, result.detail) = (.skipped, why)
        case .failed(let why): (result.outcome, result.detail) = (.failed, why)
        case .facts(let facts):
            try transaction.save(facts, of: review.id)
            result.change = facts
            var review = review
            // Names of merge requests were once in the case in which they were typed.
            if review.title.lowercased() == (try? ChangeAddress(review.url))?.name?.lowercased(),
                review.title != facts.title
            {
                review.title = facts.title
                try retitle(review, at: now, in: transaction)
            }
            if facts.state != .open, (known?.state ?? .open) == .open {
                result.told = try reportClosing(of: review, facts.state, at: now, in: transaction)
            }
        }
        return result
    }

    /// Gives a review its title, which the calendars of those who read it in a session to come show.
    private func retitle(_ review: Review, at now: Instant, in transaction: any StoreWriting) throws {
        for var session in try sessions(about: review, at: now, in: transaction) {
            session.pick?.review = review
            try store(&session, about: .reviewPicked, at: now, in: transaction)
        }
        try transaction.update(review)
    }

    /// The sessions to come that are about a review.
    private func sessions(about review: Review, at now: Instant, in transaction: any StoreReading) throws -> [Session] {
        try transaction.sessionsToCome(of: review.program, by: zones, at: now).filter {
            $0.pick?.review.id == review.id
        }
    }

    /// Tells the mentors of the sessions to come that are about a review that it is no longer open, and the runner-up.
    private func reportClosing(
        of review: Review, _ state: ChangeFacts.State, at now: Instant, in transaction: any StoreWriting
    ) throws -> [String] {
        let program = try transaction.requireProgram(review.program)
        let concerned = try sessions(about: review, at: now, in: transaction)
        for session in concerned {
            let substitute = try rankedReviews(of: program.name, for: session, at: now, in: transaction).first(
                where: \.isAvailable)
            try tell(
                .letter(
                    Letter(
                        reader: session.mentor, role: .mentor, session: session, program: program,
                        subject: .changeClosed(review, state, substitute: substitute?.review), date: now,
                        token: transaction.invitation(to: session.mentor.id, for: session.id)?.token)), in: transaction)
        }
        return concerned.map(\.code.description)
    }

    /// A change to ask about.
    fileprivate struct Question {
        let id: Identifier<Review>
        let address: ChangeAddress
    }

    /// What came of asking, or why nobody was asked.
    fileprivate enum Answer {
        case facts(ChangeFacts)
        case fresh
        case later
        case skipped(String)
        case failed(String)
    }

    /// A review that may be asked about, and what is known of it.
    fileprivate struct Candidate {
        let review: Review
        let known: ChangeFacts?
        /// When its server was asked last, whether it answered or not.
        let asked: Instant?
        /// How to ask about it.
        let question: Question?
        /// Why its server is not asked, if it is not.
        let obstacle: String?

        init(_ review: Review, known: ChangeFacts?, asked: Instant?, in program: Program) {
            self.review = review
            self.known = known
            self.asked = asked ?? known?.fetched
            let address = try? ChangeAddress(review.url)
            question = address.map { Question(id: review.id, address: $0) }
            if let address, address.place != .elsewhere {
                obstacle =
                    program.reviews.hosts.contains(address.host)
                    ? nil
                    : "\(program.name) does not look changes up at \(address.host); to allow it, name it under reviews: hosts: in the program file"
            } else {
                obstacle = "\(review.url) is no change on Gerrit, GitHub, GitLab or Forgejo; nothing can be looked up"
            }
        }

        /// What was asked about longest ago comes first, and of what never was the newest.
        var age: (Instant, Int64) { (asked ?? .distantPast, -review.id.rawValue) }

        func isFresh(at now: Instant) -> Bool {
            known.map { now.seconds(since: $0.fetched) < TrainingService.freshness } ?? false
        }

        func answer(at now: Instant) -> Answer {
            obstacle.map(Answer.skipped) ?? (isFresh(at: now) ? .fresh : .later)
        }
    }
}
