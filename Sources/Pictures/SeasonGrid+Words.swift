import Mentoring
import MentoringAPI
public import TimeZoneCatalog

extension SeasonGrid {
    /// `all 24 in your day`, `3 in your day, 20 at its edge, 1 in your night`; nil where nothing is planned.
    public func summary(of region: Region) -> String? {
        let tally = tally(of: region)
        let parts = Hours.allCases.compactMap { hours in tally[hours].map { (hours, $0) } }
        guard let (hours, count) = parts.first else { return nil }
        if parts.count == 1 { return count == 1 ? "one, \(hours.inWords)" : "all \(count) \(hours.inWords)" }
        return parts.enumerated().map { index, part in
            "\(part.1) \(part.0 == .edge && index > 0 ? "at its edge" : part.0.inWords)"
        }.joined(separator: ", ")
    }

    /// `weeks 10–11, feature freeze`: the frozen weeks of a region, each reason once.
    func frozen(in region: Region) -> [String] {
        let frozen = weeks.flatMap { week in
            week.turns.filter { $0.region == region }.compactMap { turn in turn.freeze.map { (week.number, $0) } }
        }
        return Dictionary(grouping: frozen, by: \.1).mapValues { $0.map(\.0).consecutiveRuns }
            .sorted { ($0.value[0].lowerBound, $0.key) < ($1.value[0].lowerBound, $1.key) }
            .map { reason, runs in
                let words = runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
                let isOne = runs.count == 1 && runs[0].count == 1
                return "\(isOne ? "week" : "weeks") \(words.joined(separator: ", ")), \(reason)"
            }
    }

    /// When the viewer's clocks are changed in the season.
    public var clockChanges: [ClockChange] { weeks.flatMap(\.clockChanges) }
}
