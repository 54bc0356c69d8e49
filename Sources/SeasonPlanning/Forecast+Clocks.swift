import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension Forecast {
    /// When the clocks of anybody concerned are changed between now and the end of the season.
    package func clockChanges() throws -> [ForecastView.ClockChange] {
        let season = facts.program.season
        var changing: [LocalDate: [Int: [TimeZoneID]]] = [:]
        for zone in Set(listeners.map(\.zone) + (try rhythms()).map(\.zone)).sorted() {
            let rules = try zones.rules(for: zone)
            let start = rules.zoned(LocalDateTime(date: season.start, time: .midnight)).instant
            let end = rules.zoned(LocalDateTime(date: season.end.adding(days: 1), time: .midnight)).instant
            for transition in rules.transitions(from: max(start, facts.now), to: end) {
                let seconds = transition.after.offset.seconds - transition.before.offset.seconds
                guard seconds != 0 else { continue }
                let date = rules.local(at: transition.instant).adding(seconds: -Int64(seconds)).date
                changing[date, default: [:]][seconds / 60, default: []].append(zone)
            }
        }
        return changing.sorted { $0.key < $1.key }.flatMap { date, byMinutes in
            byMinutes.sorted { $0.key < $1.key }.map { .init(date: date, zones: $0.value, minutes: $0.key) }
        }
    }

    /// Whose hour moves.
    ///
    /// Who reads a clock of a zone that was asked for is told of every session, whoever else would sleep then.
    package func shifts() throws -> [ForecastView.Shift] {
        try rhythms().flatMap { rhythm -> [ForecastView.Shift] in
            let concerned = listeners.filter { $0.attends.union($0.mayAttend).contains(rhythm.region) }
            let stepsByZone = Dictionary(
                uniqueKeysWithValues: try Set(concerned.map(\.zone)).map { zone in
                    (zone, steps(of: rhythm, in: try zones.rules(for: zone)))
                })
            return concerned.compactMap { listener -> ForecastView.Shift? in
                guard let steps = stepsByZone[listener.zone], steps.count > 1,
                    listener.role == .onlooker || listener.attends.contains(rhythm.region)
                        || steps.contains(where: { $0.hours != .night })
                else { return nil }
                return ForecastView.Shift(
                    person: listener.name, role: listener.role, zone: listener.zone, slot: rhythm.slot,
                    mentor: rhythm.mentor, region: rhythm.region,
                    agreed: rhythm.summary, agreedZone: rhythm.zone,
                    steps: steps)
            }
        }
    }

    /// How the sessions to come lie on the clocks that were asked for.
    package func outlooks() throws -> [ForecastView.Outlook] {
        let ahead = facts.sessions.filter { $0.value.isUpcoming(at: facts.now) }.sorted { $0.key < $1.key }
        return try listeners.filter { $0.role == .onlooker }.flatMap { listener -> [ForecastView.Outlook] in
            let rules = try zones.rules(for: listener.zone)
            let weeks = Dictionary(grouping: ahead, by: \.key.region).mapValues { sessions in
                Dictionary(grouping: sessions) { Hours(of: $0.value.start, minutes: $0.value.minutes, in: rules) }
                    .mapValues { $0.map(\.key.week) }
            }
            return facts.program.regions.compactMap { region in
                weeks[region].map { weeks in
                    ForecastView.Outlook(
                        zone: listener.zone, region: region, humane: weeks[.humane] ?? [], edge: weeks[.edge] ?? [],
                        night: weeks[.night] ?? [])
                }
            }
        }
    }

    /// The hours of a rhythm on the clocks of a zone: the one in force, and those to come.
    private func steps(of rhythm: Rhythm, in rules: ZoneRules) -> [ForecastView.Shift.Step] {
        let steps = RecurringHour.steps(of: rhythm.times, in: rules)
        let inForce = steps.lastIndex { $0.agreed.instant <= facts.now } ?? 0
        return steps.dropFirst(inForce).map { step in
            let session = rhythm.sessions[step.position]
            return .init(
                week: session.code.week, localTime: step.local.time,
                hours: Hours(of: session.start, minutes: session.minutes, in: rules), localStart: step.local,
                agreedStart: step.agreed.local, changed: step.changed)
        }
    }
}

/// Sessions that recur at one hour on a mentor's wall, ascending.
private struct Rhythm {
    let mentor: String
    let region: Region
    let zone: TimeZoneID
    let sessions: [Session]
    /// When they begin on the clock by which they were agreed.
    let times: [ZonedDateTime]

    /// The slot that all were made from.
    var slot: Identifier<Slot>? { Set(sessions.map(\.slot)).count == 1 ? sessions[0].slot : nil }

    /// `Tue 17:00`, or the time alone where they recur on several days of the week.
    var summary: String {
        let days = Set(times.map(\.local.date.weekday))
        return ([days.count == 1 ? days.first?.shortName : nil, times.first.map { "\($0.local.time)" }])
            .compactMap(\.self).joined(separator: " ")
    }
}

extension Forecast {
    /// The sessions of the season that exist, past ones included: neither called off nor passed without being announced.
    ///
    /// An hour that the clock skips is moved on that day alone and is a rhythm of its own.
    private func rhythms() throws -> [Rhythm] {
        let held = facts.sessions.values.filter { $0.isOnOrHeld(at: facts.now) }
            .sorted { ($0.start, $0.code) < ($1.start, $1.code) }
        let timed = try held.map { ($0, try zones.rules(for: $0.zone).zoned(at: $0.start)) }
        return Dictionary(grouping: timed) { session, time in
            Recurrence(
                region: session.code.region, mentor: session.mentor.id, zone: session.zone, at: time.local.time)
        }.sorted { $0.key < $1.key }.map { key, timed in
            Rhythm(
                mentor: timed[0].0.mentor.name, region: key.region, zone: key.zone, sessions: timed.map(\.0),
                times: timed.map(\.1))
        }
    }

    /// What sessions have in common that recur at one hour.
    private struct Recurrence: Hashable, Comparable {
        let region: Region
        let mentor: Identifier<Person>
        let zone: TimeZoneID
        let at: LocalTime

        static func < (left: Recurrence, right: Recurrence) -> Bool {
            (left.region, left.mentor.rawValue, left.zone, left.at)
                < (right.region, right.mentor.rawValue, right.zone, right.at)
        }
    }
}
