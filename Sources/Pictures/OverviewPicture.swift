import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension PagePicture {
    /// A season as a whole, for whoever organizes it: who leads which week, what is open, frozen or called off, and what each mentor
    /// leads beside their fair share, with the hours of it outside their day.
    ///
    /// The same report gives the same bytes.
    public init(_ report: SeasonReportView) {
        let mentors = report.ledger.mentors
        let letters = Dictionary(
            mentors.enumerated().map { ($1.mentor, TurnGrid.letters($0)) }, uniquingKeysWith: { first, _ in first })
        let rows = report.regions.map { region in
            TurnGrid.Row(
                label: report.regionTitles[region],
                cells: Dictionary(
                    report.turns.filter { $0.region == region }.map { turn in
                        (turn.week, turn.cell(calling: letters, report.regionTitles[region]))
                    }, uniquingKeysWith: { first, _ in first }))
        }
        let grid = TurnGrid(weeks: report.weeks, rows: rows, top: 24)
        let legend = TurnGrid.legend(of: rows.flatMap { $0.cells.values.map(\.cell) }, top: grid.bottom + 2)
        let loads = MentorLoads(
            loads: mentors.enumerated().map { index, mentor in
                .init(
                    letters: TurnGrid.letters(index), name: mentor.mentor, turns: mentor.turns,
                    fairShare: mentor.fairShare,
                    remark: mentor.unsocialHours > 0 ? "\(SVG.number(mentor.unsocialHours)) h off" : nil)
            }, top: legend.bottom + 36)
        let heading = [
            "Turns led; the line is the fair share", "h off: hours before 08:00 or after 22:00 on their clock",
        ]
        let open = report.turns.filter { $0.state == .uncovered }
        let gaps = open.isEmpty ? "Every turn has a session." : "Nobody leads in \(open.count.counted("turn"))."
        self.init(
            height: loads.bottom + 8, title: "\(report.title): who leads which week",
            description: ([gaps] + loads.loads.map { "\($0.words)." }).joined(separator: " "),
            [SVG.text("Who leads which week", "heading", x: TurnGrid.margin, y: 15)] + grid.svg + legend.svg
                + (mentors.isEmpty
                    ? []
                    : heading.enumerated().map {
                        SVG.text($1, x: TurnGrid.margin, y: legend.bottom + 15 + Double($0) * 13)
                    }) + loads.svg)
    }
}

extension SeasonReportView.Turn {
    fileprivate func cell(calling letters: [String: String], _ title: String) -> (cell: TurnGrid.Cell, words: String) {
        let place = "Week \(week), \(title): "
        return switch state {
        case .covered:
            (.led(mentor.flatMap { letters[$0] } ?? "•", isChanged: false), place + (mentor ?? "has a session"))
        case .uncovered: (.open(isChanged: false), place + "nobody leads: \(reason ?? "")")
        case .frozen: (.frozen, place + (reason ?? "frozen"))
        case .calledOff: (.calledOff, place + "called off: \(reason ?? "")")
        }
    }
}
