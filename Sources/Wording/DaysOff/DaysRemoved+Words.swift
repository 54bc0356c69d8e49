import Mentoring
package import MentoringAPI

extension FreezeRemoved {
    /// That the days are frozen no more, and what becomes of meetings that were postponed by them.
    package var text: String {
        let titles: RegionTitles? = nil
        let place = regions.isEmpty ? "all regions" : titles.words(regions)
        let freeze = Layout.current.isOnPage ? "the freeze" : "freeze \(removed)"
        let said = "\(freeze) of \(When.days(from, to)), \(place), is removed: \(OneLine.shown(reason))"
        return
            ([said, "on those of its days that are still to come the next plan may hold sessions"] + (remarks ?? []))
            .joined(separator: "\n")
    }
}

extension AwayRemoved {
    /// That somebody is there again.
    package var text: String {
        let absence = Layout.current.isOnPage ? "the absence" : "absence \(removed)"
        let whose = isOwn == true ? "" : name.map { " of \(OneLine.shown($0))" } ?? ""
        return "\(absence)\(whose)\(program.map { " in \($0)" } ?? "") is removed: \(When.days(from, to))"
    }
}
