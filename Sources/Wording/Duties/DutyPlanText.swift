import Mentoring
import MentoringAPI

/// A duty's part of a plan: what changes, whose week is which, what is missing, and how the weeks are shared.
struct DutyPlanText {
    let plan: DutyPlanView

    init(_ plan: DutyPlanView) { self.plan = plan }

    var text: String {
        ([headline] + changes + [plan.turns.isEmpty ? "" : DutyTable(plan.turns).text] + weeks)
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Only what changes, the new weeks too; empty where nothing does.
    var changesOnly: String {
        guard plan.isChange else { return "" }
        return ([headline] + plan.changes.map { Paragraph.of($0.inWords) }).joined(separator: "\n")
    }

    private var headline: String {
        let verb = plan.changes.count == 1 ? "changes" : "change"
        let changed = "\(plan.changes.count) of \(plan.turns.count.counted("week")) \(verb)"
        let become = plan.announced == 1 ? "becomes" : "become"
        return Paragraph.of("\(plan.title): \(changed), \(plan.announced) \(become) announced")
    }

    private var changes: [String] {
        plan.changes.filter { $0.kind != .new }.map { Paragraph.of($0.inWords) }
    }

    private var weeks: [String] {
        (plan.uncovered.inWords + [plan.fairness.inWords]).map { Paragraph.of($0) }
    }
}

extension DutyPlanView.Change {
    /// What differs, with what it was.
    fileprivate var inWords: String {
        switch kind {
        case .new: "\(turn) is new, \(to ?? "")"
        case .person: "\(turn) goes to \(to ?? ""), was \(from ?? "")"
        case .dropped: "\(turn) is dropped, was \(from ?? "")"
        }
    }
}

extension [DutyPlanView.Uncovered] {
    /// A line for each reason.
    package var inWords: [String] {
        Dictionary(grouping: self, by: \.reason).sorted { $0.value[0].week < $1.value[0].week }.map { reason, gaps in
            "\(Paragraph.weeks(gaps.map(\.week))), nobody's: \(reason)"
        }
    }
}

extension [DutyPlanView.Share] {
    /// How many weeks each of them has; empty where there is nobody.
    package var inWords: String {
        guard !isEmpty else { return "" }
        let shares = map { share in
            "\(share.volunteer) \(share.turns)\(share.carry > 0 ? " (and \(share.carry) brought along)" : "")"
        }
        return "weeks each: " + shares.joined(separator: ", ")
    }
}
