import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension Forecast {
    /// When the clocks of anybody concerned are changed between now and the end of the season.
    package func clockChanges() throws -> [ForecastView.ClockChange] {
        let season = facts.program.season
        var changing: [LocalDate: [Int: [TimeZoneID]]] = [:]
        for zone in Set(listeners.map(\.zone) + (try rhythms()).map(\.slot.zone)).sorted() {
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
    package func shifts() throws -> [ForecastView.Shift] {
        try rhythms().flatMap { rhythm -> [ForecastView.Shift] in
            let concerned = listeners.filter { $0.attends.union($0.mayAttend).contains(rhythm.region) }
            let stepsByZone = Dictionary(
                uniqueKeysWithValues: try Set(concerned.map(\.zone)).map { zone in
                    (zone, steps(of: rhythm, in: try zones.rules(for: zone)))
                })
            return concerned.compactMap { listener -> ForecastView.Shift? in
                guard let steps = stepsByZone[listener.zone], steps.count > 1,
                    listener.attends.contains(rhythm.region) || steps.contains(where: { $0.hours != .night })
                else { return nil }
                return ForecastView.Shift(
                    person: listener.name, role: listener.role, zone: listener.zone, slot: rhythm.slot.id,
                    mentor: rhythm.mentor, region: rhythm.region,
                    agreed: rhythm.summary, agreedZone: rhythm.slot.zone,
                    steps: steps)
            }
        }
    }

    /// The hours of a rhythm on the clocks of a zone: the one in force, and those to come.
    private func steps(of rhythm: Rhythm, in rules: ZoneRules) -> [ForecastView.Shift.Step] {
        var steps: [(since: Instant, step: ForecastView.Shift.Step)] = []
        var distance: Int?
        for time in rhythm.times {
            let ahead = rules.offset(at: time.instant).seconds - time.offset.seconds
            guard ahead != distance, let week = facts.program.season.week(of: time.local.date) else { continue }
            distance = ahead
            let local = rules.local(at: time.instant)
            let hours = Hours(of: time.instant, minutes: facts.program.minutes, in: rules)
            steps.append(
                (
                    time.instant,
                    .init(
                        week: week, localTime: local.time, hours: hours, localStart: local, agreedStart: time.local)
                ))
        }
        let inForce = steps.lastIndex { $0.since <= facts.now } ?? 0
        return steps.dropFirst(inForce).map(\.step)
    }
}

/// The times at which sessions may recur at one hour on a mentor's wall, ascending.
private struct Rhythm {
    let slot: Slot
    let mentor: String
    let region: Region
    let times: [ZonedDateTime]

    /// `Tue 17:00`, or the time alone where it recurs on several days of the week.
    var summary: String {
        let days = Set(times.map(\.local.date.weekday))
        return ([days.count == 1 ? days.first?.shortName : nil, times.first.map { "\($0.local.time)" }])
            .compactMap(\.self).joined(separator: " ")
    }
}

extension Forecast {
    /// What the slots of the season offer, past weeks included, less absences and freezes.
    ///
    /// A slot has one rhythm. An hour that the clock skips is moved on that day alone and is a rhythm of its own.
    private func rhythms() throws -> [Rhythm] {
        let season = facts.program.season
        let days = try DayRange(from: season.start, to: season.end)
        let mentors = Dictionary(uniqueKeysWithValues: facts.mentors.map { ($0.person.id, $0) })
        return try facts.slots.flatMap { slot -> [Rhythm] in
            guard let mentor = mentors[slot.mentor], facts.program.regions.contains(mentor.region) else { return [] }
            let times = try SeasonFacts.times(
                of: slot, in: days, season: season, rules: zones.rules(for: slot.zone), recurrence: recurrence
            ).filter { !facts.isBarred(slot.mentor, of: mentor.region, at: $0) }
            return Dictionary(grouping: times, by: \.local.time).sorted { $0.key < $1.key }.map {
                Rhythm(slot: slot, mentor: mentor.person.name, region: mentor.region, times: $0.value)
            }
        }.sorted { ($0.region, $0.slot.id.rawValue) < ($1.region, $1.slot.id.rawValue) }
    }
}
