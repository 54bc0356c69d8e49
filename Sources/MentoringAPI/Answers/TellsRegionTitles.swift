package import Mentoring

/// An answer of one program in which people read of its regions.
package protocol TellsRegionTitles {
    /// What the program calls them; nil where each has the usual title.
    var regionTitles: RegionTitles? { get set }
}

extension TellsRegionTitles {
    /// The same answer with what its program calls its regions.
    package func calling(_ titles: RegionTitles) -> Self {
        var answer = self
        answer.regionTitles = titles.ifAny
        return answer
    }
}
