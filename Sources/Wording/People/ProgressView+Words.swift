import Mentoring
package import MentoringAPI

extension ProgressView {
    /// What was done so far: `3 sessions (1 of them asynchronously), 2 reviews discussed, areas api and db, 1 session co-led`.
    package var standing: String {
        let asynchronously = asynchronous == 0 ? "" : " (\(asynchronous) of them asynchronously)"
        return [
            "\(sessions) \(sessions == 1 ? "session" : "sessions")\(asynchronously)",
            "\(discussed) \(discussed == 1 ? "review" : "reviews") discussed",
            areas.isEmpty
                ? "no area yet" : "\(areas.count == 1 ? "area" : "areas") \(areas.inWords(joinedBy: "and"))",
            "\(coLed) \(coLed == 1 ? "session" : "sessions") co-led",
        ].joined(separator: ", ")
    }
}

extension ProgressView.StageView {
    /// What is missing to reach it, or that it is reached.
    package var words: String { missing.map { "\($0) to go" } ?? "reached" }
}

extension [Stage.Goal] {
    /// What coming to a session does for whoever does.
    package var credit: String { "counts for \(inWords)" }

    /// What a session counts for: `sessions, reviews discussed and areas`.
    package var inWords: String {
        map { $0 == .discussed ? "reviews discussed" : $0 == .coLed ? "sessions co-led" : $0.rawValue }
            .inWords(joinedBy: "and")
    }
}
