import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension MentorView {
    /// That they mentor a program from now on, and what of what was given is theirs to say: whoever has set their name and clock themself keeps
    /// both.
    package func added(to program: String, as name: String, on zone: String) -> String {
        let called = self.name == (try? OneLine.validated(name, as: "name")) ? "" : "; the name is their own"
        let clock = self.zone.name == zone ? "" : "; the clock is \(self.zone.name)"
        let known = already.map { "\($0)\n" } ?? ""
        return """
            \(known)\(OneLine.shown(self.name)) mentors \(regionTitle ?? region.usualTitle) in \(program): at most \(maxPerMonth) \
            a month, \(minGapWeeks.counted("week")) apart\(called)\(clock)
            next: meridian slot publish \(program) --mentor \(email) "Tue 17:00"
            """
    }

    /// What they were already, and what they were called; nil for whoever is new.
    private var already: String? {
        guard let was else { return nil }
        let renamed = nameBefore.map { "; name \(OneLine.shown($0)) → \(OneLine.shown(name))" } ?? ""
        return "\(OneLine.shown(nameBefore ?? name)) is a \(was.rawValue) already\(renamed)"
    }

    /// Who it is, on a line of its own, and how many times they have published.
    package func line(calling titles: RegionTitles?) -> String {
        [
            name, titles[region], zone.name, "\(email)",
            slots == 0 ? "has published no time yet" : slots.counted("time"),
        ].joined(separator: ", ")
    }

    /// That they mentor, what they are asked for, and on whose clock, wherever that was entered; once it is done, what takes it back,
    /// which for whoever was there before would take more than was given.
    package var terms: String {
        let terms =
            "\(OneLine.shown(name)) mentors \(regionTitle ?? region.usualTitle), on the clock of \(zone.name): at most \(maxPerMonth) a month, \(minGapWeeks.counted("week")) apart, with weight \(weight)"
        let undo = Layout.current.isDone && was == nil ? "removing them from the program takes it back" : nil
        return [already, terms, undo].compactMap(\.self).joined(separator: "\n")
    }

    /// A program's mentors, a row each.
    package static func text(of mentors: [Self], in program: String) -> String {
        guard !mentors.isEmpty else {
            return "no mentors yet; they stand in the program file, or: meridian mentor add \(program) …"
        }
        var table = Table([
            .init(title: "Region"), .init(title: "Mentor", isFlexible: true, isSubject: true),
            .init(title: "Address", isFlexible: true), .init(title: "Zone", isFlexible: true, keepsEnd: true),
            .init(title: "Weight", alignedRight: true),
            .init(
                title: "Gap", alignedRight: true, saying: { "\($0) week\($0 == "1" ? "" : "s") between turns" }),
            .init(title: "Month", alignedRight: true, saying: { "at most \($0) a month" }),
            .init(title: "Slots", alignedRight: true),
        ])
        for mentor in mentors {
            table.add([
                mentor.region.rawValue + (mentor.regionTitle.map { " (\($0))" } ?? ""), mentor.name,
                "\(mentor.email)", mentor.zone.name, "\(mentor.weight)",
                "\(mentor.minGapWeeks)", "\(mentor.maxPerMonth)", "\(mentor.slots)",
            ])
        }
        return table.text(explaining: .weight, .gap, .month)
    }
}
