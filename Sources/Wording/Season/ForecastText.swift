import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

/// A forecast for an organizer's eyes, soonest surprises first.
package struct ForecastText {
    private let forecast: ForecastView
    /// The season that was asked for by its name.
    private let season: String?

    package init(_ forecast: ForecastView, season: String? = nil) {
        self.forecast = forecast
        self.season = season
    }

    package var text: String {
        let season =
            "\(forecast.program), \(When.dayAndYear(forecast.seasonStart)) to \(When.dayAndYear(forecast.seasonEnd))"
        guard !forecast.seasonIsOver else {
            return Paragraph.of("\(season): the season is over, and nothing is to come")
        }
        return
            ([Paragraph.of(season)] + [
                Emphasis.section("Clock changes", clockChanges, orElse: "no clock is changed"),
                Emphasis.section(Self.shiftsTitle, shifts, orElse: Paragraph.of(noShifts)),
            ] + outlooks + [
                Emphasis.section(
                    "Out of the humane hours", departures, orElse: "no session leaves anybody's humane hours"),
                Emphasis.section(
                    "Turns to come without a session", uncovered, orElse: "no turn to come is without a session"),
                Emphasis.section("Freezes", freezes, orElse: "no freezes"),
                Emphasis.section("Hanging on one mentor", fragile, orElse: "no region hangs on one mentor"),
                Paragraph.of(timeZones),
            ]).joined(separator: "\n\n")
    }

    private static var shiftsTitle: String {
        let mark = Layout.current.isInWords ? "" : "w11: from week 11 on; "
        return "Whose hour moves (\(mark)in brackets whose clocks change)"
    }

    /// That nobody's hour moves; and how to have sessions, where none is to come and some can be planned.
    private var noShifts: String {
        guard forecast.ahead == 0 else { return "no one's hour moves" }
        let advice = forecast.plannable > 0 ? "; to plan some: \(SeasonCommands.plan(forecast.program, season))" : ""
        return "no session is to come, so no one's hour moves\(advice)"
    }

    private var clockChanges: [String] {
        forecast.clockChanges.map { Paragraph.of($0.inWords, indent: 2) }
    }

    /// The sessions to come by the hours of the clocks that were asked for, a section each.
    private var outlooks: [String] {
        Dictionary(grouping: forecast.outlooks, by: \.zone).sorted { $0.key < $1.key }.map { zone, regions in
            let lines = regions.map { outlook in
                let parts = [
                    (outlook.humane, "by day"), (outlook.edge, "at the edge of the day"),
                    (outlook.night, "in the night"),
                ].filter { !$0.0.isEmpty }
                let words = parts.map { "\(Paragraph.weeks($0.0)) \($0.1)" }.joined(separator: ", ")
                return Paragraph.of("\(forecast.regionTitles[outlook.region]): \(words)", indent: 2)
            }
            return Emphasis.section("Sessions to come on the clock in \(zone.city)", lines)
        }
    }

    private var departures: [String] {
        let moves = forecast.shifts.flatMap { shift in shift.departures.map { (Departure(shift, $0), shift) } }
        return Dictionary(grouping: moves, by: \.0).sorted { $0.key < $1.key }.map { departure, moves in
            let people = moves.map(\.1).filter { $0.role != .onlooker }.map(\.person)
            return Paragraph.of(
                departure.text + (people.isEmpty ? "" : ": \(people.joined(separator: ", "))"), indent: 2)
        }
    }

    private var uncovered: [String] {
        let turns = Dictionary(grouping: forecast.uncovered) { [forecast.regionTitles[$0.region], $0.reason] }
        return turns.sorted { ($0.value[0].week, $0.value[0].region) < ($1.value[0].week, $1.value[0].region) }.map {
            Paragraph.of("\(Paragraph.weeks($0.value.map(\.week))), \($0.key[0]): \($0.key[1])", indent: 2)
        } + (turns.isEmpty ? [] : [[FieldWord.turn].legend(indent: 2)])
    }

    private var freezes: [String] {
        forecast.freezes.map { freeze in
            let days =
                freeze.from == freeze.to ? When.day(freeze.from) : "\(When.day(freeze.from)) to \(When.day(freeze.to))"
            let effect = freeze.wholeWeeks.isEmpty ? "" : "; no session in \(Paragraph.weeks(freeze.wholeWeeks))"
            let regions = freeze.regions.map { forecast.regionTitles[$0] }.joined(separator: ", ")
            return Paragraph.of("\(days), \(regions): \(freeze.reason)\(effect)", indent: 2)
        } + (forecast.postponed ?? []).map { Paragraph.of($0.inWords(calling: forecast.regionTitles), indent: 2) }
    }

    private var fragile: [String] {
        forecast.fragile.map { Paragraph.of($0.inWords(calling: forecast.regionTitles), indent: 2) }
    }

    private var timeZones: String {
        let rules = "what clocks do later is by the rules known then; laws change"
        return forecast.timeZoneRelease == "unknown"
            ? "tz data of an unknown release; \(rules)" : "tz data of \(forecast.timeZoneRelease); \(rules)"
    }

}

