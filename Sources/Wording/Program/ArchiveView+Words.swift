import Mentoring
package import MentoringAPI

extension ArchiveView {
    /// What it means for what was to come, and whether the program is archived, is open again, or would be archived.
    package func text(isReopened: Bool) -> String {
        text(
            isReopened
                ? "\(program) is open"
                : archived
                    ? "\(program) is archived\nnext, if it is to go on: meridian program archive \(program) --undo"
                    : Preview.outcome("archive it"))
    }

    /// What it means for what was to come, and the outcome.
    package func text(_ outcome: String) -> String {
        (effects.map { Paragraph.of($0) } + [outcome]).joined(separator: "\n")
    }
}
