package import Mentoring
package import MentoringAPI

extension FreezeView {
    package func text(calling titles: RegionTitles?) -> String {
        let known = wasKnown == true ? " was there already" : ""
        let line = "\(title)\(known): \(When.days(from, to)), \(regions(calling: titles)): \(OneLine.shown(reason))"
        return ([line] + Self.lines(on: sessions ?? []) + (remarks ?? []).map { "it \($0)" }).joined(separator: "\n")
    }

    /// What it does where it was there already, for another reason than was given.
    package static func keepsReason(_ id: Identifier<Freeze>) -> String {
        "keeps its reason; to give it another, remove it first: meridian freeze remove \(id)"
    }

    /// `freeze 3`; on a page, where no number is asked for, and beforehand, when there is none yet, `freeze`.
    var title: String { Layout.current.isOnPage ? "freeze" : "freeze \(id)" }

    /// What lies on frozen days, to attend to; nothing where nothing does.
    static func lines(on sessions: [String]) -> [String] {
        sessions.isEmpty
            ? [] : ["! on it: \(sessions.joined(separator: ", ")); the next plan leaves none of it so"]
    }

    /// Where it holds.
    package func regions(calling titles: RegionTitles?) -> String {
        regions.isEmpty ? "all regions" : titles.words(regions)
    }
}
