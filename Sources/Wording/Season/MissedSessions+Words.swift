import Mentoring
package import MentoringAPI

extension MissedSessions {
    /// How many were missed, from which to which, and what to do so that no more are, while there can be more.
    package var inWords: String {
        let which = first == last ? first : "\(first) to \(last)"
        let weeks = dutyWeeks == 1 ? "1 week of a duty" : "\(dutyWeeks) weeks of duties"
        let things = (count > 0 ? [count.counted("session")] : []) + (dutyWeeks > 0 ? [weeks] : [])
        let advice =
            seasonIsOver
            ? "the season is over"
            : "so that no more are missed, keep meridian serve running, which announces every day, or run every week: "
                + "meridian plan \(program) --publish"
        let outcome =
            dutyWeeks == 0
            ? ", and \(count == 1 ? "was" : "were") not held" : count == 0 ? "" : "; the sessions were not held"
        return "\(things.joined(separator: " and ")) passed without ever being announced, \(which)\(outcome); \(advice)"
    }
}
