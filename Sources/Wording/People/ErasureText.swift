package import CivilTime
import Mentoring
package import MentoringAPI

extension ErasureView {
    /// Each effect on each person, what is forgotten, and what is to be done about files; `next` are the commands that give what they
    /// led to others.
    package func text(next: [String] = []) -> String {
        let lines = effects.map { effect in
            Paragraph.of(
                "\(effect.person), \(effect.program): \(effect.what)\(effect.session.map { " (\($0))" } ?? "")")
        }
        let files = listedIn.map { program in
            Paragraph.of(
                "the file of \(program) still has an entry: an organizer is to take it out, or it enters somebody new when it is applied"
            )
        }
        let outcome = done ? "erased; \(People.told(told))" : "\(Preview.nothing); \(People.told(told)) if it is done"
        let warning = done ? [] : ["this cannot be undone"]
        let advice = done ? next.map { "next: \($0)" } : []
        return (lines + besides.map { Paragraph.of($0) } + files + warning + [outcome] + advice)
            .joined(separator: "\n")
    }
}

extension ErasureView: Worded {
    package func words(on clock: ZoneRules) -> String { text() }
}

extension DueErasure {
    /// Who came back, and what is to be done so that they are erased again.
    package var text: String {
        let came = "\(person) was erased, came back with a restore, and"
        guard let hindrance else {
            return "\(came) is erased again by the next round of meridian serve, or by meridian outbox send"
        }
        return "\(came) cannot be erased again: \(hindrance). Once that is mended the running server does it, "
            + "or meridian outbox send"
    }
}
