import CivilTime
import MentoringAPI
import Wording

/// What was done to the things of a page, from one reading of the log.
struct Deeds {
    private let newest: [String: [LogEntryView]]
    private let clock: ZoneRules

    /// How many entries one reading has.
    static let most = 1000
    /// How many are told of one thing that has a page to itself.
    static let mostOfOne = 8

    /// - Parameters:
    ///   - entries: the newest of a program, as who looks may see them.
    ///   - clock: of whoever looks.
    init(_ entries: [LogEntryView], on clock: ZoneRules) {
        self.clock = clock
        newest = entries.reduce(into: [:]) { newest, entry in
            var things = Set((entry.subject ?? "").split(separator: " ").map(String.init))
            // What names no person was done by somebody to themself, such as enrolling, or at least by them.
            if let actor = entry.actor, !things.contains(where: { $0.contains("@") }) { things.insert("\(actor)") }
            for thing in things { newest[thing, default: []].append(entry) }
        }
    }

    /// What was done last to something, by whom and when; nil where nothing is known of it.
    /// - Parameters:
    ///   - name: its code or number, or somebody's address.
    ///   - actions: what is done to such things, where others have the same numbers.
    /// - Returns: such as `last: set mentor, Olga, Mon 14 Dec 2026 09:00`.
    func last(_ name: String, by actions: Set<String>? = nil) -> String? {
        lines(name, by: actions).first.map { "last: \($0)" }
    }

    /// What was done to something, the newest first.
    func lines(_ name: String, by actions: Set<String>? = nil, most: Int = 3) -> [String] {
        (newest[name] ?? []).filter { actions?.contains($0.action) ?? true }.prefix(most).map {
            $0.wordsBeside(on: clock)
        }
    }
}
