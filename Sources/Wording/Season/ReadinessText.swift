package import CivilTime
import Mentoring
package import MentoringAPI

extension ReadinessView: Worded {
    package func words(on clock: ZoneRules) -> String {
        ([mentors] + [asking].compactMap(\.self) + lines + [verdict]).joined(separator: "\n")
    }

    /// That it could not be found out.
    package static let unknown = "Whether the season can be planned is not known yet."

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
                        : "their times cover \(region.covered.count) of \(all); nobody in \(Paragraph.weeks(region.open))"
            return Paragraph.of(who + what + barred(region))
        }
    }

    /// The weeks in which there are times, and nobody who may lead then.
    private func barred(_ region: Coverage) -> String {
        let weeks = region.unled.filter { !region.open.contains($0) }
        return weeks.isEmpty
            ? ""
            : "; in \(Paragraph.weeks(weeks)) those who have one would lead again too soon, or too often that month"
    }

    private var verdict: String {
        let turns = regions.map(\.turns).reduce(0, +)
        let led = turns - regions.map(\.unled.count).reduce(0, +)
        return Paragraph.of(
            !isAnyLeft
                ? "There is nothing to plan: no week of season \(season) is left that wants a session"
                : isComplete
                    ? "That is enough to plan: each of \(turns.counted("turn")) would have a mentor"
                    : isAny
                        ? "It can be planned: \(isLeast ? "" : "at least ")\(led) of \(turns.counted("turn")) would have a "
                            + "mentor; the others wait for further times, or for mentors who may lead more often"
                        : "It is too early to plan: no mentor has a time in a week that wants a session")
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
