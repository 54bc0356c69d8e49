package import MentoringAPI

extension SeasonEnrollment {
    /// Their places in the sessions of a region, by its title, in a season, and what is not among them; with a calendar's address where others
    /// reach it.
    package func text(of region: String, in program: String, feed: String?) -> String {
        let planned = sessions.count + leftOut.count
        let without = leftOut.isEmpty ? "" : ", \(leftOut.count) of them without you"
        return
            ([
                "you are enrolled in the sessions of \(region) in \(program) for the season; \(planned) \(planned == 1 ? "is" : "are") planned\(without)"
            ]
            + EnrollmentResult.table(of: sessions) + leftOut.map { Paragraph.of("not among them: \($0.reason)") }
            + EnrollmentResult.calendar(feed)).joined(separator: "\n")
    }
}

extension LeaveResult {
    /// That a place in all sessions of a region, by its title, is given up, and what was left by it.
    package static func text(of left: [Self], in region: String, of program: String) -> String {
        (["you are no longer enrolled in all sessions of \(region) in \(program)"] + left.map(\.line))
            .joined(separator: "\n")
    }
}
