import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ProposeReview: HandledRequest {
    /// Proposes a change for a session of the program.
    ///
    /// Proposing the same change again, in whatever spelling, answers the same and changes nothing.
    ///
    /// - Returns: the proposal.
    /// - Throws: `Refusal` not-found or not-allowed; `BadInput` for an address that is none or not
    ///   everybody's, and for a title, area or difficulty that is none.
    public func carryOut(for client: Client) async throws -> ReviewView {
        let (service, caller) = (client.service, client.caller)
        let email = try caller.person()
        let proposal = try ReviewProposal(ChangeAddress(url), title: title, area: area, difficulty: difficulty)
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(program)
            let person = try transaction.requireParticipant(email, of: program)
            try transaction.refuseWhilePaused(program, "proposing")
            var review = try transaction.enter(proposal, for: program, by: person.id, at: now)
            if try transaction.leads(caller, program.name) { review = try transaction.noteSeen(review) }
            // What somebody else wrote of it is not theirs to see yet.
            if try !transaction.seen(by: caller, in: program)(review) { review = review.asProposed(in: proposal) }
            return try service.view(of: review, for: person.id, at: now, in: transaction)
        }
    }
}

extension ListReviews: HandledRequest {
    /// A program's reviews, those worth most first; see `ReviewRanking`.
    ///
    /// Of a session the list is ranked for those enrolled in it and for its mentor. What nobody who leads the program has seen
    /// yet is its proposer's and theirs to see.
    ///
    /// - Returns: what can be picked by points, then what is picked or no longer under review.
    /// - Throws: `Refusal` not-found, or conflict when the session is another program's.
    public func carryOut(for client: Client) async throws -> [ReviewView] {
        let (service, caller) = (client.service, client.caller)
        let now = service.clock.now()
        return try await service.store.read { transaction in
            let program = try transaction.requireProgram(program)
            let session = try session.map { try transaction.requireSession($0, by: service.zones) }
            if let session, session.code.program != program.name {
                throw Refusal(
                    .conflict, "\(session.code) is a session of \(session.code.program), not of \(program.name)")
            }
            let isSeen = try transaction.seen(by: caller, in: program)
            let person = try caller.email.flatMap { try transaction.person($0) }?.id
            let voted = try person.map { try transaction.votes(by: $0) }
            return try service.rankedReviews(of: program.name, for: session, at: now, where: isSeen, in: transaction)
                .map { ReviewView($0, in: program, for: person, voted: voted?.contains($0.review.id)) }
        }
    }
}

extension VoteForReview: HandledRequest {
    public func carryOut(for client: Client) async throws -> ReviewView {
        try await client.vote(for: review, isFor: true)
    }
}

extension TakeBackVote: HandledRequest {
    public func carryOut(for client: Client) async throws -> ReviewView {
        try await client.vote(for: review, isFor: false)
    }
}

extension Client {
    /// Votes for a review, or takes the vote back; either twice is once.
    ///
    /// What somebody who leads the program votes for is seen by everybody from then on.
    /// - Throws: `Refusal` not-found for an unknown review, or one that they do not see; not-allowed for who takes no part in
    ///   its program.
    fileprivate func vote(for id: Identifier<Review>, isFor: Bool) async throws -> ReviewView {
        let email = try caller.person()
        let now = service.clock.now()
        return try await service.store.write { transaction in
            var review = try transaction.requireReview(id, seenBy: caller)
            let person = try transaction.requireParticipant(email, of: transaction.requireProgram(review.program))
            if isFor {
                try transaction.vote(for: id, by: person.id)
            } else {
                try transaction.removeVote(for: id, by: person.id)
            }
            if isFor, try transaction.leads(caller, review.program) {
                // Who votes for what is nobody's business; that a mentor lets all trainees see a review is.
                let acceptance = Deed(
                    actor: email, way: way, action: AcceptReview.name, program: review.program, subject: ["\(id)"])
                review = try transaction.writingDown(acceptance, at: now) { try transaction.noteSeen(review) }
            }
            return try service.view(of: review, for: person.id, at: now, in: transaction)
        }
    }
}

