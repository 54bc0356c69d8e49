import CivilTime
import Mentoring
import Rotation
import TimeZoneCatalog
import Wording

extension SeasonComparison {
    /// Whose hours would be worse: those of the turn's own week if any are.
    var misery: Loss {
        let weeks = [turn.week] + (1...facts.program.season.weeks).filter { $0 != turn.week }
        for week in weeks {
            let worse = zonesWorseOff(in: week)
            guard let first = worse.first else { continue }
            return .misery(
                WorseHours(
                    heads: first.heads, zone: first.zone, week: week,
                    before: first.before.flatMap { time($0, in: first.zone) },
                    after: first.after.flatMap { time($0, in: first.zone) },
                    isOfTurn: first.after.map { $0 == otherwise[turn] } ?? false,
                    others: worse.dropFirst().map(\.heads).reduce(0, +)))
        }
        return .misery(nil)
    }

    /// Whose hours over the whole season would be worse than anybody's are now.
    var painmax: Loss {
        let pains = facts.audience.keys.sorted().map { zone in
            (zone: zone, pain: pain(of: zone, in: otherwise), before: pain(of: zone, in: plan.offers))
        }
        guard let worst = pains.max(by: { $0.pain < $1.pain }) else { return .somebodysPain }
        return .painmax(zone: worst.zone, points: worst.pain, before: worst.before)
    }

    /// Trainees of one zone whose best session of a week would be worse.
    private struct WorseOff {
        let zone: TimeZoneID
        let heads: Int
        let before: Offer?
        let after: Offer?
    }

    private func zonesWorseOff(in week: Int) -> [WorseOff] {
        facts.audience.map { zone, count in
            WorseOff(
                zone: zone, heads: count, before: best(for: zone, in: week, of: plan.offers),
                after: best(for: zone, in: week, of: otherwise))
        }
        .filter { cost($0.before, in: $0.zone) < cost($0.after, in: $0.zone) }
        .sorted { ($1.heads, $0.zone) < ($0.heads, $1.zone) }
    }

    private func pain(of zone: TimeZoneID, in offers: [Turn: Offer]) -> Int {
        Set(plan.season.turns.map(\.week)).reduce(0) { $0 + cost(best(for: zone, in: $1, of: offers), in: zone) }
    }

    private func best(for zone: TimeZoneID, in week: Int, of offers: [Turn: Offer]) -> Offer? {
        offers.filter { $0.key.week == week }.sorted { $0.key < $1.key }.map(\.value)
            .min { cost($0, in: zone) < cost($1, in: zone) }
    }

    private func cost(_ offer: Offer?, in zone: TimeZoneID) -> Int {
        guard let offer, let rules = try? zones.rules(for: zone) else { return AudienceTiers.standard.nightCost }
        switch Hours(of: offer.local.instant, minutes: offer.minutes, in: rules) {
        case .humane: return 0
        case .edge: return AudienceTiers.standard.edgeCost
        case .night: return AudienceTiers.standard.nightCost
        }
    }

    private func time(_ offer: Offer, in zone: TimeZoneID) -> LocalTime? {
        (try? zones.rules(for: zone))?.local(at: offer.local.instant).time
    }
}
