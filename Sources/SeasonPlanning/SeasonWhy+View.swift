import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

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
    package func history(of turn: Turn) -> [String] {
        guard let session = facts.sessions[turn] else { return [] }
        if session.isCalledOff { return ["it was called off: \(session.cancellation ?? "no reason was given")"] }
        if facts.wasMissed(session) {
            return ["its hour passed before it was announced to anybody, so it was not held"]
        }
        let now = "what was weighed then is not stored, so this is by what is stored now"
        guard facts.stands(session) else {
            guard session.status != .cancelled, let offer = plan.offers[turn],
                offer.mentor != session.mentor.id || offer.local.instant != session.start
            else { return [] }
            return [
                "stored is \(session.mentor.name), \(session.localStart.date) \(session.localStart.time) \(session.zone); "
                    + "this is what planning now would make of it"
            ]
        }
        if session.isAgreed {
            return ["\(session.mentor.name) took it over by agreement of two mentors, which stays; \(now)"]
        }
        return session.start <= facts.now
            ? ["it has begun or is over; \(now)"] : ["it has been announced and stays; \(now)"]
    }

    private func reason(for turn: Turn, _ leader: WhyView.Leader?, _ objections: [ObjectionView]?) -> String {
        guard let leader else { return without(turn, "nobody leads it") }
        let others = leader.weeks.filter { $0 != turn.week }
        let before = others.last { $0 < turn.week }.map { "the last before in week \($0)" }
        let after = others.first { $0 > turn.week }.map { "the next in week \($0)" }
        let around = [before, after].compactMap(\.self).joined(separator: ", ")
        let carry =
            leader.carry == 0
            ? ""
            : ", with \(leader.carry.counted("turn")) more that \(leader.carry == 1 ? "counts" : "count") as led already"
        let share = FairShare.words(leader.fairShare)
        let turns = leader.weeks.count.counted("turn")
        let isOnly =
            objections.map { !$0.contains { $0.level != nil || [.tie, .notLookedAt].contains($0.ground) } } ?? false
        let why = isOnly ? "; nobody else of \(facts.program.regionTitles[turn.region]) could lead it" : ""
        return
            "\(leader.mentor) leads \(turns) this season\(carry), a fair share being \(share) \(share == "1" ? "turn" : "turns")"
            + (around.isEmpty ? "" : "; \(around)") + why
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
