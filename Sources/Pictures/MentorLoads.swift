import Mentoring

/// What each mentor leads, a bar each, and a line where it would end if the load were shared by weight.
struct MentorLoads {
    struct Load {
        let letters: String
        let name: String
        let turns: Int
        /// In turns; nil where it is not known.
        let fairShare: Double?
        /// Behind the numbers.
        let remark: String?
    }

    let loads: [Load]
    let top: Double

    private static let rowHeight = 17.0
    private static let nameLeft = 30.0
    private static let barLeft = 128.0
    private static let length = 48.0

    var bottom: Double { top + Double(loads.count) * Self.rowHeight }

    var svg: [String] {
        let most = max(1, loads.map { max(Double($0.turns), $0.fairShare ?? 0) }.max() ?? 1)
        return loads.enumerated().map { row($1, top: top + Double($0) * Self.rowHeight, scale: Self.length / most) }
    }

    private func row(_ load: Load, top: Double, scale: Double) -> String {
        // A picture within the picture cuts a name that is too long, whatever its script.
        let name = """
            <svg x="\(SVG.number(Self.nameLeft))" y="\(SVG.number(top))" \
            width="\(SVG.number(Self.barLeft - Self.nameLeft - 4))" height="16">\(SVG.text(TurnGrid.cut(load.name, to: 96), "name", x: 0, y: 11))</svg>
            """
        let bars =
            SVG.rectangle("track", x: Self.barLeft, y: top + 3, width: Self.length, height: 8)
            + SVG.rectangle("load", x: Self.barLeft, y: top + 3, width: Double(load.turns) * scale, height: 8)
        let fair = load.fairShare.map {
            SVG.line("fair", at: Self.barLeft + $0 * scale, from: top + 1, to: top + 13)
        }
        return SVG.titled(
            load.words,
            SVG.text(load.letters, "letters", x: 18, y: top + 11) + name + bars + (fair ?? "")
                + SVG.text(load.numbers, "small", x: Self.barLeft + Self.length + 6, y: top + 11))
    }
}

extension MentorLoads.Load {
    /// `9, fair 8.3, 2 h off`.
    fileprivate var numbers: String {
        ["\(turns)", fairShare.map { "fair \(SVG.number($0))" }, remark].compactMap(\.self).joined(separator: ", ")
    }

    /// `A, Akira Sato: 9 turns, the fair share is 8.3, 2 h off`.
    var words: String {
        let fair = fairShare.map { "the fair share is \(SVG.number($0))" }
        return "\(letters), \(name): "
            + [turns.counted("turn"), fair, remark].compactMap(\.self).joined(separator: ", ")
    }
}
