package import MentoringAPI

extension ArchiveView {
    /// What it means for what was to come, and the outcome.
    package func text(_ outcome: String) -> String {
        (effects.map { Paragraph.of($0) } + [outcome]).joined(separator: "\n")
    }
}