extension TrainingService {
    /// One review as it is listed for all of the program's trainees, and whether somebody voted for it.
    func view(
        of review: Review, for person: Identifier<Person>?, at now: Instant, in transaction: any StoreReading
    ) throws -> ReviewView {
        ReviewView(
            try ranked(review, for: nil, at: now, in: transaction), in: try transaction.requireProgram(review.program),
            for: person, voted: try person.map { try transaction.votes(by: $0).contains(review.id) })
    }
}

/// A change as somebody proposes it.
struct ReviewProposal {
    let address: ChangeAddress
    let title: String
    let area: String?
    let difficulty: Int?

    init(_ address: ChangeAddress, title: String?, area: String?, difficulty: Int?) throws(BadInput) {
        guard address.isPublic else {
            throw BadInput(
                "\(address.host) is no server that everybody can reach; give an address that works from anywhere, such as https://review.example.org/c/nova/+/900001"
            )
        }
        self.address = address
        self.area = area
        self.difficulty = difficulty

        if let title {
            self.title = try OneLine.validated(title, as: "title")
        } else if let name = address.name {
            self.title = name
        } else {
            throw BadInput(
                "\(address.url) is no change on Gerrit, GitHub, GitLab or Forgejo; if it is one elsewhere, say what it is called: --title …"
            )
        }
    }
}

extension Review {
    /// The same with nothing of its first proposer's words, for another who proposes it too.
    fileprivate func asProposed(in proposal: ReviewProposal) -> Review {
        var review = self
        review.title = proposal.title
        review.area = proposal.area
        review.difficulty = proposal.difficulty
        return review
    }
}

extension StoreWriting {
    /// The review of the change, proposed now unless it is known.
    func enter(
        _ proposal: ReviewProposal, for program: Program, by person: Identifier<Person>, at now: Instant
    ) throws -> Review {
        let area = try proposal.area.map { try program.knownArea($0) }
        let known = try reviews(of: program.name)
        if let review = known.first(of: proposal.address) { return review }
        try refuseTooManyProposals(of: person, among: known, for: program)
        return try add(
            Review(
                program: program.name, url: proposal.address.url, title: proposal.title, area: area,
                difficulty: proposal.difficulty, proposer: person, proposed: now))
    }
}

extension [Review] {
    /// The review of a change; earlier releases stored addresses as they were typed.
    fileprivate func first(of address: ChangeAddress) -> Review? {
        first { (try? ChangeAddress($0.url))?.isSame(as: address) ?? false }
    }
}

extension StoreReading {
    /// Refuses a flood of proposals, which everybody's list is ranked from.
    fileprivate func refuseTooManyProposals(
        of person: Identifier<Person>, among known: [Review], for program: Program
    ) throws {
        let picked = Set(try sessions(of: program.name).compactMap(\.pick?.review.id))
        let waiting = known.count { $0.proposer == person && !picked.contains($0.id) }
        guard waiting < Limits.proposals else {
            throw Refusal(
                .full,
                "\(waiting) of your proposals wait to be picked; take some back first: meridian review withdraw")
        }
    }

    /// The program's review of a change.
    func review(of address: ChangeAddress, in program: Program.Name) throws -> Review? {
        try reviews(of: program).first(of: address)
    }

    /// The review with the number, or a refusal.
    func requireReview(_ id: Identifier<Review>) throws -> Review {
        guard let review = try review(id) else { throw Refusal.noReview(id) }
        return review
    }

    /// A mentor or trainee of a program, or a refusal; who only takes turns at a duty is none.
    func requireParticipant(_ email: EmailAddress, of program: Program) throws -> Person {
        let person = try requirePerson(email)
        let isMentor = try mentors(of: program.name).contains { $0.person.id == person.id }
        guard try isMentor || isTrainee(person.id, of: program.name) else {
            throw Refusal(
                .notAllowed,
                "\(email) is no mentor or trainee of \(program.name); join first: meridian trainee join \(program.name) …"
            )
        }
        return person
    }
}
