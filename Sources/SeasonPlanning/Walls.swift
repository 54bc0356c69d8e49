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
        let days = days(from: start, minutes: minutes, on: wall)
        return absences.first { days.overlaps($0.days.from...$0.days.to) }
    }

    /// Whether a session, from its start for so many minutes, lies on a day on somebody's wall on which another does.
    package func isSameDay(of person: Identifier<Person>, as other: Session, from start: Instant, minutes: Int) -> Bool
    {
        guard let wall = rules[person] else { return false }
        return days(from: start, minutes: minutes, on: wall)
            .overlaps(days(from: other.start, minutes: other.minutes, on: wall))
    }

    private func days(from start: Instant, minutes: Int, on wall: ZoneRules) -> ClosedRange<LocalDate> {
        let end = start.adding(seconds: Int64(max(minutes, 1)) * 60 - 1)
        return wall.local(at: start).date...wall.local(at: end).date
    }

    /// The rules that a zone's name stands for do not change while a server runs.
    package static func == (left: Walls, right: Walls) -> Bool {
        left.rules.mapValues(\.id) == right.rules.mapValues(\.id)
    }
}
