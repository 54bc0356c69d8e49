package import CivilTime
import Mentoring
package import MentoringAPI

/// The sessions of a season as a table, their times in one or several zones.
package struct SeasonTable {
    private let sessions: [SessionView]
    private let zones: [ZoneRules]

    /// A table of sessions in at least one zone; the first is written with its date.
    package init(_ sessions: [SessionView], zones: [ZoneRules]) {
        self.sessions = sessions
        self.zones = zones
    }

    /// The table with its legend.
    package var text: String {
        guard !sessions.isEmpty else { return "no sessions" }
        var table = Table(
            [.init(title: "Session")] + zones.map { Table.Column(place: $0.id.city) }
                + [
                    .init(title: "Mentor", isFlexible: true, saying: { "led by \($0)" }),
                    .init(title: "Seats", alignedRight: true, saying: { $0 }), .init(title: "", name: "State"),
                ])
        for session in sessions {
            let date = zones[0].local(at: session.start).date
            let times = zones.enumerated().map { index, rules in
                let local = rules.local(at: session.start)
                let hours = Hours(of: session.start, minutes: session.minutes, in: rules)
                return index == 0 ? When.dayAndTime(local, hours) : When.time(local, besides: date, hours)
            }
            table.add(
                ([session.code] + times + [session.mentor.name]).map { Table.Cell($0) } + [
                    seats(session), mark(session),
                ],
                session.status == .cancelled || session.notHeld == true ? .quiet : nil)
        }
        let missed = sessions.contains { $0.notHeld == true } ? ["- not held"] : []
        table.legend =
            When.legend + ["? tentative", "x cancelled"] + missed + ["+ you have a seat", "w you wait"]
        let meaning = sessions.contains(where: \.isTentative) ? [[FieldWord.tentative].legend()] : []
        let toConfirm = sessions.compactMap { $0.confirming(in: zones[0]) }.map {
            Emphasis.urgent.of("confirm your seat \($0)")
        }
        return ([table.text()] + meaning + toConfirm).joined(separator: "\n")
    }

    /// How many of the next six lie within the day of whoever reads the first zone's clock.
    package var reach: String {
        let next = sessions.prefix(6)
        let humane = next.count { Hours(of: $0.start, minutes: $0.minutes, in: zones[0]) == .humane }
        return next.isEmpty
            ? "" : "of the next \(next.count), \(humane) fall in your day (08:00 to 22:00, \(zones[0].id))"
    }

    private func seats(_ session: SessionView) -> Table.Cell {
        let waiting = session.waitlisted
        return Table.Cell(
            "\(session.enrolled)/\(session.capacity)" + (waiting == 0 ? "" : "+\(waiting)"),
            said: "\(session.enrolled) of \(session.capacity.counted("seat")) taken"
                + (waiting == 0 ? "" : ", \(waiting) waiting"))
    }

    private func mark(_ session: SessionView) -> Table.Cell {
        let (status, inWords) =
            switch session.status {
            case .tentative: ("?", "tentative")
            case .cancelled: session.notHeld == true ? ("-", "not held") : ("x", "cancelled")
            case .announced, .held: ("", "")
            }
        let (yours, yoursInWords) =
            switch session.yours?.enrollment {
            case .enrolled: ("+", "you have a seat")
            case .waitlisted: ("w", "you wait")
            case nil, .some(.none): ("", "")
            }
        return Table.Cell(
            status + yours, said: [inWords, yoursInWords].filter { !$0.isEmpty }.joined(separator: ", "))
    }
}
