package import CivilTime
import Mentoring
package import MentoringAPI

extension ProgramChange {
    /// What is said below the changes that a file makes, or would make.
    ///
    /// - Parameters:
    ///   - changes: all of them.
    ///   - isDone: whether they are made.
    /// - Returns: how many there are.
    package static func outcome(of changes: [ProgramChange], isDone: Bool) -> String {
        let count = changes.count(where: \.isChange)
        guard count > 0 else {
            return changes.isEmpty
                ? "the program is as the file says; nothing to change" : "nothing is to be changed"
        }
        let counted = count.counted("change")
        guard !isDone else { return counted }
        return "\(counted) would be made; \(Preview.nothing)"
    }

    /// What differs in three, a row each, with who set what is in force; nil where nothing does.
    package static func comparison(of changes: [ProgramChange], on clock: ZoneRules) -> String? {
        let all = changes.compactMap(\.versions)
        guard !all.isEmpty else { return nil }
        var table = Table([
            .init(title: "What", wraps: true, isSubject: true),
            .init(title: "File last time", isFlexible: true), .init(title: "In force", isFlexible: true),
            .init(title: "Set by", isFlexible: true), .init(title: "File now", isFlexible: true),
        ])
        for versions in all {
            table.add([
                OneLine.shown(versions.what), versions.applied.map(OneLine.shown) ?? "nothing",
                OneLine.shown(versions.inForce), versions.setter(on: clock), OneLine.shown(versions.file),
            ])
        }
        return table.text()
    }
}

extension ProgramChange.Versions {
    /// `mei@example.org (web), Mon 14 Dec 2026`; who is not written down was somebody before anything was.
    fileprivate func setter(on clock: ZoneRules) -> String {
        guard let way else { return "not written down" }
        let who = by.map { "\($0) (\(way.rawValue))" } ?? way.rawValue
        return who + (set.map { ", \(When.dayAndYear(clock.local(at: $0).date))" } ?? "")
    }
}
