import MentoringAPI

extension MissedSessions {
    /// How many were missed, from which to which, and what to do so that no more are, while there can be more.
    var inWords: String {
        let which = count == 1 ? first : "\(first) to \(last)"
        let advice =
            seasonIsOver
            ? "the season is over"
            : "so that no more are missed, keep meridian serve running, which announces every day, or run every week: "
                + "meridian plan \(program) --publish"
        return "\(Paragraph.counted(count, "session")) passed without ever being announced, \(which), and "
            + "\(count == 1 ? "was" : "were") not held; \(advice)"
    }
}
