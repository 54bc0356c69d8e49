package import MentoringAPI

extension LeaveResult {
    /// What was left, and who moves up.
    package var line: String {
        let promotion =
            promoted == 0
            ? "" : "; \(promoted == 1 ? "somebody moves" : "\(promoted) people move") up from the waiting list"
        return "you left \(session)\(promotion)"
    }

    /// That a place in all sessions of a region, by its title, is given up, and what was left by it.
    package static func text(of left: [Self], in region: String, of program: String) -> String {
        (["you are no longer enrolled in all sessions of \(region) in \(program)"] + left.map(\.line))
            .joined(separator: "\n")
    }
}
