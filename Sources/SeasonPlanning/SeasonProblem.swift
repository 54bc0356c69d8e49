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
            attendees: facts.audience.map { zone, heads in
                Rotation.Attendee(
                    id: zone.name, zone: zone.name, programs: [facts.program.name],
                    weeks: 0...facts.program.season.weeks - 1, heads: heads)
            },
            zones: try Self.offsets(of: facts.audience.keys.sorted(), over: offers, now: facts.now, zones: zones),
            previous: Self.previous(facts, turns: turns, among: offers), limitsBindAnnounced: false)
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
        of clocks: [TimeZoneID], over offers: [Offer], now: Instant, zones: TimeZoneCatalog
    ) throws -> [Rotation.ZoneOffsets] {
        let instants = offers.map(\.local.instant)
        let (first, last) = (instants.min() ?? now, instants.max() ?? now)
        return try clocks.map { zone in
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
    /// A tentative one has the time of its mentor that is on offer still, whichever slot offers it now.
    private static func previous(
        _ facts: SeasonFacts, turns: [Turn], among offers: [Offer]
    ) -> [Rotation.PreviousAssignment]? {
        let offered = Dictionary(grouping: offers, by: \.week)
        let previous = turns.compactMap { turn -> Rotation.PreviousAssignment? in
            guard let session = facts.sessions[turn] else { return nil }
            if facts.stands(session) {
                return .init(demand: id(turn), slot: "standing \(session.code)", announced: true)
            }
            guard session.status == .tentative else { return nil }
            let alike = offered[turn.week, default: []].filter { $0.isTime(of: session) }
            let offer = alike.first { $0.slot == session.slot } ?? alike.min { $0.id < $1.id }
            return offer.map { .init(demand: id(turn), slot: $0.id, announced: false) }
        }
        return previous.isEmpty ? nil : previous
    }
}
