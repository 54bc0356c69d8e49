package import CivilTime
package import Mentoring
package import TimeZoneCatalog

/// The clocks on people's own walls, by which their days off are read wherever an hour was agreed.
package struct Walls: Equatable, Sendable {
    private let rules: [Identifier<Person>: ZoneRules]

    package init(of people: [Person], by zones: TimeZoneCatalog) throws {
        rules = try Dictionary(people.map { ($0.id, try zones.rules(for: $0.shownZone)) }) { first, _ in first }
    }

    /// The first of some absences that a session lies in, from its start for so many minutes; one that runs past midnight
    /// lies in both days.
    ///
    /// Nobody whose clock is unknown is away.
    package func absence(
        of person: Identifier<Person>, among absences: [Away], from start: Instant, minutes: Int
    ) -> Away? {
        guard let wall = rules[person], !absences.isEmpty else { return nil }
        let first = wall.local(at: start).date
        let last = wall.local(at: start.adding(seconds: Int64(max(minutes, 1)) * 60 - 1)).date
        return absences.first { $0.days.from <= last && first <= $0.days.to }
    }

    /// The rules that a zone's name stands for do not change while a server runs.
    package static func == (left: Walls, right: Walls) -> Bool {
        left.rules.mapValues(\.id) == right.rules.mapValues(\.id)
    }
}
