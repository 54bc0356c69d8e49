import Mentoring
package import MentoringAPI

extension TermsView {
    /// What is another than before, field by field, and what that does; `next` are the commands that plan again.
    package func text(next: [String] = []) -> String {
        let fields = changes.map { "\($0.what): \(OneLine.shown($0.before)) → \(OneLine.shown($0.after))" }
        let lines = effects.map { effect in
            Paragraph.of("\(effect.session ?? effect.program): \(effect.what)")
        }
        let outcome =
            changes.isEmpty ? "that is so already" : done ? "done" : Preview.outcome()
        return (fields + lines + [outcome] + (done ? next.map { "next: \($0)" } : [])).joined(separator: "\n")
    }
}
