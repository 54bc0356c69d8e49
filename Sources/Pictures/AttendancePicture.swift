import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension PagePicture {
    /// Who came to each region's sessions, week by week: a column of seats, filled as far as people came.
    ///
    /// What nobody recorded is dashed. The same health gives the same bytes.
    public init(_ health: HealthView) {
        let charts = health.regions.flatMap { region in
            AttendanceStrip.all(of: region, weeks: health.weeks, calling: health.regionTitles[region.region])
        }
        var top = 24.0
        let drawn = charts.map { chart in
            defer { top += AttendanceStrip.height }
            return chart.svg(top: top)
        }
        let samples = [
            (SVG.rectangle("came", x: 1, y: 0, width: 12, height: 10), "came, by how many of the seats"),
            (SVG.rectangle("seats", x: 1, y: 0, width: 12, height: 10), "seats"),
            (SVG.rectangle("unknown", x: 1, y: 0, width: 12, height: 10), "not recorded"),
        ]
        let legend = TurnGrid.legend(of: [], besides: samples, top: top + 2)
        let words = health.regions.map { region in
            let recorded = region.sum.meetings
            return "\(health.regionTitles[region.region]): "
                + (recorded == 0
                    ? "nothing is recorded."
                    : "\(region.sum.came) came to \(recorded.counted("session")) with \(region.sum.seats.counted("seat")).")
        }
        self.init(
            height: legend.bottom + 8, title: "\(health.program): who came, week by week",
            description: words.joined(separator: " "),
            [SVG.text("Who came, week by week", "heading", x: TurnGrid.margin, y: 15)] + drawn + legend.svg)
    }
}

/// A region's columns in some weeks of a season.
private struct AttendanceStrip {
    let label: String
    let weeks: ClosedRange<Int>
    let meetings: [Int: HealthView.Meeting]
    /// As high as the column is.
    let most: Int

    static let height = 64.0
    private static let left = 76.0
    private static let mostWeeks = 26
    private static let columnHeight = 36.0

    static func all(of region: HealthView.RegionHealth, weeks: Int, calling title: String) -> [AttendanceStrip] {
        let meetings = Dictionary(region.meetings.map { ($0.week, $0) }) { first, _ in first }
        let most = max(1, region.meetings.map { max($0.seats, $0.came ?? 0) }.max() ?? 1)
        return stride(from: 1, through: max(1, weeks), by: mostWeeks).map { first in
            AttendanceStrip(
                label: title, weeks: first...max(first, min(first + mostWeeks - 1, weeks)), meetings: meetings,
                most: most)
        }
    }

    func svg(top: Double) -> String {
        let pitch = (TurnGrid.width - Self.left - TurnGrid.margin) / Double(Self.mostWeeks)
        let base = top + Self.columnHeight
        let name = """
            <svg x="\(SVG.number(TurnGrid.margin))" y="\(SVG.number(base - 14))" \
            width="\(SVG.number(Self.left - TurnGrid.margin - 4))" height="17">\(SVG.text(TurnGrid.cut(label, to: 60), "region", x: 0, y: 12))</svg>
            """
        let parts = weeks.flatMap { week -> [String] in
            let x = Self.left + Double(week - weeks.lowerBound) * pitch
            let number =
                week.isMultiple(of: 5) || week == weeks.lowerBound
                ? [SVG.text("\(week)", "week", x: x + pitch / 2, y: base + 11)] : []
            guard let meeting = meetings[week] else { return number }
            let rise = { (count: Int) in Self.columnHeight * Double(min(count, most)) / Double(most) }
            let column = { (kind: String, count: Int) in
                SVG.rectangle(
                    kind, x: x + 1, y: base - rise(count), width: pitch - 2, height: rise(count))
            }
            let came = meeting.came.map { $0 > 0 ? column("came", $0) : "" } ?? ""
            let seats = column(meeting.came == nil ? "unknown" : "seats", meeting.seats)
            let said = meeting.came.map { "\($0) of \(meeting.seats) came" } ?? "not recorded"
            return number + [SVG.titled("Week \(week), \(label): \(said)", came + seats)]
        }
        return "<g>" + ([name] + parts).joined(separator: "\n") + "</g>"
    }
}
