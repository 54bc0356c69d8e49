import Mentoring
package import MentoringAPI

extension FetchedChange {
    /// What asking came to, a row each.
    package static func table(of fetched: [FetchedChange]) -> String {
        guard !fetched.isEmpty else { return "no review is open" }
        var table = Table([
            .init(title: "Review", alignedRight: true), .init(title: "Outcome"), .init(title: "State"),
            .init(title: "Title", wraps: true), .init(title: "Remarks", wraps: true),
        ])
        for review in fetched {
            table.add([
                "\(review.id)", review.outcome.rawValue, review.change?.state.rawValue ?? "",
                OneLine.shown(review.change?.title ?? review.url), OneLine.shown(review.remarks),
            ])
        }
        return table.text()
    }

    private var remarks: String {
        let size = change?.size.map { [$0] } ?? []
        return ([detail].compactMap(\.self) + size + told.map { "told the mentor of \($0)" }).joined(separator: "; ")
    }
}
