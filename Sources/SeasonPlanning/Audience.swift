import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

/// The trainees of a program by their clocks, and how humane a season's hours are to them.
struct Audience {
    private let people: [TimeZoneID: Int]
    private let rules: [TimeZoneID: ZoneRules]
    private let zones: TimeZoneCatalog

    /// So many who live by each clock.
    init(_ people: [TimeZoneID: Int], zones: TimeZoneCatalog) throws {
        self.people = people
        rules = Dictionary(uniqueKeysWithValues: try people.keys.map { ($0, try zones.rules(for: $0)) })
        self.zones = zones
    }

    /// To how many of them a session is how humane.
    package func tally(of session: SeasonPlan.Lead) -> HumaneTally {
        tally(from: session.start, minutes: session.minutes)
    }

    /// To how many of them what begins then, and is so long, is how humane.
    package func tally(from start: Instant, minutes: Int) -> HumaneTally {
        people.reduce(into: HumaneTally()) { tally, living in
            guard let rules = rules[living.key] else { return }
            tally.count(Hours(of: start, minutes: minutes, in: rules), living.value)
        }
    }

    /// Everybody's weeks by the best session of each, as far as a week has a turn: what the planner calls misery is the
    /// edges and four times what is worse.
    package func weeks(of outcomes: [Turn: SeasonPlan.Outcome]) -> HumaneTally {
        shares(of: outcomes).filter { $0.zone == nil }.map(\.weeks).reduce(HumaneTally(), +)
    }

    /// The same by the regions in which they live, each followed by its zones.
    package func shares(of outcomes: [Turn: SeasonPlan.Outcome]) -> [SeasonReportView.HumaneShare] {
        let weeks = Dictionary(grouping: outcomes.filter(\.value.wantsSession), by: \.key.week).mapValues {
            $0.compactMap(\.value.lead)
        }
        let byZone = people.keys.sorted().compactMap { zone -> SeasonReportView.HumaneShare? in
            guard let rules = rules[zone], let heads = people[zone] else { return nil }
            var tally = HumaneTally()
            for sessions in weeks.values { tally.count(sessions.map { $0.hours(in: rules) }.min(by: <), heads) }
            return .init(region: zones.region(of: zone), zone: zone, people: heads, weeks: tally)
        }
        return Region.allCases.flatMap { region -> [SeasonReportView.HumaneShare] in
            let living = byZone.filter { $0.region == region }
            guard !living.isEmpty else { return [] }
            let whole = SeasonReportView.HumaneShare(
                region: region, zone: nil, people: living.map(\.people).reduce(0, +),
                weeks: living.map(\.weeks).reduce(HumaneTally(), +))
            return [whole] + living
        }
    }
}

extension SeasonPlan.Outcome {
    /// The session, where there is one.
    package var lead: SeasonPlan.Lead? {
        guard case .covered(let lead) = self else { return nil }
        return lead
    }

    /// Whether it is, or ought to be, covered.
    fileprivate var wantsSession: Bool {
        switch self {
        case .covered, .uncovered: true
        case .frozen, .calledOff: false
        }
    }
}

extension SeasonPlan.Lead {
    fileprivate func hours(in rules: ZoneRules) -> Hours { Hours(of: start, minutes: minutes, in: rules) }
}

extension HumaneTally {
    fileprivate mutating func count(_ hours: Hours?, _ heads: Int) {
        switch hours {
        case .humane: humane += heads
        case .edge: edge += heads
        case .night: night += heads
        case nil: none += heads
        }
    }

    /// Adds two counts up.
    package static func + (left: HumaneTally, right: HumaneTally) -> HumaneTally {
        HumaneTally(
            humane: left.humane + right.humane, edge: left.edge + right.edge, night: left.night + right.night,
            none: left.none + right.none)
    }
}

extension Hours {
    /// The more humane first.
    fileprivate static func < (left: Hours, right: Hours) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .humane: 0
        case .edge: 1
        case .night: 2
        }
    }
}
