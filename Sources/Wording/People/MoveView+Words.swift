import Mentoring
package import MentoringAPI

extension MoveView {
    /// What a move does, in the order in which it is done, and where its person is then.
    package var text: String {
        let name = OneLine.shown(person)
        let outcome =
            done
            ? end == nil ? "\(name) is at \(new)" : "\(name) is at \(new) once it has proved itself"
            : Preview.outcome("move \(name) to \(new)")
        return (effects.map { Paragraph.of($0) } + [outcome]).joined(separator: "\n")
    }
}
