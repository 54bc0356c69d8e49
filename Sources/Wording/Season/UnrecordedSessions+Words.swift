import Mentoring
package import MentoringAPI

extension UnrecordedSessions {
    /// Of how many sessions nobody recorded who came, from which to which, and how that is done.
    package var inWords: String {
        let which = first == last ? first : "\(first) to \(last)"
        return "who came to \(count.counted("session")) of the season \(season) is not recorded, \(which): "
            + "meridian attend SESSION …"
    }
}
