import CivilTime
package import Mentoring
package import MentoringAPI
package import TimeZoneCatalog

extension TrainingHealth {
    /// What could be done for a region that withers: of each kind the best, if there is one.
    package func remedies(for region: Region, _ people: [Person]) throws -> [HealthView.Remedy] {
        let clocks = try people.map { try zones.rules(for: $0.shownZone) }
        let next = upcoming(in: region).first
        let inDayNow = next.map { inDay($0.session.start, clocks) }
        return [
            try merge(region, clocks, inDayNow), try move(region, clocks, inDayNow), try anotherMentor(for: region),
        ].compactMap(\.self)
    }

    /// The region whose next session most of the people have in their day; among equals the one with the most free seats.
    private func merge(
        _ region: Region, _ clocks: [ZoneRules], _ inDayNow: Int?
    ) throws -> HealthView.Remedy? {
        let others = facts.program.regions.filter { $0 != region }.compactMap { upcoming(in: $0).first }
        let ranked = others.map { meeting in
            let seated = meeting.enrollments.count { $0.state == .enrolled }
            return (
                meeting: meeting, inDay: inDay(meeting.session.start, clocks), free: meeting.session.capacity - seated
            )
        }.filter { $0.inDay > 0 }
        guard let best = ranked.max(by: { ($0.inDay, $0.free) < ($1.inDay, $1.free) }) else { return nil }
        let session = best.meeting.session
        return HealthView.Remedy(
            kind: .merge, region: session.code.region, mentor: session.mentor.name, localStart: session.localStart,
            zone: session.zone, inDay: best.inDay, inDayNow: inDayNow, freeSeats: best.free)
    }

    /// The hour, within the day of one of the region's mentors, that more of the people have in their day than the next
    /// session; a published slot before a time that would have to be published.
    private func move(_ region: Region, _ clocks: [ZoneRules], _ inDayNow: Int?) throws -> HealthView.Remedy? {
        let offered = try publishedTimes(of: region) + possibleTimes(of: region)
        let ranked = offered.map { (time: $0, inDay: inDay($0.time.instant, clocks)) }
        // The first of the best, so that slots come before other times and small moves before great ones.
        guard let most = ranked.map(\.inDay).max(), most > inDayNow ?? 0,
            let best = ranked.first(where: { $0.inDay == most })
        else { return nil }
        return HealthView.Remedy(
            kind: .move, mentor: best.time.mentor.person.name, localStart: best.time.time.local,
            zone: best.time.mentor.person.shownZone, slot: best.time.slot, inDay: most, inDayNow: inDayNow)
    }

    /// The mentor with the most room who led none of the last three sessions.
    private func anotherMentor(for region: Region) throws -> HealthView.Remedy? {
        let led = (before + meetings).filter {
            $0.session.code.region == region && $0.session.start <= facts.now && $0.isRecorded
        }
        let recent = Set(led.suffix(3).map(\.session.mentor.id))
        let others = facts.mentors.filter { $0.region == region && !recent.contains($0.person.id) }
        let shares = others.map { (mentor: $0, turns: turns(of: $0).count, fair: fairShare.of($0)) }
        guard let best = shares.min(by: { Double($0.turns) - $0.fair < Double($1.turns) - $1.fair }) else { return nil }
        return HealthView.Remedy(
            kind: .mentor, mentor: best.mentor.person.name, turns: best.turns, fairShare: best.fair)
    }

    private func inDay(_ start: Instant, _ clocks: [ZoneRules]) -> Int {
        clocks.count { Hours(of: start, minutes: facts.program.minutes, in: $0) == .humane }
    }
}

extension TrainingHealth {
    /// A time at which one of a region's mentors could lead.
    private struct PossibleTime {
        let mentor: Mentor
        let time: ZonedDateTime
        let slot: Identifier<Slot>?
    }

    /// The next time of each slot, by number of the slot.
    private func publishedTimes(of region: Region) throws -> [PossibleTime] {
        let offers = try facts.survey(zones: zones, recurrence: recurrence).offers
        return try facts.mentors.filter { $0.region == region }.flatMap { mentor -> [PossibleTime] in
            let rules = try zones.rules(for: mentor.person.shownZone)
            let own = Dictionary(grouping: offers.filter { $0.mentor == mentor.person.id }, by: \.slot)
            return own.sorted { ($0.key?.rawValue ?? 0) < ($1.key?.rawValue ?? 0) }.compactMap { slot, offers in
                offers.map(\.local.instant).min().map {
                    PossibleTime(mentor: mentor, time: rules.zoned(at: $0), slot: slot)
                }
            }
        }
    }

    /// Every full hour of a mentor's day on the day of the region's next session, the nearest to it first.
    private func possibleTimes(of region: Region) throws -> [PossibleTime] {
        guard let next = upcoming(in: region).first?.session,
            let mentor = facts.mentors.first(where: { $0.person.id == next.mentor.id })
        else { return [] }
        let rules = try zones.rules(for: mentor.person.shownZone)
        let day = rules.local(at: next.start).date
        let hours = (0..<24).compactMap { LocalTime(hour: $0, minute: 0) }.map {
            rules.zoned(LocalDateTime(date: day, time: $0))
        }
        return hours.filter { Hours(of: $0.instant, minutes: facts.program.minutes, in: rules) == .humane }
            .sorted { abs($0.instant.seconds(since: next.start)) < abs($1.instant.seconds(since: next.start)) }
            .map { PossibleTime(mentor: mentor, time: $0, slot: nil) }
    }
}
