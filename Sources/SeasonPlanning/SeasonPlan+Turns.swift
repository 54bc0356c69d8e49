package import CivilTime
package import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

extension SeasonPlan {
    /// A session as far as its hours and its mentor go.
    package struct Lead: Hashable, Sendable {
        package let mentor: Identifier<Person>
        package let person: Person?
        package let start: Instant
        package let minutes: Int
    }

    /// What becomes of a turn.
    package enum Outcome: Hashable, Sendable {
        case covered(Lead)
        case uncovered(String)
        case frozen(String)
        case calledOff(String)
    }

    /// Whether people know already what is planned for a turn.
    func isKnown(at turn: Turn, _ facts: SeasonFacts) -> Bool {
        guard let session = facts.sessions[turn], session.status != .cancelled, let offer = offers[turn] else {
            return false
        }
        return session.mentor.id == offer.mentor && session.start == offer.local.instant
    }

    /// How little of what people know changes.
    var constancy: ObjectionReason.Constancy {
        guard let allowed = price?.allowed, allowed > 0 else { return .least }
        return .atMost(allowed)
    }

    /// What becomes, or became, of every turn of the season.
    ///
    /// What was held counts whoever led it, though they may have left since.
    func outcomes(of facts: SeasonFacts) -> [Turn: Outcome] {
        var outcomes: [Turn: Outcome] = [:]
        for week in 1...facts.program.season.weeks {
            for region in facts.program.regions {
                let turn = Turn(week: week, region: region)
                outcomes[turn] = outcome(of: turn, facts)
            }
        }
        return outcomes
    }

    private func outcome(of turn: Turn, _ facts: SeasonFacts) -> Outcome? {
        let session = facts.sessions[turn]
        if let offer = offers[turn] {
            let person = facts.mentors.first { $0.person.id == offer.mentor }?.person
            return .covered(
                Lead(
                    mentor: offer.mentor, person: person ?? session?.mentor, start: offer.local.instant,
                    minutes: offer.minutes))
        }
        if let session, session.wasLed, session.start <= facts.now {
            return .covered(
                Lead(
                    mentor: session.mentor.id, person: session.mentor, start: session.start, minutes: session.minutes))
        }
        if let session, facts.wasMissed(session) { return .uncovered(whyNotWanted(turn, facts).text) }
        if let session, session.isCalledOff { return .calledOff(session.cancellation ?? UncoveredReason.unsaid) }
        if gaps[turn] != nil { return .uncovered(reason(without: turn, facts: facts).text) }
        switch facts.grid[turn.region, turn.week] {
        case .skipped, .postponed: return .frozen(reason(without: turn, facts: facts).text)
        case .meets, .meetsInstead, .noMeeting: break
        }
        // With one region a week a week that nobody led was nobody's turn.
        guard facts.program.cadence == .everyRegion, facts.isOver(turn.week),
            facts.isMeeting(turn.region, in: turn.week)
        else { return nil }
        let reason = session?.status == .tentative ? UncoveredReason.neverAnnounced.text : session?.cancellation
        return .uncovered(reason ?? UncoveredReason.nobodyLed.text)
    }
}
