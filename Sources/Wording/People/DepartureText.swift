import Mentoring
package import MentoringAPI

extension DepartureView {
    /// Each effect on each person, and what has been done of it; `next` are the commands that give what they led to others.
    package func text(next: [String] = []) -> String {
        let lines = effects.map { effect in
            Paragraph.of("\(effect.person): \(effect.what)\(effect.session.map { " (\($0))" } ?? "")")
        }
        let outcome = done ? "done; \(People.told(told))" : "nothing was changed; \(People.told(told)) if it is done"
        let advice = done ? next.map { "next: \($0)" } : []
        return (lines + [outcome] + advice).joined(separator: "\n")
    }
}
