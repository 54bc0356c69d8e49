import Mentoring
package import MentoringAPI

extension FreezeImport {
    /// What an organizer reads: what is frozen, in which weeks, what lies on it, and what was left and why.
    package func text(dryRun: Bool) -> String {
        let severalSeasons = Set(taken.flatMap { $0.weeks.map(\.season) }).count > 1
        let lines = taken.flatMap { taken -> [String] in
            let freeze = taken.freeze
            // Numbers are given for good, so a rehearsal's are worth nothing.
            let name =
                freeze.wasKnown == true ? "\(freeze.title) was there already" : dryRun ? "freeze" : freeze.title
            let weeks = taken.weeks.map { $0.words(namingSeason: severalSeasons) }.joined(separator: ", ")
            let reason = OneLine.shown(freeze.reason)
            return [
                "\(name), \(When.days(freeze.from, freeze.to)), \(freeze.regions(calling: regionTitles)): \(reason); \(weeks)"
            ]
                + FreezeView.lines(on: taken.sessions) + (freeze.remarks ?? []).map { "it \($0)" }
        }
        let new = taken.count { $0.freeze.wasKnown != true }
        let summary = "freezes added: \(new) of \(taken.count); entries left: \(left.count)"
        return importReport(lines, left, summary, dryRun: dryRun && new > 0)
    }
}

extension FreezeImport.Week {
    /// `week 12`, `week 13 (2 days)`.
    fileprivate func words(namingSeason: Bool) -> String {
        "week \(week)" + (namingSeason ? " of \(season)" : "") + (days == 7 ? "" : " (\(days.counted("day")))")
    }
}
