package import CivilTime
package import MentoringAPI

extension SessionView {
    /// Until when a seat that came by promotion is to be confirmed, and with which command; nil when there is nothing to confirm.
    package func confirming(in rules: ZoneRules) -> String? {
        guard let by = yours?.confirmBy else { return nil }
        return "by \(When.dayAndTime(rules.local(at: by))) \(rules.id): meridian enroll \(code)"
    }
}
