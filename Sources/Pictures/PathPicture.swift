import Mentoring
public import MentoringAPI

/// A trainee's path to core as a picture: the stages from top to bottom, and how much of each is done.
///
/// A tick, and with it the colour, says that a stage is reached; the next one is a ring, those after it are dotted. The same
/// progress gives the same bytes.
public struct PathPicture: Sendable {
    private let progress: ProgressView

    /// A picture of somebody's progress.
    public init(_ progress: ProgressView) { self.progress = progress }

    /// An SVG document, 320 units wide, to be read at that many pixels and more, in light and dark.
    public var svg: String {
        SVG.document(
            width: Layout.width, height: Layout.top + Layout.stageHeight * Double(max(1, progress.stages.count)),
            title: title, description: description, style: Self.style, shapes: "", stages)
    }

    private var title: String { "The path to core in \(progress.program)" }

    /// What the picture shows, for those who hear it.
    private var description: String {
        let stages = progress.stages.map { stage in
            "\(stage.name): \(stage.missing.map { "\($0) to go" } ?? "reached")."
        }
        return stages.isEmpty ? "The program names no stages." : stages.joined(separator: " ")
    }

    private var stages: [String] {
        progress.stages.enumerated().map { index, stage in
            let middle = Layout.top + Layout.stageHeight * Double(index) + Layout.markHeight
            let kind = stage.isReached ? "reached" : stage.name == progress.next ? "next" : "later"
            let below = index + 1 < progress.stages.count ? progress.stages[index + 1] : nil
            let parts =
                [
                    below.map { way(from: middle, isWalked: $0.isReached) }, mark(kind, at: middle),
                    name(stage, at: middle),
                ]
                + stage.goals.enumerated().map { bar($1, column: $0, below: middle) }
            return "<g>" + parts.compactMap(\.self).joined(separator: "\n") + "</g>"
        }
    }

    private func way(from middle: Double, isWalked: Bool) -> String {
        SVG.line(
            isWalked ? "walked" : "ahead", at: Layout.markX, from: middle + Layout.radius,
            to: middle + Layout.stageHeight - Layout.radius)
    }

    private func mark(_ kind: String, at middle: Double) -> String {
        let place = "translate(\(SVG.number(Layout.markX)) \(SVG.number(middle)))"
        let tick = kind == "reached" ? "<path class=\"tick\" d=\"M-3.6 0.2L-1.1 2.8L3.7 -2.8\"/>" : ""
        return "<g transform=\"\(place)\"><circle class=\"\(kind)\" r=\"\(SVG.number(Layout.radius))\"/>\(tick)</g>"
    }

    private func name(_ stage: ProgressView.StageView, at middle: Double) -> String {
        SVG.text(stage.name, "stage", x: Layout.left, y: middle + 4)
    }

    private func bar(_ goal: ProgressView.GoalView, column: Int, below middle: Double) -> String {
        let x = Layout.left + Layout.columnWidth * Double(column)
        let width = Layout.columnWidth - Layout.gap
        let done = min(goal.have, goal.wanted)
        let share = width * Double(done) / Double(goal.wanted)
        let kind = done < goal.wanted ? "some" : "all"
        let top = middle + 11
        return SVG.rectangle("track", x: x, y: top, width: width, height: Layout.barHeight)
            + (done > 0 ? SVG.rectangle(kind, x: x, y: top, width: share, height: Layout.barHeight) : "")
            + SVG.text("\(done)/\(goal.wanted) \(goal.goal.inShort)", x: x, y: middle + 26)
    }

    /// Where things stand, in units of the picture: about a pixel each on a phone.
    private enum Layout {
        static let width = 320.0
        static let top = 8.0
        static let stageHeight = 50.0
        /// From the top of a stage to the middle of its mark.
        static let markHeight = 12.0
        static let markX = 20.0
        static let radius = 8.0
        /// Where names and bars begin, right of the marks.
        static let left = 40.0
        static let columnWidth = 69.0
        static let gap = 7.0
        static let barHeight = 5.0
    }
}

extension PathPicture {
    /// How everything looks, in light and dark; constant, so that a Content-Security-Policy can name its hash.
    public static let style = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1f2528;--quiet:#566166;--track:#e4e2db;--done:#1f6a36;\
        --under-way:#84540d}
        @media (prefers-color-scheme:dark){:root{--paper:#1d2225;--ink:#e6e8e6;--quiet:#a3aeb2;--track:#39423f;\
        --done:#83cf97;--under-way:#e9bd6c}}
        text{font:9px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--quiet)}
        .stage{font-size:12px;font-weight:600;fill:var(--ink)}
        .paper{fill:var(--paper)}
        .reached{fill:var(--done)}
        .next{fill:none;stroke:var(--under-way);stroke-width:2.4}
        .later{fill:none;stroke:var(--quiet);stroke-width:1.2;stroke-dasharray:2 2.2}
        .tick{fill:none;stroke:var(--paper);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
        .walked{fill:none;stroke:var(--done);stroke-width:2.4}
        .ahead{fill:none;stroke:var(--quiet);stroke-width:1.2;stroke-dasharray:2 2.2}
        .track,.some,.all{rx:2.5px}
        .track{fill:var(--track)}.some{fill:var(--under-way)}.all{fill:var(--done)}
        """
}

extension Stage.Goal {
    /// What is counted, where there is little room.
    fileprivate var inShort: String { self == .discussed ? "reviews" : rawValue }
}
