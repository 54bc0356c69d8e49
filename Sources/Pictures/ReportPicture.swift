import Mentoring
public import MentoringAPI
import TimeZoneCatalog

/// A season's report as a picture: a cell for every week and region, and below what each mentor leads beside their fair share.
///
/// The same report gives the same bytes.
public struct ReportPicture: Sendable {
    let report: SeasonReportView

    /// A picture of a report.
    public init(_ report: SeasonReportView) { self.report = report }

    /// An SVG document, 640 units wide, to be read at that many pixels and more, in light and dark.
    public var svg: String {
        let strips = strips
        let legend = Legend(report, top: (strips.last?.bottom ?? Layout.top) + 6)
        let loads = Loads(
            report.ledger.mentors, regions: report.regions, calling: report.regionTitles,
            top: legend.bottom + 16)
        return SVG.document(
            width: Layout.width, height: loads.bottom + Layout.margin, title: title, description: description,
            style: Self.style, shapes: SeasonPicture.shapes,
            [
                SVG.text(report.title, "heading", x: Layout.margin, y: 20),
                SVG.text(summary, x: Layout.margin, y: 35),
            ] + strips.map(\.svg) + [legend.svg, loads.svg])
    }

    private var title: String { "\(report.title): a report on \(weeks) from \(report.seasonStart.inWords)" }

    private var weeks: String { report.weeks == 1 ? "one week" : "\(report.weeks) weeks" }

    /// `11 of 12 turns have a session`.
    private static func covered(_ covered: Int, of wanted: Int) -> String {
        "\(covered) of \(wanted.counted("turn")) \(wanted == 1 ? "has" : "have") a session"
    }

    private var summary: String {
        let covered = report.coverage.map(\.covered).reduce(0, +)
        let wanted = report.coverage.map(\.wanted).reduce(0, +)
        let humane = report.humane.filter { $0.zone == nil }
        let total = humane.map(\.weeks.total).reduce(0, +)
        let share = Percent.of(humane.map(\.weeks.humane).reduce(0, +), total)
        return
            ([
                "\(weeks) from \(report.seasonStart.inWords)", Self.covered(covered, of: wanted),
                share.map { "\($0) % of the trainees’ weeks have one in their day" },
            ] as [String?]).compactMap(\.self).joined(separator: " · ")
    }

    /// What the picture shows, for those who hear it.
    private var description: String {
        let regions = report.coverage.map { coverage in
            let parts =
                [Self.covered(coverage.covered, of: coverage.wanted)]
                + (coverage.frozen == 0 ? [] : ["\(coverage.frozen) frozen"])
                + (coverage.calledOff == 0 ? [] : ["\(coverage.calledOff) called off"])
            return "\(report.regionTitles[coverage.region]): \(parts.joined(separator: ", "))."
        }
        let people = report.humane.filter { $0.zone == nil }.compactMap { share in
            share.weeks.humanePercent.map {
                "Of the trainees in \(report.regionTitles[share.region]) \($0) % have a session in their day."
            }
        }
        let loads = report.ledger.mentors.map {
            "\($0.mentor) leads \($0.turns), fair would be \(SVG.number($0.fairShare))."
        }
        return (regions + people + loads).joined(separator: " ")
    }

    private var strips: [Strip] {
        let count = (report.weeks + Layout.mostWeeks - 1) / Layout.mostWeeks
        let length = (report.weeks + count - 1) / count
        return stride(from: 1, through: report.weeks, by: length).enumerated().map { index, first in
            Strip(
                weeks: first...min(first + length - 1, report.weeks), report: report,
                top: Layout.top + Double(index) * Strip.height(regions: report.regions.count),
                pitch: min(24, Layout.plotWidth / Double(length)))
        }
    }
}

extension ReportPicture {
    /// A region's name, left of what is drawn of it; one that a program chose is cut where it is too long.
    static func label(_ title: String, baseline: Double, isUsual: Bool) -> String {
        guard !isUsual else { return SVG.text(title, "region", x: Layout.margin, y: baseline) }
        return """
            <svg x="\(SVG.number(Layout.margin))" y="\(SVG.number(baseline - 12))" \
            width="\(SVG.number(Layout.left - Layout.margin - 4))" height="16">\(SVG.titled(title, SVG.text(title, "region", x: 0, y: 12)))</svg>
            """
    }

    /// Where things stand, in units of the picture: about a pixel each on a desk.
    enum Layout {
        static let width = 640.0
        static let margin = 12.0
        /// Where the weeks begin, right of the regions' names.
        static let left = 80.0
        static let plotWidth = width - left - margin
        /// Where the first strip begins, below the heading.
        static let top = 44.0
        /// More weeks than that go into a further strip.
        static let mostWeeks = 53
        static let cellHeight = 30.0
    }

    /// How everything looks, in light and dark.
    static let style =
        SeasonPicture.style + """

            .in-day{fill:var(--humane)}.at-edge{fill:var(--edge)}.in-night{fill:var(--night)}
            .covered{fill:var(--quiet)}
            .open{fill:none;stroke:var(--night);stroke-width:1.4;stroke-dasharray:2 2}
            .cell{fill:var(--day)}
            .week{font-size:9px;text-anchor:middle}
            .track{fill:var(--day)}.load{fill:var(--quiet)}
            .fair{fill:none;stroke:var(--ink);stroke-width:2}
            .name{fill:var(--ink)}
            """
}
