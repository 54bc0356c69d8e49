import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import Templates

/// Weeks of the season as a table, HTML: a row a week and a column a region.
///
/// No template: of its thousand pieces each would be looked up by name, which takes ten times as long as all the rest of the page.
struct WeeksTable {
    private let caption: String
    private let weeks: [SeasonGrid.Week]
    private let grid: SeasonGrid
    private let frame: PageFrame

    init(caption: String, weeks: [SeasonGrid.Week], grid: SeasonGrid, frame: PageFrame) {
        self.caption = caption
        self.weeks = weeks
        self.grid = grid
        self.frame = frame
    }

    var html: String {
        let clock = grid.zone.map { "on the clock of \($0.name)" } ?? "each on the clock by which it was agreed"
        var html = "<table>\n<caption>\(HTMLText.escaped("\(caption), \(clock)"))</caption>\n"
        html += "<thead><tr><th scope=\"col\">Week</th>"
        for region in grid.program.regions {
            html += "<th scope=\"col\">\(HTMLText.escaped(grid.program.regionTitles[region]))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for week in weeks { html += row(WeekRow(week, of: grid, in: frame)) }
        return html + "</tbody>\n</table>\n"
    }

    private func row(_ row: WeekRow) -> String {
        var html = row.isTentative ? "<tr class=\"tentative\">" : "<tr>"
        html += "<th scope=\"row\">\(row.number) <small>\(row.monday)</small>"
        html += row.isTentative ? " <small>tentative</small></th>" : "</th>"
        if let freeze = row.freeze {
            html += "<td class=\"frozen\" colspan=\"\(row.columns)\">\(Self.frozen(freeze))</td>"
        } else if row.rests {
            html += "<td class=\"none\" colspan=\"\(row.columns)\">no meeting</td>"
        } else {
            for cell in row.cells { html += Self.cell(cell) }
        }
        html += "</tr>\n"
        for change in row.clockChanges {
            html += "<tr class=\"clocks\"><td colspan=\"\(row.allColumns)\">\(HTMLText.escaped(change)).</td></tr>\n"
        }
        return html
    }

    private static func cell(_ cell: WeekRow.Cell) -> String {
        if let session = cell.session { return self.session(session) }
        if let frozen = cell.frozen { return "<td class=\"frozen\">\(Self.frozen(frozen))</td>" }
        return cell.rests
            ? "<td class=\"none\">no meeting</td>"
            : "<td class=\"none\"><span aria-hidden=\"true\">–</span><span class=\"unseen\">no session</span></td>"
    }

    private static func frozen(_ reason: String) -> String { "frozen: <bdi>\(HTMLText.escaped(reason))</bdi>" }

    private static func session(_ session: WeekRow.Entry) -> String {
        var html = "<td class=\"\(session.status)\"><a href=\"\(HTMLText.escaped(session.href))\">"
        html += "<time datetime=\"\(session.start)\">\(session.date) <b>\(session.time)</b></time></a>"
        if let city = session.mentorsCity { html += " <small>\(HTMLText.escaped(city))</small>" }
        if let mark = session.mark, let word = session.hoursInAWord {
            html += " <span class=\"hours \(mark)\">\(Self.mark(mark))\(word)</span>"
        }
        if let note = session.note { html += " <small>\(HTMLText.escaped(note))</small>" }
        return html + "</td>"
    }

    /// The shape that says how humane a session is, as the page has it once.
    private static func mark(_ name: String) -> String {
        "<svg class=\"mark\" viewBox=\"-6 -6 12 12\" aria-hidden=\"true\"><use href=\"#\(name)\"/></svg>"
    }
}