extension ForecastText {
    /// A table of clocks: those who read the same hours of the same sessions share its rows.
    private var shifts: [String] {
        guard !forecast.shifts.isEmpty else { return [] }
        var table = Table([
            .init(title: "On the clock in", wraps: true, isGrouped: true, saying: { "on the clock in \($0)" }),
            .init(title: "Session", wraps: true, isSubject: true),
            .init(title: "Hour", wraps: true, saying: { "at \($0)" }),
        ])
        for (clock, people) in readers {
            let place = clock.city + (people.isEmpty ? "" : ": \(people.joined(separator: ", "))")
            for session in clock.sessions {
                table.add([Table.Cell(place), Table.Cell(session.name), session.hours])
            }
        }
        table.legend = When.legend
        return [table.text(indent: 2)]
    }

    /// Each clock with the names of those who read it, by city, then name.
    private var readers: [(clock: Clock, people: [String])] {
        var readers: [Clock: [String]] = [:]
        for (reader, shifts) in Dictionary(grouping: forecast.shifts, by: Reader.init) {
            let name = reader.role == .onlooker ? [] : [reader.person]
            readers[Clock(city: reader.zone.city, shifts), default: []] += name
        }
        return readers.map { (clock: $0.key, people: $0.value.sorted()) }.sorted { left, right in
            (left.clock.city, left.people.first ?? "") < (right.clock.city, right.people.first ?? "")
        }
    }

    private struct Reader: Hashable {
        let person: String
        let role: ForecastView.Role
        let zone: TimeZoneID

        init(_ shift: ForecastView.Shift) { (person, role, zone) = (shift.person, shift.role, shift.zone) }
    }

    /// What somebody's clock shows: sessions, and their hours.
    private struct Clock: Hashable {
        struct Session: Hashable {
            let name: String
            let hours: Table.Cell
        }

        let city: String
        let sessions: [Session]

        init(city: String, _ shifts: [ForecastView.Shift]) {
            self.city = city
            // Two people of one name count as one reader, who needs each session once.
            sessions = shifts.reduce(into: []) { sessions, shift in
                let session = Session(name: shift.session, hours: shift.hours)
                if !sessions.contains(session) { sessions.append(session) }
            }
        }
    }
}

/// A slot whose sessions leave the humane hours on a clock.
private struct Departure: Hashable, Comparable {
    let session: String
    let zone: TimeZoneID
    let step: ForecastView.Shift.Step

    init(_ shift: ForecastView.Shift, _ step: ForecastView.Shift.Step) {
        (session, zone, self.step) = (shift.session, shift.zone, step)
    }

    var text: String {
        let local = When.time(step.localStart, besides: step.agreedStart.date, step.hours)
        return "\(session) is at \(local) in \(zone.city) from week \(step.week)"
    }

    static func < (left: Departure, right: Departure) -> Bool {
        (left.step.agreedStart, left.session, left.zone) < (right.step.agreedStart, right.session, right.zone)
    }
}

extension ForecastView.Shift {
    /// `Tue 17:00 Berlin, Zoë Müller`.
    fileprivate var session: String { "\(agreed) \(agreedZone.city), \(mentor)" }

    /// `11:00  w11 12:00 (New York)`.
    fileprivate var hours: Table.Cell {
        func text(_ from: (Int) -> String) -> [String] {
            steps.enumerated().map { index, step in
                (index == 0 ? "" : from(step.week))
                    + When.time(step.localStart, besides: step.agreedStart.date, step.hours)
                    + (step.changed.isEmpty ? "" : " (\(step.changed.map(\.city).joined(separator: ", ")))")
            }
        }
        return Table.Cell(
            text { "w\($0) " }.joined(separator: "  "), said: text { "from week \($0) on at " }.joined(separator: ", "))
    }
}
