extension TraineeProgress {
    /// What a stage still asks for, as in `2 more sessions, 1 more area: scheduler or db`; nil once it is reached.
    public func missingInWords(for stage: Stage) -> String? {
        let parts = missing(for: stage).map { shortfall in
            let count = shortfall.count
            return switch shortfall.goal {
            case .sessions: "\(count) more \(count == 1 ? "session" : "sessions")"
            case .discussed: "\(count) more \(count == 1 ? "review" : "reviews") discussed"
            case .areas: "\(count) more \(count == 1 ? "area" : "areas")\(choice(of: count))"
            case .coLed: "\(count) more \(count == 1 ? "session" : "sessions") co-led"
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The open areas to choose from, as in `: scheduler or db`, ` of api, db and scheduler`, or `: api and db` when it takes all.
    private func choice(of count: Int) -> String {
        if openAreas.count == count { return ": " + openAreas.inWords(joinedBy: "and") }
        return count == 1 ? ": " + openAreas.inWords(joinedBy: "or") : " of " + openAreas.inWords(joinedBy: "and")
    }
}

extension [String] {
    /// `a`, `a or b`, `a, b or c`.
    package func inWords(joinedBy conjunction: String) -> String {
        guard let last, count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }
}
