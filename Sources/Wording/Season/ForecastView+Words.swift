package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension ForecastView.ClockChange {
    /// `Sun 28 Mar 2027: +60 minutes in Berlin, Madrid`.
    package var inWords: String {
        let cities = zones.map(\.city).joined(separator: ", ")
        return "\(When.dayAndYear(date)): \(When.change(minutes: minutes)) in \(cities)"
    }
}

extension ForecastView.Fragile {
    /// That a region has nobody without one mentor, and in which weeks.
    package func inWords(calling titles: RegionTitles?) -> String {
        let which =
            weeks.consecutiveRuns.count <= 4
            ? Paragraph.weeks(weeks) : "up to \(longestRun) in a row from week \(weeks[0]) on"
        let count = weeks.count.counted("week")
        return "without \(mentor), \(titles[region]) has nobody for \(count) (\(which))"
    }
}
