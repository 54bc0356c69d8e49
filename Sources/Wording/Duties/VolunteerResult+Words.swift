package import MentoringAPI

extension VolunteerResult {
    /// Whether they take turns, and which weeks are theirs or go to others.
    package var text: String {
        let codes = announced.joined(separator: ", ")
        if isVolunteer {
            return Paragraph.of(
                "you take turns at \(title) from the next plan on\(announced.isEmpty ? "" : "; yours are \(codes)")")
        }
        return Paragraph.of(
            announced.isEmpty
                ? "you take no more turns at \(title)"
                : "you take no more turns at \(title); the next plan gives \(codes) to others, or to nobody where nobody can"
        )
    }
}
