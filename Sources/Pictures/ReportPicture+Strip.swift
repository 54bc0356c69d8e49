import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension ReportPicture {
    /// Some weeks of the season: the weeks' numbers above, and a row of cells for every region.
    struct Strip {
        let weeks: ClosedRange<Int>
        let report: SeasonReportView
        let top: Double
        /// The width of a week.
        let pitch: Double

        private static let headHeight = 18.0
        private static let rowHeight = Layout.cellHeight + 4

        static func height(regions: Int) -> Double { headHeight + Double(regions) * rowHeight + 8 }

        var bottom: Double { top + Self.height(regions: report.regions.count) }

        var svg: String {
            let rows = report.regions.enumerated().map { index, region in
                row(region, top: top + Self.headHeight + Double(index) * Self.rowHeight)
            }
            return (numbers + rows).joined(separator: "\n")
        }

        /// The weeks' numbers, each where there is room, else every fifth.
        private var numbers: [String] {
            weeks.filter { pitch >= 14 || $0 == weeks.lowerBound || $0.isMultiple(of: 5) }.map { week in
                SVG.text("\(week)", "week", x: x(of: week) + pitch / 2, y: top + 11)
            }
        }

        private func row(_ region: Region, top: Double) -> String {
            let turns = report.turns.filter { $0.region == region && weeks.contains($0.week) }
            let name = ReportPicture.label(
                report.regionTitles[region], baseline: top + Layout.cellHeight / 2 + 4,
                isUsual: report.regionTitles == nil)
            return "<g>\(([name] + turns.map { cell($0, top: top) }).joined(separator: "\n"))</g>"
        }

        private func cell(_ turn: SeasonReportView.Turn, top: Double) -> String {
            let place = "Week \(turn.week), \(report.regionTitles[turn.region]): "
            let (left, width) = (x(of: turn.week) + 1, pitch - 2)
            switch turn.state {
            case .covered:
                return SVG.titled(place + words(turn), bars(turn.people, left: left, top: top, width: width))
            case .uncovered:
                let frame = SVG.rectangle(
                    "open", x: left + 1, y: top + 1, width: width - 2, height: Layout.cellHeight - 2)
                return SVG.titled(place + "nobody leads: \(turn.reason ?? "")", frame)
            case .frozen:
                let hatch = SVG.rectangle("frozen", x: left, y: top, width: width, height: Layout.cellHeight)
                return SVG.titled(place + (turn.reason ?? "frozen"), hatch)
            case .calledOff:
                let frame = SVG.rectangle("cell", x: left, y: top, width: width, height: Layout.cellHeight)
                let cross =
                    "<use href=\"#cancelled\" class=\"cancelled\" x=\"\(SVG.number(left + width / 2))\" "
                    + "y=\"\(SVG.number(top + Layout.cellHeight / 2))\"/>"
                return SVG.titled(place + "called off: \(turn.reason ?? "")", frame + cross)
            }
        }

        /// A column as high as everybody enrolled: from below those who have the hour in their day, at its edge, at night.
        private func bars(_ people: HumaneTally?, left: Double, top: Double, width: Double) -> String {
            guard let people, people.total > 0 else {
                return SVG.rectangle("covered", x: left, y: top, width: width, height: Layout.cellHeight)
            }
            var bottom = top + Layout.cellHeight
            return [("in-day", people.humane), ("at-edge", people.edge), ("in-night", people.night)].filter { $0.1 > 0 }
                .map { kind, count in
                    let height = Layout.cellHeight * Double(count) / Double(people.total)
                    bottom -= height
                    return SVG.rectangle(kind, x: left, y: bottom, width: width, height: height)
                }.joined()
        }

        private func words(_ turn: SeasonReportView.Turn) -> String {
            let who = turn.mentor ?? ""
            guard let people = turn.people, people.total > 0 else { return who }
            let parts = [
                (people.humane, "in their day"), (people.edge, "at its edge"), (people.night, "in their night"),
            ]
            let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            return "\(who); of those enrolled, \(words)"
        }

        private func x(of week: Int) -> Double { Layout.left + Double(week - weeks.lowerBound) * pitch }
    }
}
