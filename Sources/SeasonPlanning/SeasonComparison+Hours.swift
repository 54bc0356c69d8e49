import CivilTime
import Mentoring
import Rotation
import TimeZoneCatalog

extension SeasonComparison {
    /// Whose hours would be worse: those of the turn's own week if any are.
    package var misery: String {
        let weeks = [turn.week] + (1...facts.program.season.weeks).filter { $0 != turn.week }
        for week in weeks {
            let worse = zonesWorseOff(in: week)
            guard let first = worse.first else { continue }
            return clause(first, in: week)
                + (worse.count > 1 ? ", and \(worse.dropFirst().map(\.heads).reduce(0, +)) more fare worse" : "")
        }
        return "the hours would be worse for the trainees"
    }

    /// Whose hours over the whole season would be worse than anybody's are now.
    package var painmax: String {
        let pains = Set(facts.trainees.map(\.shownZone)).sorted().map { zone in
            (zone: zone, pain: pain(of: zone, in: otherwise), before: pain(of: zone, in: plan.offers))
        }
        guard let worst = pains.max(by: { $0.pain < $1.pain }) else { return "the hours would be worse for somebody" }
        return
            "whoever has the hardest hours would have them harder: trainees in \(worst.zone.city) "
            + "\(worst.pain.counted("point")) instead of \(worst.before) over the season (1 for the edge of the day, 4 for the night or none)"
    }

    /// Trainees of one zone whose best session of a week would be worse.
    private struct WorseOff {
        let zone: TimeZoneID
        let heads: Int
        let before: Offer?
        let after: Offer?
    }

    private func zonesWorseOff(in week: Int) -> [WorseOff] {
        let heads = Dictionary(facts.trainees.map { ($0.shownZone, 1) }, uniquingKeysWith: +)
        return heads.map { zone, count in
            WorseOff(
                zone: zone, heads: count, before: best(for: zone, in: week, of: plan.offers),
                after: best(for: zone, in: week, of: otherwise))
        }
        .filter { cost($0.before, in: $0.zone) < cost($0.after, in: $0.zone) }
        .sorted { ($1.heads, $0.zone) < ($0.heads, $1.zone) }
    }

    private func clause(_ worse: WorseOff, in week: Int) -> String {
        let who = "\(worse.heads.counted("trainee")) in \(worse.zone.city)"
        let isOwn = worse.after.map { $0 == otherwise[turn] } ?? false
        let verb = worse.heads == 1 ? "has" : "have"
        let before = worse.before.flatMap { time($0, in: worse.zone) } ?? "none"
        guard let after = worse.after.flatMap({ time($0, in: worse.zone) }) else {
            return "in week \(week) \(who), who now \(verb) \(before), would have no session"
        }
        return isOwn
            ? "their session would begin at \(after) for \(who), who \(verb) \(before) now"
            : "in week \(week) the best session for \(who) would begin at \(after), not at \(before)"
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

    private func time(_ offer: Offer, in zone: TimeZoneID) -> String? {
        guard let rules = try? zones.rules(for: zone) else { return nil }
        return "\(rules.local(at: offer.local.instant).time)"
    }
}
