package import Mentoring
package import MentoringAPI

extension FreezeView {
    package func text(calling titles: RegionTitles?) -> String {
        ([
            "freeze \(id)\(wasKnown == true ? " was there already" : ""): \(When.days(from, to)), \(regions(calling: titles)): \(OneLine.shown(reason))"
        ]
            + (remarks ?? []).map { "it \($0)" })
            .joined(separator: "\n")
    }

    /// Where it holds.
    package func regions(calling titles: RegionTitles?) -> String {
        regions.isEmpty ? "all regions" : titles.words(regions)
    }
}
