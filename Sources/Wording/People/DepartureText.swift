import Mentoring
package import MentoringAPI

extension DepartureView {
    /// Each effect on each person, and what has been done of it.
    /// - Parameters:
    ///   - next: the commands that give what they led to others.
    ///   - program: what they have left by their own will, to which they can come back; nil for anything else.
    /// - Returns: lines.
    package func text(next: [String] = [], comingBackTo program: String? = nil) -> String {
        let lines = effects.map { effect in
            Paragraph.of("\(effect.person): \(effect.what)\(effect.session.map { " (\($0))" } ?? "")")
        }
        let outcome = done ? "done; \(People.told(told))" : "\(Preview.nothing); \(People.told(told)) if it is done"
        // Who moves up stays so, so that joining again is no undoing.
        let back = program.map {
            "to come back (without the seats and places that were given up): meridian trainee join \($0) --name … --email … --zone …"
        }
        let advice = done ? next.map { "next: \($0)" } + [back].compactMap(\.self) : []
        return (lines + [outcome] + advice).joined(separator: "\n")
    }
}
