import CivilTime
import Mentoring
import MentoringAPI

/// The sessions of a season as a table, their times in one or several zones.
struct SeasonTable {
    private let sessions: [SessionView]
    private let zones: [ZoneRules]

    /// A table of sessions in at least one zone; the first is written with its date.
    init(_ sessions: [SessionView], zones: [ZoneRules]) {
        self.sessions = sessions
        self.zones = zones
    }

    /// The table with its legend.
    var text: String {
        guard !sessions.isEmpty else { return "no sessions" }
        var table = Table(
            [.init(title: "Session")] + zones.map { .init(title: $0.id.city) }
                + [
                    .init(title: "Mentor", isFlexible: true), .init(title: "Seats", alignedRight: true),
                    .init(title: ""),
                ])
        for session in sessions {
            let date = zones[0].local(at: session.start).date
            let times = zones.enumerated().map { index, rules in
                let local = rules.local(at: session.start)
                let hours = Hours(of: session.start, minutes: session.minutes, in: rules)
                return index == 0 ? When.dayAndTime(local, hours) : When.time(local, besides: date, hours)
            }
            table.add([session.code] + times + [session.mentor.name, seats(session), mark(session)])
        }
        let missed = sessions.contains { $0.notHeld == true } ? "- not held   " : ""
        return table.text() + "\n" + When.legend
            + "\n? tentative   x cancelled   \(missed)+ you have a seat   w you wait"
            + (sessions.contains(where: \.isTentative) ? "\n" + [FieldWord.tentative].legend() : "")
            + sessions.compactMap { $0.confirming(in: zones[0]) }.map { "\nconfirm your seat \($0)" }.joined()
    }

    /// How many of the next six lie within the day of whoever reads the first zone's clock.
    var reach: String {
        let next = sessions.prefix(6)
        let humane = next.count { Hours(of: $0.start, minutes: $0.minutes, in: zones[0]) == .humane }
        return next.isEmpty
            ? "" : "of the next \(next.count), \(humane) fall in your day (08:00 to 22:00, \(zones[0].id))"
    }

    private func seats(_ session: SessionView) -> String {
        "\(session.enrolled)/\(session.capacity)" + (session.waitlisted == 0 ? "" : "+\(session.waitlisted)")
    }

    private func mark(_ session: SessionView) -> String {
        let status =
            switch session.status {
            case .tentative: "?"
            case .cancelled: session.notHeld == true ? "-" : "x"
            case .announced, .held: ""
            }
        switch session.yours?.enrollment {
        case .enrolled: return status + "+"
        case .waitlisted: return status + "w"
        case nil, .some(.none): return status
        }
    }
}
