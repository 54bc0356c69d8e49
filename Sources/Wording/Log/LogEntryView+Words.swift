package import CivilTime
import Mentoring
package import MentoringAPI

extension LogEntryView {
    /// What was done, an entry a line, the newest first.
    package static func table(of entries: [LogEntryView], on clock: ZoneRules, ofAllPrograms: Bool) -> Table {
        var table = Table(
            [.init(title: "Entry", alignedRight: true), .init(title: "When"), .init(title: "Way")]
                + (ofAllPrograms ? [.init(title: "Program")] : [])
                + [.init(title: "Who", isFlexible: true, keepsEnd: true), .init(title: "What", wraps: true)])
        for entry in entries {
            let moment = clock.local(at: entry.moment)
            table.add(
                ["\(entry.id)", "\(moment.date) \(moment.time)", entry.way == .itself ? "–" : entry.way.rawValue]
                    + (ofAllPrograms ? [entry.program ?? ""] : []) + [entry.who, entry.words])
        }
        return table
    }

    /// `add freeze, Olga Organizer, Mon 14 Dec 2026 09:00`: what was done to a thing, beside which it stands; by whom, where the log
    /// says that, and when.
    package func wordsBeside(on clock: ZoneRules) -> String {
        let moment = clock.local(at: self.moment)
        let by = way == .itself ? "by itself" : who.isEmpty ? nil : who
        return [done, by, "\(When.dayAndYear(moment.date)) \(moment.time)"].compactMap(\.self).joined(separator: ", ")
    }

    /// Who did it: by name where that is nobody else's.
    fileprivate var who: String {
        actor.map { shown($0.description) } ?? (byAdministrator == true ? "an administrator" : "")
    }

    private func shown(_ word: String) -> String { names?[word].map(OneLine.shown) ?? word }

    /// `move session`.
    private var done: String { action.map { $0.isUppercase ? " \($0.lowercased())" : "\($0)" }.joined() }

    /// `move session nova-2027a-w03-asia (to)`: what was done, to what, and which fields were given.
    fileprivate var words: String {
        let given = fields.isEmpty ? nil : "(\(fields.joined(separator: ", ")))"
        let subject = subject?.split(separator: " ").map { shown(String($0)) }.joined(separator: " ")
        return [done, subject, given].compactMap(\.self).joined(separator: " ")
    }
}
