package import CivilTime

/// Which review is worth most to those who will read it together.
///
/// A review's points are whole numbers:
/// - 2 for each vote;
/// - 0 to 4 for how many of the audience have not covered its area: four times their share, rounded down;
/// - 2 when the session's mentor knows its area;
/// - 1 for each full week since it was proposed, up to 4.
///
/// So two votes weigh as much as an area that is new to everybody, and whatever waits gets its turn. Equal points go by votes, then
/// by age.
package struct ReviewRanking {
    /// Those who will read it.
    package let audience: Set<Identifier<Person>>
    /// What they are called: `enrolled` in a session, `trainees` of a program.
    package let audienceName: String
    /// Who of everybody has read a change in which area.
    package let covered: [Program.Area: Set<Identifier<Person>>]
    /// The session's mentor, when it is about one session.
    package let mentor: Mentor?
    package let now: Instant

    package init(
        audience: Set<Identifier<Person>>, audienceName: String, covered: [Program.Area: Set<Identifier<Person>>],
        mentor: Mentor?, now: Instant
    ) {
        self.audience = audience
        self.audienceName = audienceName
        self.covered = covered
        self.mentor = mentor
        self.now = now
    }

    /// What a review is worth.
    package func standing(of review: Review, votes: Int) -> ReviewStanding {
        var points = 2 * votes
        var reasons = [votes == 1 ? "1 vote" : "\(votes) votes"]
        if let area = review.area {
            let newcomers = audience.subtracting(covered[area] ?? []).count
            if !audience.isEmpty {
                points += 4 * newcomers / audience.count
                reasons.append(
                    newcomers == 0
                        ? "all \(audience.count) \(audienceName) have covered \(area)"
                        : "\(newcomers) of \(audience.count) \(audienceName) \(newcomers == 1 ? "has" : "have") not covered \(area)"
                )
            }
            if let mentor, mentor.knows.contains(area) {
                points += 2
                reasons.append("\(mentor.person.name) knows \(area)")
            }
        }
        let weeks = Int(max(0, now.seconds(since: review.proposed)) / (7 * 86_400))
        points += min(4, weeks)
        if weeks > 0 { reasons.append(weeks == 1 ? "waits for 1 week" : "waits for \(weeks) weeks") }
        return ReviewStanding(points: points, why: reasons.joined(separator: ", "))
    }
}

/// What a review is worth, and why in words.
package struct ReviewStanding: Hashable {
    package let points: Int
    package let why: String
}

/// A review with all that decides its place in the list.
package struct RankedReview {
    package let review: Review
    package let votes: Int
    package let standing: ReviewStanding
    /// Whether a session is about it.
    package let isPicked: Bool
    /// What its server said of it, when it was asked.
    package let facts: ChangeFacts?

    package init(review: Review, votes: Int, standing: ReviewStanding, isPicked: Bool, facts: ChangeFacts?) {
        self.review = review
        self.votes = votes
        self.standing = standing
        self.isPicked = isPicked
        self.facts = facts
    }

    /// Whether it may stand in for a pick: no session is about it yet, and it is still under review as far as is known.
    package var isAvailable: Bool { !isPicked && (facts?.state ?? .open) == .open }

    /// Those to choose from come first; then points, votes and age decide.
    package static func precedes(_ one: RankedReview, _ other: RankedReview) -> Bool {
        guard one.isAvailable == other.isAvailable else { return one.isAvailable }
        return (other.standing.points, other.votes, one.review.proposed, one.review.id.rawValue)
            < (one.standing.points, one.votes, other.review.proposed, other.review.id.rawValue)
    }
}
