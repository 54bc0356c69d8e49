import Mentoring
import MentoringAPI

extension SeasonPicture {
    /// What the marks mean, as far as they occur.
    struct Legend {
        private let entries: [(sample: String, words: String)]
        private let top: Double

        private static let columnWidth = (Layout.width - 2 * Layout.margin) / 2
        private static let lineHeight = 16.0

        init(_ grid: SeasonGrid, top: Double) {
            self.top = top
            let sessions = grid.sessions
            let owner = grid.zone == nil ? "the mentor’s" : "your"
            let hours: [(Hours, String)] = [
                (.humane, "in \(owner) day"), (.edge, "at its edge"), (.night, "in \(owner) night"),
            ]
            var entries = hours.filter { shown, _ in sessions.contains { $0.isOn && $0.hours == shown } }.map {
                ("<use href=\"#\($0.rawValue)\" class=\"\($0.rawValue)\"/>", $1)
            }
            if sessions.contains(where: { $0.session.status == .tentative }) {
                entries.append(("<use href=\"#humane\" class=\"plain tentative\"/>", "hollow: tentative"))
            }
            if sessions.contains(where: { !$0.isOn }) {
                entries.append(("<use href=\"#cancelled\" class=\"cancelled\"/>", "cancelled"))
            }
            if grid.weeks.contains(where: { $0.turns.contains { $0.freeze != nil } }) {
                entries.append(("<rect class=\"frozen\" x=\"-5\" y=\"-5\" width=\"10\" height=\"10\"/>", "frozen"))
            }
            if !grid.clockChanges.isEmpty {
                entries.append(("<path class=\"clocks\" d=\"M0 -6V6\"/>", "your clocks change"))
            }
            if grid.weeks.contains(where: { $0.contains(grid.today) }) {
                entries.append(("<path class=\"today\" d=\"M0 -6V6\"/>", "today"))
            }
            self.entries = entries
        }

        var bottom: Double { top + Double((entries.count + 1) / 2) * Self.lineHeight + 4 }

        var svg: String {
            entries.enumerated().map { index, entry in
                let x = SVG.number(Layout.left - 8 + Double(index % 2) * Self.columnWidth)
                let y = SVG.number(top + Double(index / 2) * Self.lineHeight + 6)
                return """
                    <g transform="translate(\(x) \(y))">\(entry.sample)<text x="12" y="4">\(entry.words)</text></g>
                    """
            }.joined(separator: "\n")
        }
    }
}
