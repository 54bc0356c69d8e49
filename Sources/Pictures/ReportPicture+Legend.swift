import Mentoring
import MentoringAPI

extension ReportPicture {
    /// What the cells mean, as far as they occur.
    struct Legend {
        private let entries: [(sample: String, words: String)]
        private let top: Double

        private static let columns = 3
        private static let columnWidth = (Layout.width - Layout.left - Layout.margin) / Double(columns)
        private static let lineHeight = 16.0

        init(_ report: SeasonReportView, top: Double) {
            self.top = top
            let tallies = report.turns.compactMap(\.people)
            let counts: [(String, (HumaneTally) -> Int, String)] = [
                ("in-day", { $0.humane }, "trainees who have it in their day"),
                ("at-edge", { $0.edge }, "at the edge of their day"),
                ("in-night", { $0.night }, "in their night"),
            ]
            var entries = counts.filter { _, people, _ in tallies.contains { people($0) > 0 } }.map {
                (Self.square($0.0), $0.2)
            }
            if tallies.contains(where: { $0.total == 0 }) { entries.append((Self.square("covered"), "has a session")) }
            let states: [(SeasonReportView.Turn.State, String, String)] = [
                (.uncovered, Self.square("open"), "nobody leads"), (.frozen, Self.square("frozen"), "frozen"),
                (.calledOff, "<use href=\"#cancelled\" class=\"cancelled\"/>", "called off"),
            ]
            entries += states.filter { state, _, _ in report.turns.contains { $0.state == state } }.map { ($0.1, $0.2) }
            self.entries = entries
        }

        var bottom: Double {
            top + Double((entries.count + Self.columns - 1) / Self.columns) * Self.lineHeight
        }

        var svg: String {
            entries.enumerated().map { index, entry in
                let x = SVG.number(Layout.left + 6 + Double(index % Self.columns) * Self.columnWidth)
                let y = SVG.number(top + Double(index / Self.columns) * Self.lineHeight + 6)
                return "<g transform=\"translate(\(x) \(y))\">\(entry.sample)\(SVG.text(entry.words, x: 12, y: 4))</g>"
            }.joined(separator: "\n")
        }

        private static func square(_ kind: String) -> String {
            SVG.rectangle(kind, x: -5, y: -5, width: 10, height: 10)
        }
    }
}
