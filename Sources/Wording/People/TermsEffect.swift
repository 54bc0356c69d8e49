package import CivilTime
package import Mentoring

/// What somebody's new name, clock or limits do, with the facts; the program and the session are told beside it.
package enum TermsEffect: Hashable, Sendable {
    /// On which clock a slot is from now on.
    package enum Clock: Hashable, Sendable {
        /// On their new one.
        case theirs(TimeZoneID)
        /// On that of another zone, as before.
        case stays(TimeZoneID)
    }

    /// The program shows them by another name.
    case called(String, insteadOf: String)
    /// A session stays theirs, whatever their limits are.
    case staysAnnounced
    /// A session stays theirs, which is then on the new clock.
    case staysAgreed(LocalDateTime, TimeZoneID)
    /// A session was only planned.
    case plannedAgain
    /// A session of which they have a seat begins in the night, on the new clock.
    case inTheNight(LocalTime, SessionCode)
    /// A slot of theirs, with what speaks against its hours that did not before.
    case slot(Identifier<Slot>, SlotPattern, Clock, remarks: [String])
    /// They lead for a region, by its title, that an organizer chose for them.
    case regionChosen(String)
    /// They go on leading for a region, since that of their new clock takes no part; both by their titles.
    case regionTakesNoPart(String, leadsFor: String)

    /// The effect as a clause.
    package var text: String {
        switch self {
        case .called(let name, let before): "is called \(name) there, and \(before) no more"
        case .staysAnnounced: "stays theirs, since it was announced"
        case .staysAgreed(let local, let zone):
            "stays theirs at the instant that was agreed, \(local.date) \(local.time) in \(zone)"
        case .plannedAgain: "is planned again"
        case .inTheNight(let time, let code):
            "begins at \(time) by the new clock, in the night; to leave it: meridian leave \(code)"
        case .slot(let id, let pattern, let clock, let remarks):
            (["slot \(id), \(pattern.summary), \(clock.words)"] + remarks).joined(separator: "; ")
        case .regionChosen(let title):
            "goes on leading for \(title), the region that was chosen for them; "
                + "for another an organizer uses meridian mentor add --region"
        case .regionTakesNoPart(let idle, let title): "goes on leading for \(title): \(idle) takes no part"
        }
    }
}

extension TermsEffect.Clock {
    fileprivate var words: String {
        switch self {
        case .theirs(let zone): "is in \(zone) from now on"
        case .stays(let zone): "stays on the clock of \(zone)"
        }
    }
}

/// What somebody sets of themself, or is set of them, by what it is called.
package enum TermsField: Hashable, Sendable {
    /// Their name.
    case name
    /// Their clock.
    case zone
    /// Whether they are reminded.
    case reminders
    /// How often they lead in a month at most.
    case maxPerMonth
    /// How many weeks lie between their turns at least.
    case minGapWeeks
    /// For which region they lead in a program.
    case region(in: Program.Name)

    /// What it is called.
    package var words: String {
        switch self {
        case .name: "name"
        case .zone: "zone"
        case .reminders: "reminders"
        case .maxPerMonth: "most sessions a month"
        case .minGapWeeks: "weeks between turns"
        case .region(let program): "region in \(program)"
        }
    }
}
