import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// What would follow from what is only supposed, in words.
struct ConsequencesText {
    private let consequences: ConsequencesView
    private let titles: RegionTitles?

    init(_ consequences: ConsequencesView, calling titles: RegionTitles?) {
        self.consequences = consequences
        self.titles = titles
    }

    var text: String {
        let lines = [headline] + uncovered + covered + [hours] + worst + loads + [told] + changes
        let words: [FieldWord] = [misery, painmax].allSatisfy { $0 == nil } ? [] : [.points]
        return
            ([Paragraph.of("supposing that \(consequences.supposed.joined(separator: " and ")):")]
            + lines.map { Paragraph.of($0, indent: 2) } + [words.legend(indent: 2)].filter { !$0.isEmpty })
            .joined(separator: "\n")
    }

    private var headline: String {
        let count = consequences.changes.count
        let sessions = consequences.sessions.from.counted("session")
        let changed = count == 0 ? "no session changes" : "\(count) of \(sessions) \(count == 1 ? "changes" : "change")"
        return "\(changed), compared with planning now without that; nothing is stored"
    }

    private var uncovered: [String] {
        guard !consequences.uncovered.isEmpty else { return [] }
        let count = consequences.uncovered.count
        return ["\(count) \(count == 1 ? "turn becomes" : "turns become") uncovered:"]
            + consequences.uncovered.map { "  week \($0.week), \(titles[$0.region]): \($0.reason)" }
    }

    private var covered: [String] {
        consequences.covered.isEmpty
            ? [] : ["covered are also \(consequences.covered.joined(separator: ", "))"]
    }

    /// What the hours cost all trainees together, and the one worst off; nil where that stays.
    private var misery: ConsequencesView.Shift<Int>? { changed("misery") }
    private var painmax: ConsequencesView.Shift<Int>? { changed("painmax") }

    private func changed(_ level: String) -> ConsequencesView.Shift<Int>? {
        consequences.levels[level].flatMap { $0.from == $0.to ? nil : $0 }
    }

    private var hours: String {
        guard let misery else { return "the hours suit the trainees as well as before" }
        let (from, to) = (consequences.weeks.from, consequences.weeks.to)
        let hours = [
            (to.night - from.night, "in the night"), (to.edge - from.edge, "at the edge of the day"),
            (to.humane - from.humane, "in the day"),
        ].filter { $0.0 != 0 }.enumerated().map { index, part in
            let amount = hoursOfPeople(abs(part.0))
            let unit = index > 0 ? "" : amount == "1" ? " person-hour" : " person-hours"
            return "\(amount) \(part.0 > 0 ? "more" : "fewer")\(unit) \(part.1)"
        }
        let none = to.none - from.none
        let weeks = "\(abs(none)) \(none > 0 ? "more" : "fewer") \(abs(none) == 1 ? "week" : "weeks")"
        let without = none == 0 ? [] : ["\(weeks) of somebody without a session"]
        return
            "the hours cost the trainees \(misery.to.counted("point")) instead of \(misery.from): \((hours + without).joined(separator: ", "))"
    }

    private func hoursOfPeople(_ weeks: Int) -> String {
        let minutes = weeks * consequences.minutes
        return minutes.isMultiple(of: 60) ? "\(minutes / 60)" : Paragraph.tenths(Double(minutes) / 60)
    }

    private var worst: [String] {
        painmax.map {
            ["the trainee who has it worst bears \($0.to.counted("point")) instead of \($0.from)"]
        } ?? []
    }

    private var loads: [String] {
        consequences.loads.map {
            "\($0.mentor) leads \($0.turns.to.counted("turn")) instead of \($0.turns.from)"
        }
    }

    private var told: String {
        let told = consequences.told
        return told.from == told.to
            ? "published, \(People.told(told.to)), as many as without it"
            : "published, \(People.told(told.to)) instead of \(told.from)"
    }

    private var changes: [String] { consequences.changes.map(\.inWords) }
}
