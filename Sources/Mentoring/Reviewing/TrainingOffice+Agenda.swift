import CivilTime
import TimeZoneCatalog

extension TrainingOffice {
    /// A program's reviews, best first: for those enrolled in a session and its mentor, or for all of the program's trainees.
    func rankedReviews(
        of program: Program.Name, for session: Session?, at now: Instant, in books: any StoreReading
    ) throws -> [RankedReview] {
        let sessions = try books.sessions(of: program, by: zones)
        let ranking = ReviewRanking(
            audience: Set(
                try session.map { try books.enrollments(in: $0.id).filter { $0.state == .enrolled }.map(\.person.id) }
                    ?? books.trainees(of: program).map(\.id)),
            audienceName: session == nil ? "trainees" : "enrolled",
            covered: try coveredAreas(in: sessions.filter { $0.end <= now }, in: books),
            mentor: try session.flatMap { session in
                try books.mentors(of: program).first { $0.person.id == session.mentor.id }
            },
            now: now)
        let picked = Set(sessions.filter { $0.status != .cancelled }.compactMap(\.pick?.review.id))
        let facts = try books.changeFacts(of: program)
        return try books.reviews(of: program).map { review in
            let votes = try books.votes(for: review.id)
            return RankedReview(
                review: review, votes: votes, standing: ranking.standing(of: review, votes: votes),
                isPicked: picked.contains(review.id), facts: facts[review.id])
        }.sorted(by: RankedReview.precedes)
    }

    /// Who was seen in a session about a change in which area, as a trainee's progress counts it.
    private func coveredAreas(
        in past: [Session], in books: any StoreReading
    ) throws -> [Program.Area: Set<Identifier<Person>>] {
        var covered: [Program.Area: Set<Identifier<Person>>] = [:]
        for session in past where session.status == .announced || session.status == .held {
            guard let area = session.pick?.review.area else { continue }
            let present = try books.attendance(in: session.id).filter(\.tookPart).map(\.person.id)
            covered[area, default: []].formUnion(present)
        }
        return covered
    }
}
