package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension PostponedView {
    /// Why a meeting is not held in the week to which it is postponed.
    package static let unled = "nobody can lead it then"

    /// `week 5, Asia, Europe: postponed to week 6 (release)`.
    package func inWords(calling titles: RegionTitles?) -> String {
        "week \(week), \(regions.map { titles[$0] }.joined(separator: ", ")): "
            + (to.map { week in
                (session.map { "held in week \(week), as \($0)" } ?? "postponed to week \(week)") + " (\(reason))"
            } ?? "left out (\(reason))")
    }
}
