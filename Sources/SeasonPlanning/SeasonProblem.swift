import CivilTime
package import Mentoring
package import Rotation
package import TimeZoneCatalog

/// A season as a problem for the planner, and what its parts stand for.
package struct SeasonProblem {
    package let problem: Rotation.Problem
    package let turns: [Turn]
    package let offers: [String: Offer]
    /// The times of slots in a turn's week at which their mentors cannot lead it.
    package let hindered: [Turn: [HinderedTime]]
    package let carry: [Identifier<Person>: Int]

    /// The same season as a problem whose changes are bounded, or not.
    init(_ season: SeasonProblem, as problem: Rotation.Problem) {
        self.problem = problem
        (turns, offers, hindered, carry) = (season.turns, season.offers, season.hindered, season.carry)
    }

    /// Builds the problem: turns become demands, offers become slots, standing sessions become announced assignments.
    ///
    /// Of one turn all that would have been on offer may be wanted, however short the notice is now.
    package init(
        _ facts: SeasonFacts, lookingBackAt turn: Turn? = nil, zones: TimeZoneCatalog,
        recurrence: any RecurrenceExpanding
    ) throws {
        let turns = facts.turns()
        let standing = turns.compactMap { facts.sessions[$0] }.filter { facts.stands($0) }
        let survey = try facts.survey(lookingBackAt: turn, zones: zones, recurrence: recurrence)
        hindered = survey.hindered
        let offers =
            survey.offers
            + (try standing.map { Offer(of: $0, rules: try zones.rules(for: $0.zone)) })
        let carry = facts.carry
        self.turns = turns
        self.carry = carry
        self.offers = Dictionary(uniqueKeysWithValues: offers.map { ($0.id, $0) })
        problem = try Rotation.Problem(
            id: "\(facts.program.name) \(facts.program.season.start)",
            weeks: (1...facts.program.season.weeks).map {
                Rotation.Week(monday: facts.program.season.monday(ofWeek: $0).epochDay)
            },
            // A mentor's own region may be one in which this season does not meet.
            regions: Set(facts.program.regions + facts.mentors.map(\.region)).map(\.rawValue),
            programs: [facts.program.name],
            demands: turns.map {
                Rotation.Demand(
                    id: Self.id($0), program: facts.program.name, week: $0.week - 1, region: $0.region.rawValue)
            },
            mentors: facts.mentors.map { Self.mentor($0, facts, turns: turns, carry: carry) },
            slots: offers.map(Self.slot),
            attendees: facts.trainees.map {
                Rotation.Attendee(
                    id: "\($0.id)", zone: $0.shownZone.name, programs: [facts.program.name],
                    weeks: 0...facts.program.season.weeks - 1)
            },
            zones: try Self.offsets(of: facts.trainees.map(\.shownZone), over: offers, now: facts.now, zones: zones),
            previous: Self.previous(facts, turns: turns, offers), limitsBindAnnounced: false)
    }

    /// The name of a turn in the problem; its order is the order of weeks.
    package static func id(_ turn: Turn) -> String { "w\(String(turn.week).zeroPadded(to: 2))/\(turn.region.rawValue)" }

    private static func mentor(
        _ mentor: Mentor, _ facts: SeasonFacts, turns: [Turn], carry: [Identifier<Person>: Int]
    ) -> Rotation.Leader {
        let demands = turns.count { $0.region == mentor.region }
        let weights = facts.mentors.filter { $0.region == mentor.region }.map(\.weight).reduce(0, +)
        let fairShare = (demands * mentor.weight + weights - 1) / weights
        return Rotation.Leader(
            id: "\(mentor.person.id)", region: mentor.region.rawValue, programs: [facts.program.name],
            weight: mentor.weight, carry: carry[mentor.person.id] ?? 0, minGap: mentor.minGapWeeks,
            preferredGap: 2 * mentor.minGapWeeks, maxPerMonth: mentor.maxPerMonth,
            daysElsewhere: (facts.engagements[mentor.person.id] ?? []).filter(\.leads).map(
                \.session.localStart.date.epochDay),
            cap: fairShare + 1)
    }

    private static func slot(_ offer: Offer) -> Rotation.Slot {
        Rotation.Slot(
            id: offer.id, mentor: "\(offer.mentor)", week: offer.week - 1,
            start: Int(offer.local.instant.secondsSinceEpoch) / 60, minutes: offer.minutes,
            offset: offer.local.offset.seconds / 60, preference: offer.preference)
    }

    private static func offsets(
        of attendees: [TimeZoneID], over offers: [Offer], now: Instant, zones: TimeZoneCatalog
    ) throws -> [Rotation.ZoneOffsets] {
        let instants = offers.map(\.local.instant)
        let (first, last) = (instants.min() ?? now, instants.max() ?? now)
        return try Set(attendees).sorted().map { zone in
            let rules = try zones.rules(for: zone)
            let later = rules.transitions(from: first.adding(seconds: 1), to: last.adding(seconds: 86_400))
            return Rotation.ZoneOffsets(
                zone: zone.name,
                changes: [change(at: first, rules.offset(at: first))]
                    + later.map { change(at: $0.instant, $0.after.offset) })
        }
    }

    private static func change(at instant: Instant, _ offset: UTCOffset) -> Rotation.ZoneOffsets.Change {
        .init(start: Int(instant.secondsSinceEpoch) / 60, offset: offset.seconds / 60)
    }

    /// What was planned before: standing sessions are announced, tentative ones are to change as little as can be.
    ///
    /// A slot that was withdrawn and published again is another with the same hours: what was planned at one of them is kept.
    private static func previous(
        _ facts: SeasonFacts, turns: [Turn], _ offers: [Offer]
    ) -> [Rotation.PreviousAssignment]? {
        let ids = Set(offers.map(\.id))
        let same = Dictionary(
            offers.map { (Hour(mentor: $0.mentor, zone: $0.local.zone, local: $0.local.local), $0.id) },
            uniquingKeysWith: min)
        let previous = turns.compactMap { turn -> Rotation.PreviousAssignment? in
            guard let session = facts.sessions[turn] else { return nil }
            if facts.stands(session) {
                return .init(demand: id(turn), slot: "standing \(session.code)", announced: true)
            }
            guard session.status == .tentative else { return nil }
            let own = session.slot.map { Offer.id($0, session.localStart) }
            let hour = Hour(mentor: session.mentor.id, zone: session.zone, local: session.localStart)
            guard let slot = own.flatMap({ ids.contains($0) ? $0 : nil }) ?? same[hour] ?? own else { return nil }
            return .init(demand: id(turn), slot: slot, announced: false)
        }
        return previous.isEmpty ? nil : previous
    }

    /// An hour of a mentor, whichever slot has it.
    private struct Hour: Hashable {
        let mentor: Identifier<Person>
        let zone: TimeZoneID
        let local: LocalDateTime
    }
}
