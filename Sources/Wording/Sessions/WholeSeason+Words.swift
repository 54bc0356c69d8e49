package import MentoringAPI

extension OwnPage.WholeSeason {
    /// Which sessions they are.
    package var subject: String { "\(regionTitle), season \(season)" }

    /// Which they are, and whether somebody is enrolled in all of them.
    package var words: String {
        guard isTheirs else { return subject }
        return "\(subject): you are enrolled in every session"
            + (leftOut.isEmpty ? "." : " but \(leftOut.joined(separator: ", ")).")
    }
}
