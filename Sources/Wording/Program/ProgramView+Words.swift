import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension ProgramView {
    /// Programs, a row each.
    package static func text(of programs: [Self]) -> String {
        guard !programs.isEmpty else {
            return "no programs yet; start with: meridian program example > nova.yaml"
        }
        // Few programs are at rest, and a long name leaves room for little else.
        let hasStates = programs.contains { $0.state != nil }
        var table = Table(
            [.init(title: "Program"), .init(title: "Title", isFlexible: true)]
                + (hasStates ? [.init(title: "State")] : [])
                + [
                    .init(title: "Season", isFlexible: true, keepsEnd: true), .init(title: "From"),
                    .init(title: "Regions", isFlexible: true),
                ])
        for program in programs {
            table.add(
                [program.name, program.title] + (hasStates ? [program.state ?? ""] : []) + [
                    program.season ?? "", "\(program.seasonStart)",
                    program.regionTitles.words(program.regions),
                ])
        }
        return table.text()
    }

    /// What holds in a program, and in a season of it.
    package var text: String {
        let stages = stages.map { stage in
            "\(stage.name): \(stage.goals.map { "\($0.goal.rawValue) \($0.wanted)" }.joined(separator: ", "))"
        }
        let facts = [
            ("Program", name), ("Title", title),
            ("About", about.map { $0.replacing("\n", with: " ") } ?? "the file does not say"),
            ("Conduct", conduct ?? "none"), ("Contact", "\(contact)"),
            ("Location", location),
            (
                "Season",
                (season.map { "\($0), " } ?? "")
                    + "\(weeks.counted("week")) from \(When.dayAndYear(seasonStart))"
            ),
            ("Cadence", cadence.rawValue),
            (
                "Meets",
                (meets ?? .everyWeek).inWords
                    + (whenFrozen == .postpone ? ", frozen meetings postponed" : "")
            ),
            ("Session", "\(minutes.counted("minute")), \(capacity.counted("seat"))"),
            ("Regions", regionTitles.words(regions)),
            ("Announced", "\(announceWeeks.counted("week")) ahead"),
            ("Planned", "at least \((noticeHours ?? 48).counted("hour")) ahead"),
            (
                "Confirmed",
                "\((confirmHours ?? 24).counted("hour")) after moving up, or later if there is time"
            ),
            ("Joined", join?.words ?? Joining.invited.words),
            ("Areas", areas.isEmpty ? "none named" : areas.joined(separator: ", ")),
            (
                "Proposals",
                proposals == .open ? "seen by everybody at once" : "seen by a mentor first"
            ),
            ("Doors", doors),
        ]
        return Facts(facts + stages.enumerated().map { ($0 == 0 ? "Stages" : "", $1) }).text
    }

    /// That it pauses.
    package var pausing: String {
        """
        \(name) pauses: nobody can sign up or propose a change, and its mail waits
        next: meridian program resume \(name)
        """
    }

    /// That it goes on.
    package var goingOn: String { "\(name) goes on: sign-up and proposals are open, and its mail leaves" }

    /// Whether it is at rest, in a word.
    private var state: String? { archived == true ? "archived" : paused == true ? "pauses" : nil }

    /// Whether it takes anything in, in words.
    private var doors: String {
        if archived == true {
            let since = archivedSince.map { " since \(When.dayAndYear(LocalDate(containing: $0)))" } ?? ""
            return "closed: archived\(since), so it can only be read"
        }
        return paused == true ? "closed: it pauses, and its mail waits" : "open"
    }
}

extension Joining {
    /// How people join, for people.
    fileprivate var words: String {
        switch self {
        case .invited: "by invitation"
        case .asked: "by whoever an organizer lets in"
        case .open: "by everybody"
        }
    }
}
