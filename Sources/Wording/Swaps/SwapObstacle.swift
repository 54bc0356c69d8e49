package import CivilTime
package import Mentoring

/// Why a mentor, by name, cannot lead a session instead of another, with the facts; regions are told of by their titles.
package enum SwapObstacle: Hashable, Sendable {
    /// They lead for another region than that of the session.
    case otherRegion(String, leadsFor: String, SessionCode, of: String)
    /// They lead for that region no more.
    case leadsNoMore(String, region: String)
    /// They lead or attend something else then, as far as those of the program may know it.
    case engaged(String, Engagement, in: Program.Name, seeing: Set<Program.Name>)
    /// They lead another session of the region's in that week.
    case leadsThatWeek(String, SessionCode)
    /// They are away on that day, as they read it.
    case away(String, LocalDate)
    /// It is frozen for them.
    case frozen(LocalDate)
    /// It begins outside their day.
    case outsideDay(String, LocalTime)

    /// The reason, to stand alone.
    package var text: String {
        switch self {
        case .otherRegion(let name, let own, let code, let title):
            "\(name) leads sessions of \(own), and \(code) is \(title)'s"
        case .leadsNoMore(let name, let title): "\(name) leads no sessions of \(title) any more"
        case .engaged(let name, let engagement, let program, let seen):
            "\(name) \(engagement.words(in: program, seeing: seen)) at that time"
        case .leadsThatWeek(let name, let code): "\(name) leads \(code) that week"
        case .away(let name, let day): "\(name) is away on \(day)"
        case .frozen(let day): "\(day) is frozen"
        case .outsideDay(let name, let time): "for \(name) it begins at \(time)"
        }
    }
}

/// Why a volunteer, by name, cannot have a week of a duty instead of another, with the facts.
package enum DutyObstacle: Hashable, Sendable {
    /// They have it.
    case hasIt(String, DutyCode)
    /// They take no turns at the duty, by its title.
    case takesNoTurns(String, at: String)
    /// They are away in that week.
    case away(String)
    /// They have another duty then.
    case otherDuty(String)

    /// The reason, to stand alone.
    package var text: String {
        switch self {
        case .hasIt(let name, let code): "\(code) is \(name)'s already"
        case .takesNoTurns(let name, let duty): "\(name) takes no turns at \(duty)"
        case .away(let name): "\(name) is away in that week"
        case .otherDuty(let name): "\(name) has another duty in that week"
        }
    }
}
