import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension PagePicture {
    /// How a season changes when its plan is published: of each region the weeks as they are, and below them as they are planned.
    ///
    /// What becomes another is framed. The same plan gives the same bytes.
    /// - Parameter plan: the plan; one of a server that does not say what was before has no picture.
    public init?(_ plan: PlanView) {
        guard let before = plan.before else { return nil }
        // A server of before says by the sessions alone who leads then.
        let after =
            plan.after
            ?? plan.sessions.filter { $0.status != .cancelled }.map {
                PlanView.Standing(week: $0.week, region: $0.region, mentor: $0.mentor.name)
            }
        let names = plan.fairness.map(\.mentor) + (before + after).map(\.mentor).sorted()
        var letters: [String: String] = [:]
        for name in names where letters[name] == nil { letters[name] = TurnGrid.letters(letters.count) }
        let changes = Dictionary(
            grouping: plan.changes.filter { [.new, .moved, .mentor, .dropped].contains($0.kind) }, by: \.session)
        let changed = Set(changes.keys.compactMap { SessionCode($0).map { Place($0.week, $0.region) } })
        let open = plan.uncovered.map { Place($0.week, $0.region) }
        let regions = Region.allCases.filter { region in
            (before + after).contains { $0.region == region } || open.contains { $0.region == region }
        }
        let weeks = ((before + after).map(\.week) + open.map(\.week)).max() ?? 1
        let rows = regions.flatMap { region -> [TurnGrid.Row] in
            let title = plan.regionTitles[region]
            let (was, becomes) = (before.mentors(of: region), after.mentors(of: region))
            var cells: (was: [Int: (TurnGrid.Cell, String)], becomes: [Int: (TurnGrid.Cell, String)]) = ([:], [:])
            for week in 1...weeks {
                let place = Place(week, region)
                let isChanged = changed.contains(place)
                let now = was[week].map { "\($0) leads" } ?? "nobody leads"
                let then = becomes[week].map { "\($0) would lead" } ?? "nobody would lead"
                let words = "Week \(week), \(title): " + (isChanged ? "\(now) now; \(then)" : now)
                if let mentor = was[week] { cells.was[week] = (.led(letters[mentor] ?? "", isChanged: false), words) }
                if let mentor = becomes[week] {
                    cells.becomes[week] = (.led(letters[mentor] ?? "", isChanged: isChanged), words)
                } else if open.contains(place) || isChanged {
                    cells.becomes[week] = (.open(isChanged: isChanged), words)
                }
            }
            return [TurnGrid.Row(label: title, cells: cells.was), TurnGrid.Row(label: "planned", cells: cells.becomes)]
        }
        let grid = TurnGrid(weeks: weeks, rows: rows, top: 24)
        let framed = SVG.rectangle("cell changed", x: 1, y: 0, width: 12, height: 10)
        let legend = TurnGrid.legend(
            of: rows.flatMap { $0.cells.values.map(\.cell) },
            besides: changed.isEmpty ? [] : [(framed, "framed: another mentor or hour than now")], top: grid.bottom + 2)
        let loads = MentorLoads(
            loads: letters.sorted { ($0.value.count, $0.value) < ($1.value.count, $1.value) }.map { name, letters in
                let (was, becomes) = (before.count { $0.mentor == name }, after.count { $0.mentor == name })
                return .init(
                    letters: letters, name: name, turns: becomes, fairShare: nil,
                    remark: was == becomes ? nil : "now \(was)")
            }, top: legend.bottom + 8)
        let said = changed.isEmpty ? "No turn changes." : "\(changed.count.counted("turn")) would change."
        self.init(
            height: loads.bottom + 8, title: "\(plan.program): the season as it is, and as planned",
            description: ([said] + loads.loads.map { "\($0.words)." }).joined(separator: " "),
            [SVG.text("As it is, and below it as planned", "heading", x: TurnGrid.margin, y: 15)] + grid.svg
                + legend.svg + loads.svg)
    }
}

/// A week of a region.
private struct Place: Hashable {
    let week: Int
    let region: Region

    init(_ week: Int, _ region: Region) { (self.week, self.region) = (week, region) }
}

extension [PlanView.Standing] {
    fileprivate func mentors(of region: Region) -> [Int: String] {
        Dictionary(filter { $0.region == region }.map { ($0.week, $0.mentor) }) { first, _ in first }
    }
}
