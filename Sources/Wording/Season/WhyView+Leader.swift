import Mentoring
package import MentoringAPI

extension WhyView.Leader {
    /// How many turns they lead, and which are next to one of a week; with a region's title also that nobody else of it could lead it.
    package func sentence(around week: Int, nobodyElseOf region: String?) -> String {
        let others = weeks.filter { $0 != week }
        let before = others.last { $0 < week }.map { "the last before in week \($0)" }
        let after = others.first { $0 > week }.map { "the next in week \($0)" }
        let around = [before, after].compactMap(\.self).joined(separator: ", ")
        let carried =
            carry == 0
            ? "" : ", with \(carry.counted("turn")) more that \(carry == 1 ? "counts" : "count") as led already"
        let share = fairShare.inTurns
        let why = region.map { "; nobody else of \($0) could lead it" } ?? ""
        return
            "\(mentor) leads \(weeks.count.counted("turn")) this season\(carried), a fair share being \(share) \(share == "1" ? "turn" : "turns")"
            + (around.isEmpty ? "" : "; \(around)") + why
    }
}
