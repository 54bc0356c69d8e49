package import CivilTime
package import Mentoring

/// What keeps a mentor from leading at a time because of what they do beside this program's season.
package enum Hindrance: Hashable, Sendable {
    /// They lead or attend something else at that time.
    case engaged(Engagement)
    /// They lead something else fewer weeks away than they want between turns.
    case tooNear(Engagement, minGap: Int)
    /// They lead as often in that month as they agreed to.
    case monthFull(limit: Int)

    /// What it is, after a mentor's name, as the people of a program may know it.
    package func words(in program: Program.Name) -> String {
        switch self {
        case .engaged(let engagement): "\(engagement.words(in: program)) then"
        case .tooNear(let engagement, let minGap):
            "\(engagement.words(in: program)) less than \(minGap) \(minGap == 1 ? "week" : "weeks") away"
        case .monthFull(let limit):
            "leads \(limit) \(limit == 1 ? "session" : "sessions") of other programs that month, as often as they agreed to"
        }
    }
}

extension SeasonFacts {
    /// What keeps a mentor from leading at a time; nil when nothing does. What the season itself holds is the planner's.
    package func hindrance(to mentor: Mentor, at time: ZonedDateTime, minutes: Int) -> Hindrance? {
        let all = engagements[mentor.person.id] ?? []
        if let other = all.first(where: { $0.isBinding && $0.overlaps(from: time.instant, minutes: minutes) }) {
            return .engaged(other)
        }
        let day = time.local.date
        let led = all.filter(\.leads)
        if let near = led.first(where: { abs($0.session.localStart.date.weeks(from: day)) < mentor.minGapWeeks }) {
            return .tooNear(near, minGap: mentor.minGapWeeks)
        }
        let inMonth = led.count { $0.session.localStart.date.isSameMonth(as: day) }
        return inMonth >= mentor.maxPerMonth ? .monthFull(limit: mentor.maxPerMonth) : nil
    }
}

extension LocalDate {
    /// How many weeks lie between the Monday of another day's week and that of this one; negative when the other is later.
    package func weeks(from other: LocalDate) -> Int { (mondayOfWeek.epochDay - other.mondayOfWeek.epochDay) / 7 }

    /// Whether both lie in the same month of the same year.
    package func isSameMonth(as other: LocalDate) -> Bool { (year, month) == (other.year, other.month) }
}
