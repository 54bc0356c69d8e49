package import CivilTime
import Mentoring
package import MentoringAPI

extension ReadinessView: Worded {
    package func words(on clock: ZoneRules) -> String {
        ([mentors] + [asking].compactMap(\.self) + lines + [verdict]).joined(separator: "\n")
    }

    /// Whom asking for times would write to, where there is anybody without one.
    private var asking: String? {
        guard !missing.isEmpty else { return nil }
        if let invitationsRefused { return Paragraph.of("nobody can be asked for times now: \(invitationsRefused)") }
        return invitations?.text(isDone: false)
    }

    private var mentors: String {
        let all = published.count + missing.count
        guard all > 0 else { return Paragraph.of("No mentor is in the program yet") }
        let rest = missing.map(OneLine.shown).joined(separator: ", ")
        return Paragraph.of(
            "\(published.count) of \(all.counted("mentor")) \(published.count == 1 ? "has" : "have") published a time"
                + (missing.isEmpty ? "" : "; not yet: \(rest)"))
    }

    private var lines: [String] {
        regions.map { region in
            let who = "\(regionTitles[region.region]), \(region.mentors.counted("mentor")): "
            let all = region.turns.counted("week")
            let what =
                region.turns == 0
                ? "no week is left that wants a session"
                : region.covered.isEmpty
                    ? "nobody has a time in any of \(all)"
                    : region.open.isEmpty
                        ? "their times cover every one of \(all)"
                        : "their times cover \(region.covered.count) of \(all); nobody in \(Self.weeks(region.open))"
            return Paragraph.of(who + what)
        }
    }

    private var verdict: String {
        Paragraph.of(
            !isAnyLeft
                ? "There is nothing to plan: no week of season \(season) is left that wants a session"
                : isComplete
                    ? "That is enough to plan: somebody has a time in every week of every region"
                    : isAny
                        ? "It can be planned; weeks in which nobody has a time would have no session until somebody does"
                        : "It is too early to plan: no mentor has a time in a week that wants a session")
    }

    /// `week 3`, `weeks 1 to 4, 7, 9 to 12`.
    private static func weeks(_ weeks: [Int]) -> String {
        var spans: [ClosedRange<Int>] = []
        for week in weeks {
            if let last = spans.last, last.upperBound == week - 1 {
                spans[spans.count - 1] = last.lowerBound...week
            } else {
                spans.append(week...week)
            }
        }
        let words = spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
        return (weeks.count == 1 ? "week " : "weeks ") + words.joined(separator: ", ")
    }
}

extension MentorInvitations: Worded {
    package func words(on clock: ZoneRules) -> String { text() }

    /// Who is asked, or would be, and who is not.
    package func text(isDone: Bool = true) -> String {
        let names = { (people: [String]) in people.map(OneLine.shown).joined(separator: ", ") }
        let lines = [
            told.isEmpty ? nil : "\(isDone ? "" : "would be ")asked by mail when they can lead: \(names(told))",
            alreadyTold.isEmpty ? nil : "asked less than a week ago, and not again: \(names(alreadyTold))",
            told.isEmpty && alreadyTold.isEmpty ? "nobody is to be asked: no other mentor is without a time" : nil,
        ]
        return lines.compactMap(\.self).map { Paragraph.of($0) }.joined(separator: "\n")
    }
}
