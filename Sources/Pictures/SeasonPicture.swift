import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// The season as a picture: a strip of 24 hours for every region, midnight to midnight, a column for every week.
///
/// A session's mark stands at its hour on the viewer's clock. Its shape, and with it the colour, says how humane that is;
/// hollow is tentative, a cross is cancelled, hatched is frozen. The same grid gives the same bytes.
public struct SeasonPicture: Sendable {
    let grid: SeasonGrid

    /// A picture of a season laid out.
    public init(grid: SeasonGrid) { self.grid = grid }

    /// An SVG document, 320 units wide, to be read at that many pixels and more, in light and dark.
    public var svg: String {
        let strips = strips
        let bottom = strips.last.map { $0.bottom } ?? Layout.top
        let legend = Legend(grid, top: bottom + 8)
        return SVG.document(
            width: Layout.width, height: legend.bottom, title: title, description: description, style: Self.style,
            shapes: Self.shapes,
            [SVG.text(heading, "heading", x: Layout.margin, y: 17)] + strips.map(\.svg) + [legend.svg])
    }

    private var heading: String {
        grid.zone.map { "On the clock of \($0.name)" } ?? "Each on the clock by which it was agreed"
    }

    private var title: String {
        "\(grid.program.title), week by week, \(grid.zone.map { "on the clock of \($0.name)" } ?? "each on the clock by which it was agreed")"
    }

    /// What the picture shows, for those who hear it.
    private var description: String {
        let regions = grid.program.regions.map { region -> String in
            let hours = grid.zone == nil ? nil : grid.summary(of: region)
            let cancelled = grid.sessions.count { $0.session.region == region && !$0.isOn }
            let parts =
                [hours ?? grid.tally(of: region).values.reduce(0, +).counted("session")]
                + (cancelled == 0 ? [] : ["\(cancelled) cancelled"])
                + grid.frozen(in: region).map { "frozen in \($0)" }
            return "\(grid.program.regionTitles[region]): \(parts.joined(separator: "; "))."
        }
        let clocks = grid.clockChanges.map { "In that time \($0.inWords)." }
        let meets = grid.program.meets.flatMap { $0 == .everyWeek ? nil : ", meeting \($0.inWords)" } ?? ""
        return
            (["\(grid.weeks.count.counted("week")) from \(grid.program.seasonStart.inWords)\(meets)."] + regions
            + clocks)
            .joined(separator: " ")
    }

    /// The season in pieces that are wide enough to be read, each about as long as the others.
    private var strips: [Strip] {
        let count = (grid.weeks.count + Layout.mostWeeks - 1) / Layout.mostWeeks
        let length = (grid.weeks.count + count - 1) / count
        return stride(from: 0, to: grid.weeks.count, by: length).enumerated().map { index, first in
            let weeks = Array(grid.weeks[first..<min(first + length, grid.weeks.count)])
            let top = Layout.top + Double(index) * Strip.height(regions: grid.program.regions.count)
            return Strip(weeks: weeks, grid: grid, top: top, pitch: min(24, Layout.plotWidth / Double(length)))
        }
    }
}

extension SeasonPicture {
    /// Where things stand, in units of the picture: about a pixel each on a phone.
    enum Layout {
        static let width = 320.0
        static let margin = 8.0
        /// Where the strips begin, right of the hours.
        static let left = 36.0
        static let plotWidth = width - left - margin
        /// Where the first strip begins, below the heading.
        static let top = 24.0
        /// Midnight to midnight.
        static let dayHeight = 60.0
        /// More weeks than that go into a further strip.
        static let mostWeeks = 26

        static func height(ofMinute minute: Int) -> Double { Double(minute) * dayHeight / 1440 }
    }
}
