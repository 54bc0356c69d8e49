import CivilTime
package import Mentoring
package import MentoringAPI

extension FreezeView {
    /// Its days, regions and reason, on a line of its own.
    package func line(calling titles: RegionTitles?) -> String {
        "\(from.inShort) to \(to.inShort)\(regions.isEmpty ? "" : ", \(titles.words(regions))"): \(reason)"
    }
}

extension AwayView {
    /// Its days, and in which program it holds where it does not in all.
    package var days: String { "\(from.inShort) to \(to.inShort)\(program.map { ", in \($0)" } ?? "")" }

    /// The same to whoever is away, on a line of its own, with what they lead then.
    package var line: String { days + (affects.isEmpty ? "" : "; you lead \(affects.joined(separator: ", ")) then") }
}
