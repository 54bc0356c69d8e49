import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog
import Wording

extension SeasonWhy {
    /// Why each turn to come has the mentor it has; what stands is not weighed again.
    package func views() throws -> [WhyView] {
        try plan.season.turns.filter { turn in plan.offers[turn].map { $0.local.instant > facts.now } ?? true }
            .map { turn in try view(of: turn, isWeighed: !(facts.sessions[turn].map(facts.stands) ?? false)) }
    }

    /// Who leads a turn and why, and what speaks against the others.
    package func view(of turn: Turn, isWeighed: Bool = true) throws -> WhyView {
        let session = facts.sessions[turn]
        let offer = plan.offers[turn]
        let code = facts.code(of: turn)
        let leader = offer.flatMap { self.leader(of: $0, at: turn) }
        let objections = isWeighed && plan.season.turns.contains(turn) ? try objections(at: turn) : []
        return WhyView(
            session: "\(code)", week: turn.week, region: turn.region, status: session?.status, leader: leader,
            reasons: reasons(for: turn, leader, isWeighed ? objections : nil),
            hours: try offer.map(hours) ?? [],
            objections: objections, noticeHours: facts.program.noticeHours
        ).calling(facts.program.regionTitles)
    }

    private func reasons(for turn: Turn, _ leader: WhyView.Leader?, _ objections: [ObjectionView]?) -> [String] {
        let history = history(of: turn)
        // What became of its session says why nobody leads it.
        let isTold = facts.sessions[turn].map { $0.isCalledOff || facts.wasMissed($0) } ?? false
        return isTold && leader == nil ? history : history + [reason(for: turn, leader, objections)]
    }

    /// What has happened to a turn's session that speaks for itself.
    package func history(of turn: Turn) -> [String] { story(of: turn).map { [$0.text] } ?? [] }

    private func story(of turn: Turn) -> SessionHistory? {
        guard let session = facts.sessions[turn] else { return nil }
        if session.isCalledOff { return .calledOff(session.cancellation) }
        if facts.wasMissed(session) { return .missed }
        guard facts.stands(session) else {
            guard session.status != .cancelled, let offer = plan.offers[turn],
                offer.mentor != session.mentor.id || offer.local.instant != session.start
            else { return nil }
            return .storedOtherwise(mentor: session.mentor.name, session.localStart, session.zone)
        }
        if session.isAgreed { return .agreed(mentor: session.mentor.name) }
        return session.start <= facts.now ? .begun : .announced
    }

    private func reason(for turn: Turn, _ leader: WhyView.Leader?, _ objections: [ObjectionView]?) -> String {
        guard let leader else { return without(turn, .leadsIt) }
        let isOnly =
            objections.map { !$0.contains { $0.level != nil || [.tie, .notLookedAt].contains($0.ground) } } ?? false
        return leader.sentence(
            around: turn.week, nobodyElseOf: isOnly ? facts.program.regionTitles[turn.region] : nil)
    }

    private func leader(of offer: Offer, at turn: Turn) -> WhyView.Leader? {
        guard let mentor = facts.mentors.first(where: { $0.person.id == offer.mentor }) else { return nil }
        return WhyView.Leader(
            mentor: mentor.person.name,
            weeks: weeks(ledBy: mentor.person.id, lookingFrom: turn),
            fairShare: FairShare(facts.mentors, sharing: plan.season.turns, carry: plan.carry).of(mentor),
            carry: plan.carry[mentor.person.id] ?? 0,
            weight: mentor.weight, localStart: offer.local.local, zone: offer.local.zone, start: offer.local.instant)
    }

    /// The weeks that somebody leads: as stored where a session stands, which is told of by what is stored, else as planned now.
    private func weeks(ledBy mentor: Identifier<Person>, lookingFrom turn: Turn) -> [Int] {
        guard facts.sessions[turn].map(facts.stands) == true else {
            return plan.offers.filter { $0.value.mentor == mentor }.map(\.key.week).sorted()
        }
        return facts.sessions.filter { _, session in
            session.mentor.id == mentor && session.status != .cancelled && !facts.wasMissed(session)
        }.map(\.key.week).sorted()
    }

    private func hours(of offer: Offer) throws -> [SlotPublication.RegionalHour] {
        try facts.program.regions.sorted().map {
            try facts.hour(of: $0, from: offer.local.instant, minutes: offer.minutes, by: zones)
        }
    }
}
