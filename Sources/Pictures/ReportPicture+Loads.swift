import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension ReportPicture {
    /// A bar for what every mentor leads, and a line where it would end if the load were shared exactly by weight.
    struct Loads {
        private let regions: [(region: Region, mentors: [LedgerView.MentorAccount])]
        private let titles: RegionTitles?
        private let most: Double
        private let top: Double

        private static let headHeight = 22.0
        private static let rowHeight = 18.0
        /// Where the bars begin, right of the mentors' names, and how long the longest is, left of the numbers.
        private static let left = 200.0
        private static let length = Layout.width - left - 90

        init(_ mentors: [LedgerView.MentorAccount], regions: [Region], calling titles: RegionTitles?, top: Double) {
            self.titles = titles
            self.regions = regions.map { region in (region, mentors.filter { $0.region == region }) }
                .filter { !$0.mentors.isEmpty }
            most = max(1, mentors.map { max(Double($0.turns), $0.fairShare) }.max() ?? 1)
            self.top = top
        }

        private var rowCount: Int { regions.map { $0.mentors.count }.reduce(0, +) }

        var bottom: Double {
            regions.isEmpty
                ? top : top + Self.headHeight + Double(rowCount) * Self.rowHeight + Double(regions.count) * 6
        }

        var svg: String {
            guard !regions.isEmpty else { return "" }
            var parts = [SVG.text("Turns led; the line is the fair share", "heading", x: Layout.margin, y: top + 10)]
            var y = top + Self.headHeight
            for (region, mentors) in regions {
                parts.append(ReportPicture.label(titles[region], baseline: y + 12, isUsual: titles == nil))
                for mentor in mentors {
                    parts.append(row(mentor, top: y))
                    y += Self.rowHeight
                }
                y += 6
            }
            return parts.joined(separator: "\n")
        }

        private func row(_ mentor: LedgerView.MentorAccount, top: Double) -> String {
            let fair = SVG.number(mentor.fairShare)
            let scale = Self.length / most
            let line = SVG.line("fair", at: Self.left + mentor.fairShare * scale, from: top, to: top + 16)
            // A picture within the picture cuts a name that is too long, whatever its script.
            let name = """
                <svg x="\(SVG.number(Layout.left))" y="\(SVG.number(top))" \
                width="\(SVG.number(Self.left - Layout.left - 8))" height="16">\(SVG.text(mentor.mentor, "name", x: 0, y: 12))</svg>
                """
            return SVG.titled(
                "\(mentor.mentor): \(mentor.turns) \(mentor.turns == 1 ? "turn" : "turns"), the fair share is \(fair), weight \(mentor.weight), carried over \(mentor.carry)",
                name + SVG.rectangle("track", x: Self.left, y: top + 3, width: Self.length, height: 10)
                    + SVG.rectangle("load", x: Self.left, y: top + 3, width: Double(mentor.turns) * scale, height: 10)
                    + line
                    + SVG.text(
                        "\(mentor.turns), fair \(fair)", x: Self.left + Self.length + 10, y: top + 12))
        }
    }
}
