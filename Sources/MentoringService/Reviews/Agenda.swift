import CivilTime
import Mentoring
import TimeZoneCatalog

extension TrainingService {
    /// A program's reviews, best first: for those enrolled in a session and its mentor, or for all of the program's trainees.
    ///
    /// Those count that `isSeen` says; nil means those that everybody sees.
    func rankedReviews(
        of name: Program.Name, for session: Session?, at now: Instant, where isSeen: ((Review) -> Bool)? = nil,
        in transaction: any StoreReading
    ) throws -> [RankedReview] {
        let program = try transaction.requireProgram(name)
        let reviews = try transaction.reviews(of: name).filter { isSeen?($0) ?? $0.isPublic(in: program) }
        return try rank(reviews, of: name, for: session, at: now, in: transaction).sorted(by: RankedReview.precedes)
    }

    /// One review with what decides its place in that list.
    func ranked(
        _ review: Review, for session: Session?, at now: Instant, in transaction: any StoreReading
    ) throws -> RankedReview {
        try rank([review], of: review.program, for: session, at: now, in: transaction)[0]
    }

    private func rank(
        _ reviews: [Review], of program: Program.Name, for session: Session?, at now: Instant,
        in transaction: any StoreReading
    ) throws -> [RankedReview] {
        let sessions = try transaction.sessions(of: program, by: zones)
        let ranking = ReviewRanking(
            audience: Set(
                try session.map {
                    try transaction.enrollments(in: $0.id).filter { $0.state == .enrolled }.map(\.person.id)
                }
                    ?? transaction.trainees(of: program).map(\.id)),
            audienceName: session == nil ? "trainees" : "enrolled",
            covered: try coveredAreas(in: sessions.filter { $0.end <= now }, of: program, transaction),
            mentor: try session.flatMap { session in
                try transaction.mentors(of: program).first { $0.person.id == session.mentor.id }
            },
            now: now)
        let picked = Set(sessions.filter { $0.status != .cancelled }.compactMap(\.pick?.review.id))
        let facts = try transaction.changeFacts(of: program)
        let votes = try transaction.votes(of: program)
        return reviews.map { review in
            let votes = votes[review.id] ?? 0
            return RankedReview(
                review: review, votes: votes, standing: ranking.standing(of: review, votes: votes),
                isPicked: picked.contains(review.id), facts: facts[review.id])
        }
    }

    /// Who was seen in a session about a change in which area, as a trainee's progress counts it.
    private func coveredAreas(
        in past: [Session], of program: Program.Name, _ transaction: any StoreReading
    ) throws -> [Program.Area: Set<Identifier<Person>>] {
        let seen = Dictionary(grouping: try transaction.attendance(of: program).filter(\.tookPart), by: \.session)
        var covered: [Program.Area: Set<Identifier<Person>>] = [:]
        for session in past where session.status == .announced || session.status == .held {
            guard let area = session.pick?.review.area else { continue }
            covered[area, default: []].formUnion((seen[session.id] ?? []).map(\.person.id))
        }
        return covered
    }
}
