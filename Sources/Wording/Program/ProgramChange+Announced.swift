import Mentoring
package import MentoringAPI

extension ProgramChange {
    /// What the next plan does to announced sessions after a file was applied: it changes these.
    package static func changesAnnounced(_ codes: [String]) -> String {
        let sessions = codes.count == 1 ? "1 announced session" : "\(codes.count) announced sessions"
        return "the next plan changes \(sessions), and tells those concerned: \(codes.named)"
    }

    /// It leaves all so many as they are.
    package static func leavesAnnounced(_ count: Int) -> String {
        count == 1
            ? "the next plan leaves the announced session as it is"
            : "the next plan leaves all \(count) announced sessions as they are"
    }
}
